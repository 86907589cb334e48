package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.worker.signin.PageLanguage;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk in the browser: pages which fill themselves by the API. */
@RestController
class DeskPage {

    private final String desk = html("desk");
    private final String audit = html("audit");
    private final String numbers = html("numbers");

    DeskPage() throws IOException {}

    @GetMapping("/")
    Mono<ResponseEntity<Void>> start() {
        return Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/review"))
                .build());
    }

    @GetMapping(value = "/review", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> desk(ServerWebExchange exchange) {
        return page(desk, exchange);
    }

    @GetMapping(value = "/review/audit", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> audit(ServerWebExchange exchange) {
        return page(audit, exchange);
    }

    @GetMapping(value = "/review/numbers", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> numbers(ServerWebExchange exchange) {
        return page(numbers, exchange);
    }

    private static Mono<ResponseEntity<String>> page(String html, ServerWebExchange exchange) {
        var language = PageLanguage.ofPage(exchange.getRequest());
        // Asking for the token sets the cookie that the page's script sends back.
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        return token.map(t -> ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(html.replace("{{language}}", language.tag())));
    }

    private static String html(String name) throws IOException {
        return new ClassPathResource("review/" + name + ".html").getContentAsString(UTF_8);
    }
}
