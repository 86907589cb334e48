/** Screening: a pure function from a comment, the policy in force and what is known about its author to a verdict. */
@NullMarked
package dev.winnow.worker.screening;

import org.jspecify.annotations.NullMarked;
