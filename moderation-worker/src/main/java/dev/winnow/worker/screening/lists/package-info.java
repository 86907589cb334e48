/** Lists of terms, and finding all of them in one pass over a text. */
@NullMarked
package dev.winnow.worker.screening.lists;

import org.jspecify.annotations.NullMarked;
