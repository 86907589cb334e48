package dev.winnow.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One filled example of each event. */
final class Examples {

    static final String ID = "0197916d-3a60-7abc-8def-0123456789ab";
    static final Instant AT = Instant.parse("2025-06-20T16:36:49Z");

    static final Comment COMMENT = new Comment(
            ID,
            "default",
            "ai-foundations",
            null,
            new Author("西边林上云", "u-7", "lin@example.org", true),
            "三要素缺一不可 👍",
            "https://example.org/lin",
            AT,
            null,
            "5f2a",
            false);

    static final CommentSubmitted SUBMITTED = new CommentSubmitted(COMMENT, AT);
    static final CommentEdited EDITED = new CommentEdited(ID, "default", "ai-foundations", "改过的话", AT);
    static final CommentWithdrawn WITHDRAWN = new CommentWithdrawn(ID, "default", "ai-foundations", AT);
    static final Report REPORT = new Report("origin:77aa", "spam", "advertises", AT);
    static final CommentReported REPORTED = new CommentReported(ID, "default", "ai-foundations", REPORT);

    static final CommentAppealed APPEALED = new CommentAppealed(ID, "default", "ai-foundations", "这不是广告", AT);

    static final CommentDecided DECIDED = new CommentDecided(
            ID,
            "default",
            "ai-foundations",
            "0197916d-3a60-7abc-8def-000000000001",
            Decision.Action.RETRACT,
            new Decider(Decider.Kind.MODERATOR, "li"),
            "off-topic",
            null,
            new Seen(9, 4, 5),
            AT);

    static final ModeratedComment MODERATED = new ModeratedComment(
            COMMENT,
            Status.FLAGGED,
            9,
            new LogPosition(4, 5),
            4,
            5,
            new Verdict(
                    Verdict.Outcome.FLAG,
                    0.75,
                    0.01,
                    List.of(new Signal(
                            "contact-detail",
                            Signal.Category.SPAM,
                            0.7,
                            Signal.Field.TEXT,
                            List.of(new Span(0, 3)),
                            Map.of("kind", "wechat"))),
                    0,
                    "linear-1"),
            List.of(new Decision(
                    "s-4",
                    Decision.Action.FLAG,
                    new Decider(Decider.Kind.SCREENING, "linear-1"),
                    null,
                    null,
                    AT,
                    4,
                    Decision.Refusal.DECIDED_FIRST,
                    new Decision.Basis(4, 4, 0, List.of("contact-detail")))),
            List.of(REPORT),
            AT);

    static final Policy POLICY = new Policy(
            "default",
            3,
            new Policy.Thresholds(0.5, 0.9),
            new Policy.Thresholds(0.4, 2),
            false,
            true,
            2,
            Set.of("zh-spam-12"),
            List.of(new Policy.Exceptions("zh-spam-13", List.of("微信支付"))),
            List.of(new Policy.Entry("代写", Signal.Category.SPAM, 0.8, List.of("代写字母"))),
            Set.of("shouting"),
            Policy.REASONS,
            "li",
            "为什么",
            AT);

    static final AuthorHistory HISTORY =
            AuthorHistory.none("default", "id:u-7").with(new AuthorHistory.Outcome(ID, 9, Status.APPROVED, AT, -5));

    static final Article ARTICLE = new Article(
            "default", "ai-foundations", "标题", "https://example.org/a", AT, "第一段\n第二段", Article.Comments.OPEN, AT);

    static final List<Event> ALL =
            List.of(SUBMITTED, EDITED, WITHDRAWN, REPORTED, APPEALED, DECIDED, MODERATED, POLICY, HISTORY, ARTICLE);

    private Examples() {}

    static String topicOf(Event event) {
        if (event instanceof ReaderCommand) {
            return Topics.SUBMITTED;
        } else if (event instanceof CommentDecided) {
            return Topics.DECIDED;
        } else if (event instanceof ModeratedComment) {
            return Topics.MODERATED;
        } else if (event instanceof Policy) {
            return Topics.POLICIES;
        } else if (event instanceof AuthorHistory) {
            return Topics.AUTHORS;
        }
        return Topics.ARTICLES;
    }
}
