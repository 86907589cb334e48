/** Tests of the package of the same name. */
@NullMarked
package dev.winnow.worker.review;

import org.jspecify.annotations.NullMarked;
