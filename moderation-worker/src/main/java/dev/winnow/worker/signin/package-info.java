/** Who may use this service's pages and its API, and how they prove who they are. */
@NullMarked
package dev.winnow.worker.signin;

import org.jspecify.annotations.NullMarked;
