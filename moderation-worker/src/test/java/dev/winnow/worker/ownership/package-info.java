@NullMarked
package dev.winnow.worker.ownership;

import org.jspecify.annotations.NullMarked;
