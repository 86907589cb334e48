package dev.winnow.articles.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.articles.thread.CommentChange;
import dev.winnow.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where a comment stands, as far as the public may know: that a moderator has to look at it is nobody's business. What
 * was written is there only while readers see it.
 *
 * @param id the comment's id
 * @param status pending, approved, rejected, retracted or withdrawn
 * @param submittedAt when it was submitted
 * @param author who wrote it, only when approved
 * @param text what was written, only when approved
 * @param parentId the comment it answers, only when approved and an answer
 * @param edited whether it was changed since, only when approved
 * @param reason why it was declined, in a word, only when rejected or retracted
 * @param automated whether no person decided that, only when rejected or retracted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicStatus(
        String id,
        String status,
        String submittedAt,
        @Nullable Name author,
        @Nullable String text,
        @Nullable String parentId,
        @Nullable Boolean edited,
        @Nullable String reason,
        @Nullable Boolean automated) {

    static PublicStatus of(CommentChange change) {
        var status = change.status() == Status.FLAGGED ? Status.PENDING : change.status();
        var comment = change.comment();
        var refusal = change.refusal();
        return new PublicStatus(
                change.id(),
                status.word(),
                change.submittedAt().toString(),
                comment == null ? null : new Name(comment.author()),
                comment == null ? null : comment.text(),
                comment == null ? null : comment.parentId(),
                comment == null ? null : comment.edited(),
                refusal == null ? null : refusal.reason(),
                refusal == null ? null : refusal.automated());
    }

    record Name(String name) {}
}
