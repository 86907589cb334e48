/** All of Winnow in one JVM: a broker, a store, the three services and a demonstration. */
@NullMarked
package dev.winnow.quickstart;

import org.jspecify.annotations.NullMarked;
