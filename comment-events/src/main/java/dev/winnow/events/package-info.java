/**
 * What crosses the border between Winnow's services: the events and commands, their JSON form, the topics they travel
 * on and their headers. Nothing here does I/O.
 */
@NullMarked
package dev.winnow.events;

import org.jspecify.annotations.NullMarked;
