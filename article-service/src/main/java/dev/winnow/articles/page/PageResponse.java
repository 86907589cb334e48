package dev.winnow.articles.page;

import dev.winnow.articles.site.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Sends a page, with everything forbidden that it does not need. */
final class PageResponse {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private PageResponse() {}

    /**
     * Sends it.
     *
     * @param writing the address that the page writes to, or null
     */
    static Mono<Void> write(ServerHttpResponse response, byte[] html, Language language, @Nullable String writing) {
        var headers = response.getHeaders();
        headers.setContentType(HTML);
        headers.setContentLength(html.length);
        headers.setContentLanguage(language.locale());
        headers.setCacheControl("no-cache");
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.set("Content-Security-Policy", POLICY.formatted(writing == null ? "" : " " + writing + "/"));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(html)));
    }
}
