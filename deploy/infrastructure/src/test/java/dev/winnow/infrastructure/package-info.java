@NullMarked
package dev.winnow.infrastructure;

import org.jspecify.annotations.NullMarked;
