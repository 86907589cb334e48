/** What the worker counts and times. */
@NullMarked
package dev.winnow.worker.metrics;

import org.jspecify.annotations.NullMarked;
