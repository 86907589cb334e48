/** Tests of the package of the same name. */
@NullMarked
package dev.winnow.worker.problems;

import org.jspecify.annotations.NullMarked;
