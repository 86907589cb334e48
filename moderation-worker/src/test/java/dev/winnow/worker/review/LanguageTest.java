package dev.winnow.worker.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "今天天气不错, ZH",
        "加我微信 abc123, ZH",
        "Buy now at 微信, EN",
        "nice post, EN",
        "привет всем, OTHER",
        "これは日本語です, OTHER",
        "👍 123, OTHER"
    })
    void itsLettersTell(String text, Language language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }
}
