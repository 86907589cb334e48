/** The screens, one class each. */
@NullMarked
package dev.winnow.worker.screening.screens;

import org.jspecify.annotations.NullMarked;
