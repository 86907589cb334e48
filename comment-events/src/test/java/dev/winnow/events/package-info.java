@NullMarked
package dev.winnow.events;

import org.jspecify.annotations.NullMarked;
