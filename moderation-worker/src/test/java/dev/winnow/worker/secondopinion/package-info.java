@NullMarked
package dev.winnow.worker.secondopinion;

import org.jspecify.annotations.NullMarked;
