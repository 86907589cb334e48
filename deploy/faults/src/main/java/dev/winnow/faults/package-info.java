/** Winnow's jars as processes: started, asked over HTTP as anybody would, multiplied and killed. */
@NullMarked
package dev.winnow.faults;

import org.jspecify.annotations.NullMarked;
