package dev.winnow.worker.screening.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Comments;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleScreenTest {

    private static final String ENGLISH = "How to keep a Kafka cluster healthy";
    private static final String CHINESE = "城市更新中的老街应该怎样保留";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CHINESE + " | 城市更新中的老街应该怎样保留 | 城市更新中的老街应该怎样保留",
                CHINESE + " | “城市更新中的老街应該怎樣保留”，好文 | 城市更新中的老街应該怎樣保留",
                ENGLISH + " | wow! HOW TO KEEP A KAFKA CLUSTER HEALTHY | HOW TO KEEP A KAFKA CLUSTER HEALTHY",
            })
    void tellsOfACopiedTitleAndPointsAtIt(String title, String text, String place) {
        var signals = look(title, text);

        assertThat(signals).extracting(Signal::name).containsExactly("title-copied");
        assertThat(signals.get(0).spans())
                .hasSize(1)
                .allSatisfy(span ->
                        assertThat(text.substring(span.from(), span.to())).isEqualTo(place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CHINESE + " | Nobody ever asks the people who live in these streets what they want",
                ENGLISH + " | 这篇文章写得很清楚，我照着做了一遍，集群稳定多了",
                ENGLISH + " | Спасибо за статью, очень полезно и понятно написано",
                CHINESE + " | Спасибо за статью, очень полезно и понятно написано",
            })
    void tellsOfAnotherLanguage(String title, String text) {
        assertThat(look(title, text)).extracting(Signal::name).containsExactly("other-language");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CHINESE + " | 标题说“城市更新中的老街应该怎样保留”，可文章从头到尾没有回答，只讲了拆迁的账",
                CHINESE + " | 看完 Jane Jacobs 的 The Death and Life of Great American Cities 再看这个",
                CHINESE + " | OK, thanks!",
                "你好 | 你好",
                "😀 1984 | Nobody ever asks the people who live in these streets",
                ENGLISH + " | Keeping it healthy is the easy part; upgrading it is not",
                ENGLISH + " | 谢谢，讲得好",
            })
    void saysNothingOfOrdinaryComments(String title, String text) {
        assertThat(look(title, text)).isEmpty();
    }

    @Test
    void saysNothingOfAnArticleThatWasNeverRegistered() {
        assertThat(look(null, ENGLISH)).isEmpty();
    }

    private static List<Signal> look(@Nullable String title, String text) {
        var context = new Context(AuthorHistory.none("default", "id:1"), title);
        return new ArticleScreen().look(Subject.of(Comments.saying(text), Comments.policy(), context));
    }
}
