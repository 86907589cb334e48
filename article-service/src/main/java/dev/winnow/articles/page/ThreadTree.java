package dev.winnow.articles.page;

import dev.winnow.articles.thread.PublicComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts answers under what they answer. One level deep: an answer to an answer stands under the same comment and says whom
 * it answers, so that long exchanges do not drift off a phone's screen. An answer whose parent is not on the page stands
 * by itself.
 */
final class ThreadTree {

    private final Map<String, PublicComment> byId = new HashMap<>();
    private final SiteClock clock;

    private ThreadTree(List<PublicComment> comments, SiteClock clock) {
        comments.forEach(comment -> byId.put(comment.id(), comment));
        this.clock = clock;
    }

    /** The comments that answer nothing on the page, in the order given, each with its answers, oldest first. */
    static List<CommentView> of(List<PublicComment> comments, SiteClock clock) {
        return new ThreadTree(comments, clock).arrange(comments);
    }

    private List<CommentView> arrange(List<PublicComment> comments) {
        var roots = new HashMap<String, CommentView>();
        var top = new ArrayList<CommentView>();
        for (var comment : comments) {
            if (root(comment) == comment) {
                var view = CommentView.of(comment, null, clock);
                roots.put(comment.id(), view);
                top.add(view);
            }
        }
        comments.stream().sorted(PublicComment.OLDEST_FIRST).forEach(comment -> {
            var root = root(comment);
            if (root != comment) {
                var parent = parent(comment);
                var replyTo = parent == null || parent == root ? null : parent.author();
                Objects.requireNonNull(roots.get(root.id())).replies().add(CommentView.of(comment, replyTo, clock));
            }
        });
        return top;
    }

    private @Nullable PublicComment parent(PublicComment comment) {
        return comment.parentId() == null ? null : byId.get(comment.parentId());
    }

    /** The comment that starts the exchange; of parents in a circle, which nobody should send, it is the comment itself. */
    private PublicComment root(PublicComment comment) {
        var seen = new HashSet<String>();
        var root = comment;
        for (var up = parent(root); up != null; up = parent(root)) {
            if (!seen.add(root.id())) {
                return comment;
            }
            root = up;
        }
        return root;
    }
}
