/** What the jar does on the command line, without Spring: screen, evaluate, train. */
@NullMarked
package dev.winnow.worker.commandline;

import org.jspecify.annotations.NullMarked;
