/** Trains the first model from labelled comments, reproducibly to the byte. */
@NullMarked
package dev.winnow.worker.classifier.training;

import org.jspecify.annotations.NullMarked;
