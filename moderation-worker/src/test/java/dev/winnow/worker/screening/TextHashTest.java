package dev.winnow.worker.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHashTest {

    @Test
    void disguisesCaseAndPunctuationDoNotMakeAnotherText() {
        long hash = TextHash.of("加微信领红包 now");

        assertThat(TextHash.of("加 微 信 领红包！ＮＯＷ")).isEqualTo(hash);
        assertThat(TextHash.of("加\u200B微信領紅包, Now...")).isEqualTo(hash);
    }

    @Test
    void anotherTextHasAnotherHash() {
        assertThat(TextHash.of("谢谢分享")).isNotEqualTo(TextHash.of("谢谢您分享"));
        assertThat(TextHash.of("👍")).isNotEqualTo(TextHash.of("👎"));
        assertThat(TextHash.of("ab")).isNotEqualTo(TextHash.of("ba"));
    }
}
