/** Normalising text so that disguises fall away, with a way back from every normalised character to the original. */
@NullMarked
package dev.winnow.worker.text;

import org.jspecify.annotations.NullMarked;
