@NullMarked
package dev.winnow.quickstart;

import org.jspecify.annotations.NullMarked;
