package dev.winnow.worker.topology;

import static dev.winnow.worker.Comments.edited;
import static dev.winnow.worker.Comments.moderator;
import static dev.winnow.worker.Comments.reported;
import static dev.winnow.worker.Comments.submitted;
import static dev.winnow.worker.Comments.verdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Article;
import dev.winnow.events.Author;
import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.Decision;
import dev.winnow.events.EventJson;
import dev.winnow.events.Policy;
import dev.winnow.events.Status;
import dev.winnow.events.Topics;
import dev.winnow.events.TraceParent;
import dev.winnow.events.Verdict;
import dev.winnow.worker.Comments;
import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.screening.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTopologyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Worker worker;

    @BeforeEach
    void start() {
        worker = new Worker(directory, WorkerTopologyTest::screen);
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void aSubmittedCommentIsScreenedAndSentAsItStands() {
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));

        var record = Objects.requireNonNull(worker.read(Topics.MODERATED).get(0));
        assertThat(record.key()).isEqualTo("c1");
        assertThat(record.getRecordTime()).isEqualTo(Worker.SENT);
        var headers = record.headers();
        assertThat(header(headers, CloudEventHeaders.TYPE)).isEqualTo("winnow.comment.approved");
        assertThat(header(headers, CloudEventHeaders.ID)).isEqualTo("c1:1");
        assertThat(header(headers, CloudEventHeaders.SOURCE)).isEqualTo("/winnow/moderation-worker");
        assertThat(header(headers, CloudEventHeaders.SUBJECT)).isEqualTo("c1");
        assertThat(header(headers, CloudEventHeaders.TIME)).isEqualTo(Comments.NOON.toString());
        assertThat(headers.toArray()).hasSize(8);
    }

    @Test
    void theTraceGoesOnFromTheCommandToTheEvent() {
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));

        var headers =
                Objects.requireNonNull(worker.read(Topics.MODERATED).get(0)).headers();
        var trace = TraceParent.continuedFrom(header(headers, TraceParent.HEADER));
        assertThat(trace.traceId()).isEqualTo(Worker.TRACE.traceId());
        assertThat(trace.flags()).isEqualTo("01");
        assertThat(header(headers, TraceParent.HEADER)).isNotEqualTo(Worker.TRACE.header());
    }

    @Test
    void aDecisionMeetsTheCommentThatItIsAbout() {
        worker.send(Topics.SUBMITTED, submitted("c1", "spam"));
        var flagged = worker.lastModerated();

        worker.send(Topics.DECIDED, moderator("c1", Decision.Action.APPROVE, flagged.seen()));

        var approved = worker.lastModerated();
        assertThat(flagged.status()).isEqualTo(Status.FLAGGED);
        assertThat(approved.status()).isEqualTo(Status.APPROVED);
        assertThat(approved.revision()).isEqualTo(2);
        assertThat(worker.count(WorkerMetrics.DECISIONS, "by", "moderator", "action", "approve", "result", "applied"))
                .isEqualTo(1);
    }

    @Test
    void aReportAboutACommentThatNeverWasIsCountedAndLeavesNothing() {
        worker.send(Topics.SUBMITTED, reported("made-up", "r1"));

        assertThat(worker.moderated()).isEmpty();
        assertThat(worker.count(WorkerMetrics.COMMANDS, "kind", "reported", "effect", "unknown"))
                .isEqualTo(1);
    }

    @Test
    void aPolicyTakesEffectWithTheNextComment() {
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));
        assertThat(worker.lastModerated().status()).isEqualTo(Status.APPROVED);

        worker.send(Topics.POLICIES, holdAll(1));
        worker.send(Topics.SUBMITTED, submitted("c2", "写得真好"));

        var held = worker.lastModerated();
        assertThat(held.status()).isEqualTo(Status.FLAGGED);
        assertThat(held.verdict().policyVersion()).isEqualTo(1);
    }

    @Test
    void anOddPolicyIsPassedOverAndTheOneBeforeStaysInForce() {
        worker.send(Topics.POLICIES, holdAll(1));
        worker.send(Topics.POLICIES, Comments.SITE, "{".getBytes(UTF_8), new RecordHeaders());
        worker.send(Topics.POLICIES, Comments.SITE, "{}".getBytes(UTF_8), type("winnow.policy.of-tomorrow"));
        worker.send(Topics.POLICIES, null, "{}".getBytes(UTF_8), new RecordHeaders());

        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));

        assertThat(worker.lastModerated().verdict().policyVersion()).isEqualTo(1);
        assertThat(worker.count(WorkerMetrics.PASSED_OVER, "topic", Topics.POLICIES))
                .isEqualTo(3);
    }

    @Test
    void aPolicyTombstoneBringsTheBuiltInPolicyBack() {
        worker.send(Topics.POLICIES, holdAll(1));
        worker.send(Topics.POLICIES, Comments.SITE, null, new RecordHeaders());

        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));

        assertThat(worker.lastModerated().verdict().policyVersion()).isZero();
    }

    @Test
    void anUnreadableCommandGoesToTheDeadLettersAsItCame() {
        worker.send(Topics.SUBMITTED, "c1", "{not json".getBytes(UTF_8), type(CommentSubmitted.TYPE));
        worker.send(Topics.SUBMITTED, submitted("c2", "写得真好"));

        var dead = Objects.requireNonNull(
                worker.read(Topics.deadLetters(Topics.SUBMITTED)).get(0));
        assertThat(dead.key()).isEqualTo("c1");
        assertThat(Worker.value(dead)).isEqualTo("{not json".getBytes(UTF_8));
        assertThat(header(dead.headers(), CloudEventHeaders.TYPE)).isEqualTo(CommentSubmitted.TYPE);
        assertThat(header(dead.headers(), DeadLetters.REASON)).isEqualTo("unreadable");
        assertThat(header(dead.headers(), DeadLetters.ERROR)).startsWith("not a CommentSubmitted");
        assertThat(header(dead.headers(), DeadLetters.TOPIC)).isEqualTo(Topics.SUBMITTED);
        assertThat(header(dead.headers(), DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(dead.headers(), DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(worker.moderated())
                .singleElement()
                .satisfies(comment -> assertThat(comment.id()).isEqualTo("c2"));
        assertThat(worker.count(WorkerMetrics.DEAD_LETTERS, "topic", Topics.SUBMITTED, "reason", "unreadable"))
                .isEqualTo(1);
    }

    @Test
    void aCommandOfANewerKindIsSetAside() {
        worker.send(Topics.DECIDED, "c1", "{}".getBytes(UTF_8), type("winnow.comment.judged-by-committee"));

        assertThat(worker.read(Topics.deadLetters(Topics.DECIDED)))
                .singleElement()
                .satisfies(dead ->
                        assertThat(header(dead.headers(), DeadLetters.REASON)).isEqualTo("newer-kind"));
    }

    @Test
    void aCommandWithoutValueIsSetAside() {
        worker.send(Topics.SUBMITTED, "c1", null, type(CommentSubmitted.TYPE));

        assertThat(worker.read(Topics.deadLetters(Topics.SUBMITTED))).hasSize(1);
    }

    @Test
    void aCommandUnderAnotherCommentsKeyIsSetAside() {
        var headers = type(CommentSubmitted.TYPE);
        var value = EventJson.write(submitted("c1", "写得真好"));
        worker.send(Topics.SUBMITTED, "c2", value, headers);
        worker.send(Topics.SUBMITTED, null, value, headers);

        assertThat(worker.moderated()).isEmpty();
        assertThat(worker.read(Topics.deadLetters(Topics.SUBMITTED))).hasSize(2).allSatisfy(dead -> {
            assertThat(Worker.value(dead)).isEqualTo(value);
            assertThat(header(dead.headers(), DeadLetters.REASON)).isEqualTo("misplaced");
        });
    }

    @Test
    void aScreenThatThrowsHandsTheCommentToAPerson() {
        worker.send(Topics.SUBMITTED, submitted("c1", "throw"));

        var flagged = worker.lastModerated();
        assertThat(flagged.status()).isEqualTo(Status.FLAGGED);
        assertThat(flagged.verdict().signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.name()).isEqualTo("screening-failed"));
        assertThat(worker.count(WorkerMetrics.SIGNALS, "signal", "screening-failed"))
                .isEqualTo(1);
    }

    @Test
    void howAnAuthorsCommentsEndedIsKnownToTheNextScreening() {
        worker.send(Topics.SUBMITTED, submitted("c1", "spam"));
        worker.send(Topics.SUBMITTED, submitted("c2", "写得真好"));
        var histories = worker.histories();
        var history = Objects.requireNonNull(histories.get(histories.size() - 1));
        assertThat(history.key()).isEqualTo("default/id:u1");
        assertThat(history.count(Status.FLAGGED)).isEqualTo(1);
        assertThat(history.count(Status.APPROVED)).isEqualTo(1);

        worker.send(Topics.AUTHORS, history);
        worker.send(Topics.SUBMITTED, submitted("c3", "how many before?"));

        assertThat(worker.lastModerated().verdict().model()).isEqualTo("2 before, under null");
    }

    @Test
    void aCommentIsScreenedUnderItsArticlesTitle() {
        worker.send(Topics.ARTICLES, article("A title"));
        worker.send(Topics.ARTICLES, article("A better title"));
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));
        var titled = worker.lastModerated();

        worker.send(Topics.ARTICLES, Article.key(Comments.SITE, "a1"), null, new RecordHeaders());
        worker.send(Topics.SUBMITTED, submitted("c2", "写得真好"));

        assertThat(titled.verdict().model()).isEqualTo("0 before, under A better title");
        assertThat(worker.lastModerated().verdict().model()).endsWith("under null");
    }

    @Test
    void anEventTakenTwiceOrLateLeavesAHistoryAsItIs() {
        worker.send(Topics.SUBMITTED, submitted("c1", "spam"));
        var first = worker.lastModerated();
        worker.send(Topics.SUBMITTED, edited("c1", "写得真好"));
        worker.histories();

        worker.send(Topics.MODERATED, first);

        assertThat(worker.histories()).last().satisfies(history -> {
            assertThat(history.latest()).hasSize(1);
            assertThat(history.count(Status.APPROVED)).isEqualTo(1);
        });
        assertThat(worker.count(WorkerMetrics.BACKWARD_REVISIONS)).isEqualTo(1);
    }

    @Test
    void anAuthorWhomNobodyVouchedForAndWhoCameFromNowhereHasNoHistory() {
        var typed = new Comment(
                "c1",
                "default",
                "a1",
                null,
                new Author("x", null, null, false),
                "hi",
                null,
                Comments.NOON,
                null,
                null,
                true);
        worker.send(Topics.SUBMITTED, new CommentSubmitted(typed, Comments.NOON));

        assertThat(worker.moderated()).hasSize(1);
        assertThat(worker.histories()).isEmpty();
    }

    @Test
    void tombstonesAndNewerKindsOfCommentsStopNobody() {
        worker.send(Topics.MODERATED, "c1", null, new RecordHeaders());
        worker.send(Topics.MODERATED, "c1", "{}".getBytes(UTF_8), type("winnow.comment.embalmed"));
        worker.send(Topics.MODERATED, "c1", "{}".getBytes(UTF_8), type("winnow.comment.approved"));

        worker.send(Topics.SUBMITTED, submitted("c2", "写得真好"));

        assertThat(worker.histories()).hasSize(1);
        assertThat(worker.count(WorkerMetrics.PASSED_OVER, "topic", Topics.MODERATED))
                .isEqualTo(1);
        assertThat(worker.read(Topics.deadLetters(Topics.MODERATED))).hasSize(1);
    }

    @Test
    void commandsAndTimesAreCounted() {
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));
        worker.send(Topics.SUBMITTED, submitted("c1", "写得真好"));

        assertThat(worker.count(WorkerMetrics.COMMANDS, "kind", "submitted", "effect", "new"))
                .isEqualTo(1);
        assertThat(worker.count(WorkerMetrics.COMMANDS, "kind", "submitted", "effect", "nothing-new"))
                .isEqualTo(1);
        assertThat(worker.count(WorkerMetrics.SCREENED, "outcome", "approve")).isEqualTo(1);
        assertThat(worker.meters.get(WorkerMetrics.SCREENING).timer().count()).isEqualTo(1);
        assertThat(worker.meters
                        .get(WorkerMetrics.SUBMITTED_TO_MODERATED)
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private static Verdict screen(Comment comment, Policy policy, Context context) {
        if (comment.text().equals("throw")) {
            throw new IllegalStateException("a screen failed");
        }
        var flag = comment.text().equals("spam") || policy.holdAll();
        var before = context.history().latest().size() + " before, under " + context.title();
        var plain = verdict(flag ? Verdict.Outcome.FLAG : Verdict.Outcome.APPROVE);
        return new Verdict(plain.outcome(), 0, 0, List.of(), policy.version(), before);
    }

    private static Article article(String title) {
        return new Article(Comments.SITE, "a1", title, null, null, null, Article.Comments.OPEN, Comments.NOON);
    }

    private static Policy holdAll(long version) {
        var plain = Policy.builtIn(Comments.SITE);
        return new Policy(
                plain.site(),
                version,
                plain.spam(),
                plain.abuse(),
                true,
                false,
                3,
                plain.entriesOff(),
                plain.exceptions(),
                plain.entries(),
                plain.screensOff(),
                plain.reasons(),
                "m",
                "test",
                Comments.NOON);
    }

    private static RecordHeaders type(String type) {
        var headers = new RecordHeaders();
        headers.add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
        return headers;
    }

    private static String header(Headers headers, String name) {
        return Objects.requireNonNull(CloudEventHeaders.get(headers, name));
    }
}
