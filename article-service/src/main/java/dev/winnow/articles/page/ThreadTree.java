package dev.winnow.articles.page;

import dev.winnow.articles.thread.PublicComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts answers under what they answer, {@value #DEEPEST} levels deep. What lies deeper stands in a fold under the answer
 * it belongs to, in the order of time, and says whom it answers, so that long exchanges do not drift off a phone's
 * screen. An answer whose parent is not on the page stands by itself.
 */
final class ThreadTree {

    /** The level whose answers are folded; the page's script knows the same number. */
    private static final int DEEPEST = 2;

    private final Map<String, PublicComment> byId = new HashMap<>();
    private final Map<String, List<PublicComment>> answers = new HashMap<>();
    private final @Nullable String wanted;
    private final SiteClock clock;

    private ThreadTree(List<PublicComment> comments, @Nullable String wanted, SiteClock clock) {
        this.wanted = wanted;
        this.clock = clock;
        comments.forEach(comment -> byId.put(comment.id(), comment));
        comments.stream().sorted(PublicComment.OLDEST_FIRST).forEach(comment -> {
            var parent = parent(comment);
            if (parent != null) {
                answers.computeIfAbsent(parent.id(), id -> new ArrayList<>()).add(comment);
            }
        });
    }

    /**
     * The comments that answer nothing on the page, in the order given, each with its answers, oldest first.
     *
     * @param wanted the comment that a link leads to, whose fold is open; or null
     */
    static List<CommentView> of(List<PublicComment> comments, @Nullable String wanted, SiteClock clock) {
        var tree = new ThreadTree(comments, wanted, clock);
        return comments.stream()
                .filter(comment -> tree.parent(comment) == null)
                .map(comment -> tree.view(comment, 0))
                .toList();
    }

    private CommentView view(PublicComment comment, int level) {
        if (level < DEEPEST) {
            var replies = answersTo(comment).stream()
                    .map(answer -> view(answer, level + 1))
                    .toList();
            return CommentView.of(comment, null, replies, List.of(), false, clock);
        }
        var deeper = new ArrayList<PublicComment>();
        collect(comment, deeper);
        deeper.sort(PublicComment.OLDEST_FIRST);
        var folded = deeper.stream().map(answer -> inFold(answer, comment)).toList();
        var unfolded = deeper.stream().anyMatch(answer -> answer.id().equals(wanted));
        return CommentView.of(comment, null, List.of(), folded, unfolded, clock);
    }

    private CommentView inFold(PublicComment answer, PublicComment above) {
        var parent = parent(answer);
        var replyTo = parent == null || parent == above ? null : parent.author();
        return CommentView.of(answer, replyTo, List.of(), List.of(), false, clock);
    }

    private void collect(PublicComment comment, List<PublicComment> into) {
        var next = new ArrayList<>(answersTo(comment));
        while (!next.isEmpty()) {
            var answer = next.remove(next.size() - 1);
            into.add(answer);
            next.addAll(answersTo(answer));
        }
    }

    private List<PublicComment> answersTo(PublicComment comment) {
        return answers.getOrDefault(comment.id(), List.of());
    }

    /** The comment under which this one stands; none where parents go in a circle, which nobody should send. */
    private @Nullable PublicComment parent(PublicComment comment) {
        var parent = byId.get(comment.parentId());
        var seen = new HashSet<String>();
        for (var up = parent; up != null; up = byId.get(up.parentId())) {
            if (up == comment) {
                return null;
            }
            if (!seen.add(up.id())) {
                break;
            }
        }
        return parent;
    }
}
