package dev.winnow.articles.page;

import dev.winnow.articles.thread.PublicComment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the page shows it.
 *
 * @param id the comment's id
 * @param author who wrote it
 * @param monogram the first character of the author's name
 * @param hue one of {@value #HUES} colours, the same for the same name
 * @param text what was written
 * @param datetime when, for machines
 * @param time when, for people, in the site's zone
 * @param millis when, for the order
 * @param edited whether it was changed since
 * @param parentId the comment it answers, or null
 * @param replyTo whom it answers, where its place does not say so already; or null
 * @param replies its answers, oldest first, each with its own
 * @param folded answers that lie too deep to be indented any further, and all of theirs, oldest first
 * @param unfolded whether the fold is open
 */
record CommentView(
        String id,
        String author,
        String monogram,
        int hue,
        String text,
        String datetime,
        String time,
        long millis,
        boolean edited,
        @Nullable String parentId,
        @Nullable String replyTo,
        List<CommentView> replies,
        List<CommentView> folded,
        boolean unfolded) {

    /** How many colours there are for names. */
    static final int HUES = 6;

    static CommentView of(
            PublicComment comment,
            @Nullable String replyTo,
            List<CommentView> replies,
            List<CommentView> folded,
            boolean unfolded,
            SiteClock clock) {
        var name = comment.author().strip();
        return new CommentView(
                comment.id(),
                comment.author(),
                name.isEmpty() ? "?" : new String(Character.toChars(name.codePointAt(0))),
                hue(name),
                comment.text(),
                comment.submittedAt().toString(),
                clock.show(comment.submittedAt()),
                comment.submittedAt().toEpochMilli(),
                comment.edited(),
                comment.parentId(),
                replyTo,
                replies,
                folded,
                unfolded);
    }

    /** The page's script does the same sum. */
    private static int hue(String name) {
        return name.codePoints().sum() % HUES;
    }
}
