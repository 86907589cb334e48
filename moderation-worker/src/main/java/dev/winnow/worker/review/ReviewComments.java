package dev.winnow.worker.review;

import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Signal;
import dev.winnow.worker.review.ReviewComment.Decided;
import dev.winnow.worker.review.ReviewComment.Entry;
import dev.winnow.worker.review.ReviewComment.Noticed;
import dev.winnow.worker.review.ReviewComment.Reported;
import dev.winnow.worker.review.ReviewComment.Scores;
import dev.winnow.worker.review.ReviewComment.Screened;
import dev.winnow.worker.signin.PageLanguage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a comment in the view what moderators are shown. */
@Component
class ReviewComments {

    private final Sentences sentences;

    ReviewComments(Sentences sentences) {
        this.sentences = sentences;
    }

    ReviewComment of(ReviewItem item, PageLanguage language) {
        var event = item.event();
        var comment = event.comment();
        var verdict = event.verdict();
        return new ReviewComment(
                comment.id(),
                comment.site(),
                comment.article(),
                comment.author(),
                comment.text(),
                comment.parentId(),
                comment.url(),
                event.status(),
                event.revision(),
                comment.submittedAt(),
                comment.editedAt(),
                event.changedAt(),
                comment.imported(),
                item.due(),
                SearchKeys.authors(comment),
                Language.of(comment.text()),
                new Scores(verdict.spam(), verdict.abuse()),
                opinion(event),
                new Screened(verdict.outcome(), verdict.policyVersion(), verdict.model()),
                verdict.signals().stream().map(s -> noticed(s, language)).toList(),
                event.decisions().stream().map(Decided::of).toList(),
                event.reports().stream()
                        .map(r -> new Reported(r.reason(), r.note(), r.at()))
                        .toList(),
                event.reports().size());
    }

    /** The latest opinion on the present text, which its decision's id names. */
    private static @Nullable Scores opinion(ModeratedComment event) {
        return event.decisions().stream()
                .filter(d -> d.applied() && d.id().startsWith("opinion:" + event.textPosition() + ":"))
                .map(Decided::of)
                .map(Decided::scores)
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private static @Nullable Entry entry(Signal signal) {
        var id = signal.facts().get("entry");
        var term = signal.facts().get("term");
        return id == null || term == null ? null : new Entry(id, term);
    }

    private Noticed noticed(Signal signal, PageLanguage language) {
        return new Noticed(
                signal.name(),
                signal.category(),
                signal.strength(),
                signal.field(),
                signal.spans(),
                sentences.of(signal, language.locale()),
                entry(signal));
    }
}
