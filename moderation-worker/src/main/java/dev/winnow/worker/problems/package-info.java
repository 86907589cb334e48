/** Problem answers (RFC 9457) for everything that this service refuses, and the reading of JSON bodies that leads to them. */
@NullMarked
package dev.winnow.worker.problems;

import org.jspecify.annotations.NullMarked;
