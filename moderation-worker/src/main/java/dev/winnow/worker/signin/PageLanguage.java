package dev.winnow.worker.signin;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The languages of the desk, and which one a request is to be answered in. */
public enum PageLanguage {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    /** In which the desk's switch keeps what a moderator chose: {@code zh} or {@code en}. */
    public static final String COOKIE = "winnow-language";

    private final Locale locale;

    PageLanguage(Locale locale) {
        this.locale = locale;
    }

    /** The language of a page: what was chosen there, else what the browser asks for. */
    public static PageLanguage ofPage(ServerHttpRequest request) {
        var chosen = request.getCookies().getFirst(COOKIE);
        return chosen == null ? accepted(request.getHeaders()) : of(chosen);
    }

    /** The language that {@code Accept-Language} asks for: Chinese in any form, else English. */
    public static PageLanguage accepted(HttpHeaders headers) {
        var asked = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        for (var range : ranges(asked == null ? "" : asked)) {
            var language = range.getRange().split("-", 2)[0];
            if (range.getWeight() > 0 && (language.equals("zh") || language.equals("en"))) {
                return language.equals("zh") ? CHINESE : ENGLISH;
            }
        }
        return ENGLISH;
    }

    private static PageLanguage of(HttpCookie chosen) {
        return chosen.getValue().equals("zh") ? CHINESE : ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(String asked) {
        if (asked.isBlank() || asked.length() > 500) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(asked);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    public Locale locale() {
        return locale;
    }

    /** As pages and cookies write it. */
    public String word() {
        return locale.getLanguage();
    }

    /** As HTML's {@code lang} and the header {@code Content-Language} write it. */
    public String tag() {
        return this == CHINESE ? "zh-CN" : "en";
    }
}
