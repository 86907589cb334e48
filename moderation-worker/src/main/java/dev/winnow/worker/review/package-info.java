/**
 * The moderators' desk: a view of {@code comments.moderated} in MongoDB, the API over it, and the page. It decides
 * nothing: a moderator's decision is a command to the comment's owner, and the desk shows what became of it.
 */
@NullMarked
package dev.winnow.worker.review;

import org.jspecify.annotations.NullMarked;
