/**
 * What becomes of a comment when its owner takes a command: pure functions, without Kafka, clock or store. However the
 * two command topics interleave, and whatever a crash takes back, the same commands end in the same text, status and
 * revision.
 */
@NullMarked
package dev.winnow.worker.ownership;

import org.jspecify.annotations.NullMarked;
