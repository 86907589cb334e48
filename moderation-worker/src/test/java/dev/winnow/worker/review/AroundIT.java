package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Author;
import dev.winnow.events.Comment;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lies around a comment: thread, author, near-copies; and what a second opinion said. */
class AroundIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "r-" + UUID.randomUUID();

    @Test
    void theThreadAroundIsParentNeighboursAndAnswers() {
        var parent = submitted(null, "u-1", "今天天气不错");
        var before = submitted(parent.id(), "u-2", "是啊");
        var item = submitted(parent.id(), "u-3", FLAGGED);
        var after = submitted(parent.id(), "u-4", "对的");
        var answer = submitted(item.id(), "u-5", "不要");

        var around = desk.get("/v1/review/comments/" + item.id() + "/around");

        assertThat(around.get("parent").get("id").stringValue()).isEqualTo(parent.id());
        assertThat(ids(around.get("before"))).containsExactly(before.id());
        assertThat(ids(around.get("after"))).containsExactly(after.id());
        assertThat(ids(around.get("answers"))).containsExactly(answer.id());
    }

    @Test
    void theAuthorsOtherCommentsSayHowTheyEnded() {
        var author = "u-" + UUID.randomUUID();
        var fine = submitted(null, author, "今天天气不错");
        var rejected = submitted(null, author, FLAGGED + " 一");
        decide(rejected, "reject");
        var item = submitted(null, author, FLAGGED + " 二");

        var of = desk.get("/v1/review/comments/" + item.id() + "/around").get("author");

        assertThat(of.get("known").booleanValue()).isTrue();
        assertThat(ids(of.get("latest"))).containsExactly(rejected.id(), fine.id());
        assertThat(of.get("ended").toString()).contains("\"approved\":1", "\"rejected\":1");
        assertThat(of.get("latest").get(0).get("ended").get("by").get("name").stringValue())
                .isEqualTo("lilei");
    }

    @Test
    void nearCopiesThatWaitAreFoundAndOthersAreNot() {
        var text = "想要轻松赚钱的朋友可以加我微信 abc123 详聊，每天只要两小时，日结三百" + article;
        var item = submitted(null, "u-1", text);
        var copy = submitted(null, "u-2", text.replace("三百", "五百"));
        submitted(null, "u-3", FLAGGED + article.hashCode());
        var decided = submitted(null, "u-4", text + "！");
        decide(decided, "reject");

        assertThat(ids(desk.get("/v1/review/comments/" + item.id() + "/around").get("copies")))
                .containsExactly(copy.id());
    }

    @Test
    void aSecondOpinionsScoresAreNumbersNotANote() {
        var item = submitted(null, "u-1", FLAGGED);
        desk.opined(item, "spam 0.99, abuse 0.01");

        var comment = desk.get("/v1/review/comments/" + item.id());

        assertThat(comment.get("opinion").get("spam").doubleValue()).isEqualTo(0.99);
        assertThat(comment.get("scores").get("spam").doubleValue()).isEqualTo(0.8);
        var decision = comment.get("decisions").get(1);
        assertThat(decision.get("scores").get("abuse").doubleValue()).isEqualTo(0.01);
        assertThat(decision.get("note").isNull()).isTrue();
    }

    @Test
    void aCommentThatIsNotThereHasNothingAround() {
        desk.moderator("lilei")
                .get()
                .uri("/v1/review/comments/none/around")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private ReviewItem submitted(@Nullable String parent, String author, String text) {
        var id = UUID.randomUUID().toString();
        var by = new Author("小明", author + article, null, true);
        var comment =
                new Comment(id, "default", article, parent, by, text, null, Instant.now(), null, "origin-" + id, false);
        desk.send(Topics.SUBMITTED, new CommentSubmitted(comment, comment.submittedAt()), id);
        return desk.await(id, 1);
    }

    private void decide(ReviewItem item, String decision) {
        desk.moderator("lilei")
                .post()
                .uri("/v1/review/comments/{id}/decisions", item.id())
                .bodyValue(java.util.Map.of("decision", decision, "revision", item.revision()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static List<String> ids(JsonNode briefs) {
        var ids = new ArrayList<String>();
        briefs.forEach(brief -> ids.add(brief.get("id").stringValue()));
        return ids;
    }
}
