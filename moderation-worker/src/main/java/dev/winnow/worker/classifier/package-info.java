/** The first model: linear over hashed n-grams of the normalised text, calibrated, explaining itself by characters. */
@NullMarked
package dev.winnow.worker.classifier;

import org.jspecify.annotations.NullMarked;
