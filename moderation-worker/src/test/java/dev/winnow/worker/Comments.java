package dev.winnow.worker;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentAppealed;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.CommentEdited;
import dev.winnow.events.CommentReported;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.CommentWithdrawn;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.Report;
import dev.winnow.events.Seen;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Comments, commands and verdicts for tests. */
public final class Comments {

    public static final String SITE = "default";
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Comments() {}

    public static Comment comment(String id, String text) {
        var author = new Author("小明", "u1", null, true);
        return new Comment(id, SITE, "a1", null, author, text, null, NOON, null, "origin-1", false);
    }

    public static CommentSubmitted submitted(String id, String text) {
        return new CommentSubmitted(comment(id, text), NOON);
    }

    public static CommentEdited edited(String id, String text) {
        return new CommentEdited(id, SITE, "a1", text, NOON.plusSeconds(60));
    }

    public static CommentWithdrawn withdrawn(String id) {
        return new CommentWithdrawn(id, SITE, "a1", NOON.plusSeconds(120));
    }

    public static CommentReported reported(String id, String reporter) {
        return new CommentReported(id, SITE, "a1", new Report(reporter, "spam", null, NOON.plusSeconds(90)));
    }

    public static CommentAppealed appealed(String id, int second) {
        return new CommentAppealed(id, SITE, "a1", "it is no advertisement", NOON.plusSeconds(second));
    }

    /** The same decision, made some seconds after noon. */
    public static CommentDecided at(int second, CommentDecided d) {
        return new CommentDecided(
                d.id(),
                d.site(),
                d.article(),
                d.decisionId(),
                d.action(),
                d.by(),
                d.reason(),
                d.note(),
                d.seen(),
                NOON.plusSeconds(second));
    }

    public static CommentDecided moderator(String id, Decision.Action action, Seen seen) {
        return decided(UUID.randomUUID().toString(), id, action, Decider.Kind.MODERATOR, seen);
    }

    public static CommentDecided opinion(String id, Decision.Action action, Seen seen) {
        return decided(UUID.randomUUID().toString(), id, action, Decider.Kind.OPINION, seen);
    }

    public static CommentDecided decided(
            String decisionId, String id, Decision.Action action, Decider.Kind kind, Seen seen) {
        return new CommentDecided(
                id, SITE, "a1", decisionId, action, new Decider(kind, "d"), null, null, seen, NOON.plusSeconds(100));
    }

    public static Verdict verdict(Verdict.Outcome outcome) {
        return new Verdict(outcome, 0, 0, List.of(), 0, "test");
    }

    /** The same verdict, with some probability of spam. */
    public static Verdict unsure(Verdict verdict) {
        return new Verdict(verdict.outcome(), 0.3, 0, List.of(), 0, "test");
    }
}
