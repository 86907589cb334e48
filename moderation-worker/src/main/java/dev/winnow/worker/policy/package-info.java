/** The policies in force: known on every instance, changed over HTTP or by topic without a restart. */
@NullMarked
package dev.winnow.worker.policy;

import org.jspecify.annotations.NullMarked;
