/** The form of the files that the command line reads and writes. */
@NullMarked
package dev.winnow.worker.tsv;

import org.jspecify.annotations.NullMarked;
