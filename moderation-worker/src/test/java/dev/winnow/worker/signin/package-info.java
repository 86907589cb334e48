/** Tests of the package of the same name. */
@NullMarked
package dev.winnow.worker.signin;

import org.jspecify.annotations.NullMarked;
