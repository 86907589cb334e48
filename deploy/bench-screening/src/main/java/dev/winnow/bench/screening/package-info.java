/** Benchmarks of screening, by JMH. */
@NullMarked
package dev.winnow.bench.screening;

import org.jspecify.annotations.NullMarked;
