/** Measures Winnow against the barest service that gives the same guarantee, both in one run, as ratios. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
