/** Who decided what, when and why: kept for ever beside the view, read by moderators, taken out by leads. */
@NullMarked
package dev.winnow.worker.audit;

import org.jspecify.annotations.NullMarked;
