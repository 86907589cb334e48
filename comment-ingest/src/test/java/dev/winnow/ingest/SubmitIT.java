package dev.winnow.ingest;

import static dev.winnow.ingest.Api.body;
import static dev.winnow.ingest.Api.comment;
import static dev.winnow.ingest.Api.json;
import static dev.winnow.ingest.Api.newArticle;
import static dev.winnow.ingest.Api.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.events.CloudEventHeaders;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentAppealed;
import dev.winnow.events.CommentEdited;
import dev.winnow.events.CommentReported;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.CommentWithdrawn;
import dev.winnow.events.TraceParent;
import dev.winnow.testing.Infrastructure;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a comment's author and its readers do, up to the topic. */
class SubmitIT {

    private static final RunningIngest INGEST =
            RunningIngest.ready(Infrastructure.kafka(), "--winnow.ingest.limits.enabled=false");
    private static final Api API = INGEST.api();
    private static final SubmittedTopic TOPIC = new SubmittedTopic(Infrastructure.kafka());

    @AfterAll
    static void stop() {
        INGEST.close();
    }

    @Test
    void whatIsAnswered202IsOnTheTopicWithTheHeadersOfTheContract() {
        var article = newArticle();
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        var answer = API.post(thread(article), comment("临渊", "缺一不可\r\n🧠"), TraceParent.HEADER, trace);

        assertThat(answer.statusCode()).isEqualTo(202);
        var id = body(answer).get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains(thread(article) + "/" + id);
        assertThat(body(answer).get("status").asString()).isEqualTo("pending");
        var record = TOPIC.of(id).get(0);
        assertThat(CloudEventHeaders.type(record.headers())).isEqualTo(CommentSubmitted.TYPE);
        assertThat(CloudEventHeaders.get(record.headers(), CloudEventHeaders.SOURCE))
                .isEqualTo("/winnow/comment-ingest");
        assertThat(CloudEventHeaders.get(record.headers(), CloudEventHeaders.SUBJECT))
                .isEqualTo(id);
        assertThat(CloudEventHeaders.get(record.headers(), CloudEventHeaders.ID))
                .isNotBlank();
        assertThat(CloudEventHeaders.trace(record.headers()).traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        var comment = ((CommentSubmitted) SubmittedTopic.command(record)).comment();
        assertThat(comment.text()).isEqualTo("缺一不可\r\n🧠");
        assertThat(comment.author().verified()).isFalse();
        assertThat(comment.origin()).hasSize(11);
        assertThat(comment.imported()).isFalse();
        assertThat(comment.submittedAt()).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void fiftyEqualPostsAtOnceWithOneKeyAreOneComment() {
        var article = newArticle();
        var key = UUID.randomUUID().toString();

        var answers = IntStream.range(0, 50)
                .mapToObj(i -> API.postLater(thread(article), comment("Ada", "once"), "Idempotency-Key", key))
                .toList();

        var ids = answers.stream()
                .map(later -> later.join())
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(202))
                .map(answer -> body(answer).get("id").asString())
                .distinct();
        assertThat(ids).hasSize(1);
        assertThat(TOPIC.ofArticle(article))
                .extracting("id")
                .hasSize(50)
                .containsOnly(TOPIC.ofArticle(article).get(0).id());
    }

    @Test
    void withoutAKeyEachPostIsACommentOfItsOwn() {
        var article = newArticle();

        var one = API.post(thread(article), comment("Ada", "again"));
        var two = API.post(thread(article), comment("Ada", "again"));

        assertThat(body(one).get("id")).isNotEqualTo(body(two).get("id"));
    }

    @Test
    void theAuthorEditsAndWithdrawsWithTheManageToken() {
        var article = newArticle();
        var submitted = body(API.post(thread(article), comment("Ada", "frist")));
        var id = submitted.get("id").asString();
        var path = thread(article) + "/" + id;
        var bearer = "Bearer " + submitted.get("manageToken").asString();

        var edited = API.put(path, json(Map.of("text", "first")), "Authorization", bearer);
        var withdrawn = API.send("DELETE", path, "", "Authorization", bearer);

        assertThat(edited.statusCode()).isEqualTo(202);
        assertThat(edited.body()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"pending\"}");
        assertThat(withdrawn.statusCode()).isEqualTo(202);
        assertThat(withdrawn.body()).isEqualTo("{\"id\":\"" + id + "\",\"status\":\"withdrawn\"}");
        var commands = TOPIC.of(id).stream().map(SubmittedTopic::command).toList();
        assertThat(commands).hasSize(3);
        assertThat(commands.get(1))
                .isInstanceOfSatisfying(
                        CommentEdited.class, edit -> assertThat(edit.text()).isEqualTo("first"));
        assertThat(commands.get(2)).isInstanceOf(CommentWithdrawn.class);
    }

    @Test
    void theSiteSServerForwardsTheManageTokenBesideItsKey() {
        var article = newArticle();
        var submitted = body(API.post(thread(article), comment("Ada", "text")));
        var path = thread(article) + "/" + submitted.get("id").asString();

        var answer = API.put(
                path,
                json(Map.of("text", "new")),
                "Authorization",
                "Bearer " + RunningIngest.SITE_KEY,
                "Winnow-Manage-Token",
                submitted.get("manageToken").asString());

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void theAnswerSaysUntilWhenTheAuthorMayChangeTheComment() {
        var asked = Instant.now();

        var submitted = body(API.post(thread(newArticle()), comment("Ada", "mine for a while")));

        assertThat(Instant.parse(submitted.get("manageUntil").asString()))
                .isCloseTo(asked.plus(Duration.ofDays(30)), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void theAuthorAppealsWithTheManageToken() {
        var article = newArticle();
        var submitted = body(API.post(thread(article), comment("Ada", "no advertisement")));
        var path = thread(article) + "/" + submitted.get("id").asString() + "/appeals";
        var bearer = "Bearer " + submitted.get("manageToken").asString();

        assertThat(API.post(path, json(Map.of("text", "let me explain"))).statusCode())
                .isEqualTo(401);
        assertThat(API.post(path, json(Map.of("text", " ")), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(422);
        assertThat(API.post(path, json(Map.of("text", "let me explain")), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(202);

        var commands = TOPIC.of(submitted.get("id").asString());
        assertThat(commands).hasSize(2);
        assertThat(((CommentAppealed) SubmittedTopic.command(commands.get(1))).words())
                .isEqualTo("let me explain");
    }

    @Test
    void withoutAManageTokenNothingIsChanged() {
        var article = newArticle();
        var one = body(API.post(thread(article), comment("Ada", "mine")));
        var other = body(API.post(thread(article), comment("Eve", "hers")));
        var path = thread(article) + "/" + one.get("id").asString();
        var edit = json(Map.of("text", "taken over"));

        var none = API.put(path, edit);
        var anothers = API.put(
                path,
                edit,
                "Authorization",
                "Bearer " + other.get("manageToken").asString());
        var siteKey = API.send("DELETE", path, "", "Authorization", "Bearer " + RunningIngest.SITE_KEY);

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(anothers.statusCode()).isEqualTo(403);
        assertThat(siteKey.statusCode()).isEqualTo(401);
        assertThat(TOPIC.of(one.get("id").asString())).hasSize(1);
    }

    @Test
    void aReportCarriesReasonNoteAndReporter() {
        var article = newArticle();
        var id = body(API.post(thread(article), comment("Spam", "buy")))
                .get("id")
                .asString();
        var report = json(Map.of("reason", "spam", "note", "广告"));

        var byReader = API.post(thread(article) + "/" + id + "/reports", report);
        var bySignedIn = API.post(
                thread(article) + "/" + id + "/reports",
                report,
                "Winnow-Author-Token",
                SignedAuthor.token("u-7", "Grace", "default"));

        assertThat(byReader.statusCode()).isEqualTo(202);
        assertThat(byReader.body()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(bySignedIn.statusCode()).isEqualTo(202);
        var reports = TOPIC.of(id).stream()
                .map(SubmittedTopic::command)
                .filter(CommentReported.class::isInstance)
                .map(command -> ((CommentReported) command).report())
                .toList();
        assertThat(reports).hasSize(2);
        assertThat(reports.get(0).reporter()).startsWith("origin:");
        assertThat(reports.get(0).reason()).isEqualTo("spam");
        assertThat(reports.get(0).note()).isEqualTo("广告");
        assertThat(reports.get(1).reporter()).isEqualTo("id:u-7");
    }

    @Test
    void anAuthorIsVerifiedOnlyByTheSite() {
        var article = newArticle();
        var typed =
                json(Map.of("author", Map.of("name", "Owner", "id", "u-1", "email", "o@example.com"), "text", "hello"));

        var byAnybody = API.post(thread(article), typed);
        var byKey = API.post(thread(article), typed, "Authorization", "Bearer " + RunningIngest.SITE_KEY);
        var byToken =
                API.post(thread(article), typed, "Winnow-Author-Token", SignedAuthor.token("u-7", "Grace", "default"));

        var anybody = submitted(byAnybody);
        assertThat(anybody.author().verified()).isFalse();
        assertThat(anybody.authorKey()).startsWith("origin:");
        var site = submitted(byKey);
        assertThat(site.author().verified()).isTrue();
        assertThat(site.authorKey()).isEqualTo("id:u-1");
        assertThat(site.origin()).isNull();
        var token = submitted(byToken);
        assertThat(token.author().name()).isEqualTo("Grace");
        assertThat(token.author().email()).isNull();
        assertThat(token.authorKey()).isEqualTo("id:u-7");
        assertThat(token.origin()).isNotNull();
    }

    @Test
    void anAnswerNamesItsParent() {
        var article = newArticle();
        var parent = body(API.post(thread(article), comment("Ada", "question")))
                .get("id")
                .asString();

        var answer = API.post(
                thread(article),
                json(Map.of(
                        "author",
                        Map.of("name", "Bob"),
                        "text",
                        "answer",
                        "parentId",
                        parent.toUpperCase(Locale.ROOT))));

        assertThat(submitted(answer).parentId()).isEqualTo(parent);
    }

    @Test
    void anArticleIdMayBeAPathOrChinese() {
        var article = "/博客/2025?x=1;y" + UUID.randomUUID();

        var answer = API.post(thread(article), comment("Ada", "text"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(submitted(answer).article()).isEqualTo(article);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(thread(article));
    }

    @Test
    void acceptedAndRefusedAreCounted() {
        var article = newArticle();
        API.post(thread(article), comment("Ada", "text"));
        API.post(thread(article), comment("Ada", ""));

        var metrics = API.get("/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern("winnow_ingest_accepted_total\\{kind=\"submitted\"\\} [1-9]")
                .containsPattern("winnow_ingest_refused_total\\{reason=\"invalid\"\\} [1-9]")
                .containsPattern("winnow_ingest_acknowledgement_seconds_count\\{outcome=\"held\"\\} [1-9]")
                .contains("winnow_ingest_requests_in_flight 0")
                .contains("winnow_ingest_kafka_available 1");
    }

    private static Comment submitted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var record = TOPIC.of(body(answer).get("id").asString()).get(0);
        return ((CommentSubmitted) SubmittedTopic.command(record)).comment();
    }
}
