package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The queue: its order, its filters, its search and its counts. */
class QueueIT {

    private static final String FLAGGED = "加我微信 abc123 领红包";

    private final Desk desk = Desk.shared();
    private final String article = "q-" + UUID.randomUUID();

    @Test
    void whatReadersReportedComesBeforeWhatWaitedLonger() {
        var first = desk.submitted(article, FLAGGED);
        var second = desk.submitted(article, FLAGGED + "2");
        var third = desk.submitted(article, FLAGGED + "3");
        desk.reported(second);

        assertThat(ids("order=urgent&limit=1")).containsExactly(second.id(), first.id(), third.id());
    }

    @Test
    void commentsAreFoundByAuthorSignalLanguageAndAge() {
        var verified = desk.submitted(article, new Author("阿强", "u-" + article, null, true), FLAGGED);
        var english =
                desk.submitted(article, new Author("Bob", null, null, false), "Write to me on telegram: abc123 now");

        assertThat(ids("author=id:u-" + article)).containsExactly(verified.id());
        assertThat(ids("author=name:bob")).containsExactly(english.id());
        assertThat(ids("signal=contact-detail")).containsExactly(verified.id());
        assertThat(ids("signal=listed-term")).containsExactly(verified.id(), english.id());
        assertThat(ids("language=en")).containsExactly(english.id());
        assertThat(ids("age=hour")).hasSize(2);
        assertThat(ids("age=day")).isEmpty();
    }

    @Test
    void aSearchFindsTextAndAuthorThroughCaseAndDisguise() {
        var disguised = desk.submitted(article, new Author("Eve", null, null, false), "加 微\u200B信 ABC123 abc123");
        desk.submitted(article, FLAGGED.replace("微信", "薇"));

        assertThat(ids("q=微信")).containsExactly(disguised.id());
        assertThat(ids("q=EVE")).containsExactly(disguised.id());
        assertThat(ids("q=.*")).isEmpty();
    }

    @Test
    void countsSayWhatAnotherChoiceWouldBring() {
        desk.submitted(article, FLAGGED);
        desk.submitted(article, "Write to me on telegram: abc123 now");
        desk.submitted(article, "今天天气不错");

        Awaitility.await().ignoreExceptions().untilAsserted(() -> {
            var facets = desk.get("/v1/review/facets?article=" + article + "&language=en");
            assertThat(facets.get("total").asInt()).isEqualTo(1);
            assertThat(facets.get("languages").toString())
                    .contains("{\"value\":\"en\",\"comments\":1}")
                    .contains("{\"value\":\"zh\",\"comments\":1}");
            assertThat(facets.get("signals").toString()).isEqualTo("[{\"value\":\"listed-term\",\"comments\":1}]");
            assertThat(facets.get("articles").toString()).contains(article);
        });
        assertThat(desk.get("/v1/review/facets?q=telegram&article=" + article)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = desk.get("/v1/review/comments?article=" + article + "&" + query + after);
            page.get("comments").forEach(comment -> ids.add(comment.get("id").stringValue()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        return ids;
    }
}
