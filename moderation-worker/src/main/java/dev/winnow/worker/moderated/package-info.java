/** How comments as they stand are listened to, beside the topology. */
@NullMarked
package dev.winnow.worker.moderated;

import org.jspecify.annotations.NullMarked;
