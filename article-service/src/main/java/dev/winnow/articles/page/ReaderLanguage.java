package dev.winnow.articles.page;

import dev.winnow.articles.site.Language;
import dev.winnow.articles.site.Site;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** In which language a reader wants the page: what was chosen, then what the browser asks for, then the site's. */
final class ReaderLanguage {

    /** The query parameter of a choice. */
    static final String PARAMETER = "lang";

    private ReaderLanguage() {}

    static Language of(ServerHttpRequest request, Site site) {
        return wanted(request).orElse(site.language());
    }

    /** What the reader wants, as far as it can be told. */
    static Optional<Language> wanted(ServerHttpRequest request) {
        return chosen(request).or(() -> preferred(request));
    }

    private static Optional<Language> chosen(ServerHttpRequest request) {
        return Optional.ofNullable(request.getQueryParams().getFirst(PARAMETER))
                .map(Locale::forLanguageTag)
                .flatMap(Language::of);
    }

    private static Optional<Language> preferred(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAcceptLanguageAsLocales().stream()
                    .flatMap(locale -> Language.of(locale).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
