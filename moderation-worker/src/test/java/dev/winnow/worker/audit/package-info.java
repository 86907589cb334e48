/** Tests of what the audit says of an event. */
@NullMarked
package dev.winnow.worker.audit;

import org.jspecify.annotations.NullMarked;
