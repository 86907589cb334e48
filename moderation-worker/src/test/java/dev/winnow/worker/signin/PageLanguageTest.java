package dev.winnow.worker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class PageLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN            | CHINESE",
                "zh-Hant-TW       | CHINESE",
                "en-GB,zh;q=0.9   | ENGLISH",
                "zh;q=0.1,en;q=0.9 | ENGLISH",
                "de,zh;q=0.5      | CHINESE",
                "zh;q=0,de        | ENGLISH",
                "de               | ENGLISH",
                "*                | ENGLISH",
                "@@;;q=           | ENGLISH",
                "                 | ENGLISH",
            })
    void chineseInAnyFormElseEnglish(@Nullable String asked, PageLanguage language) {
        var headers = new HttpHeaders();
        if (asked != null) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, asked);
        }

        assertThat(PageLanguage.accepted(headers)).isEqualTo(language);
    }
}
