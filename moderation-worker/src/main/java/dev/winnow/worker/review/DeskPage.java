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

/** The desk in the browser: one page, which fills itself by the API. */
@RestController
class DeskPage {

    private final String page;

    DeskPage() throws IOException {
        page = new ClassPathResource("review/desk.html").getContentAsString(UTF_8);
    }

    @GetMapping("/")
    Mono<ResponseEntity<Void>> start() {
        return Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/review"))
                .build());
    }

    @GetMapping(value = "/review", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> desk(ServerWebExchange exchange) {
        var language = PageLanguage.ofPage(exchange.getRequest());
        // Asking for the token sets the cookie that the page's script sends back.
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        return token.map(t -> ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(page.replace("{{language}}", language.tag())));
    }
}
