/**
 * What a small transformer says of the comments that screening leaves in doubt: slower than screening, and so a decider
 * of its own, with a consumer group of its own, that no stream thread waits for.
 */
@NullMarked
package dev.winnow.worker.secondopinion;

import org.jspecify.annotations.NullMarked;
