/** Screens comments, owns their state, and gives moderators their desk. */
@NullMarked
package dev.winnow.worker;

import org.jspecify.annotations.NullMarked;
