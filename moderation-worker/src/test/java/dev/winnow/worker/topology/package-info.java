@NullMarked
package dev.winnow.worker.topology;

import org.jspecify.annotations.NullMarked;
