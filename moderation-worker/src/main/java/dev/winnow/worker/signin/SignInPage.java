package dev.winnow.worker.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The page on which moderators sign in. It works without JavaScript. */
@RestController
final class SignInPage {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");

    private final @Nullable OidcSettings oidc;
    private final String template;
    private final Map<PageLanguage, Map<String, String>> words = new EnumMap<>(PageLanguage.class);

    SignInPage(SignInSettings settings) throws IOException {
        oidc = settings.oidc();
        template = new ClassPathResource("review/sign-in.html").getContentAsString(UTF_8);
        for (var language : PageLanguage.values()) {
            words.put(language, words("review/sign-in." + language.word() + ".properties"));
        }
    }

    @GetMapping(value = SignInRequired.PAGE, produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange, @RequestParam(required = false) @Nullable String notice) {
        var language = PageLanguage.ofPage(exchange.getRequest());
        return crossSiteToken(exchange)
                .map(token -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .body(filled(language, Notice.of(notice), token)));
    }

    /** Somebody comes here with the session that has just begun, and goes on to the desk. */
    @GetMapping(SignInForm.DONE)
    Mono<Void> done(ServerWebExchange exchange) {
        return SignInRequired.redirect(exchange, "/review");
    }

    /** The token that the page's form sends back; asking for it also sets its cookie. */
    private static Mono<CsrfToken> crossSiteToken(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        return token;
    }

    private String filled(PageLanguage language, Notice notice, CsrfToken token) {
        var values = new HashMap<>(words.get(language));
        values.put("language", language.tag());
        values.put("token", token.getToken());
        values.put("notice", notice == Notice.NONE ? "" : values.get("notice." + notice.word()));
        values.put("notice-kind", notice.word());
        values.put(
                "provider",
                oidc == null ? "" : Objects.requireNonNull(values.get("by")).formatted(oidc.label()));
        values.put("provider-there", oidc == null ? "no" : "yes");
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            var value = Objects.requireNonNull(values.get(found.group(1)), found.group());
            return Matcher.quoteReplacement(HtmlUtils.htmlEscape(value, "UTF-8"));
        });
    }

    private static Map<String, String> words(String resource) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(resource).getInputStream(), UTF_8)) {
            properties.load(reader);
        }
        var words = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> words.put(name, properties.getProperty(name)));
        return words;
    }

    /** Why the page is shown again. */
    enum Notice {
        NONE,
        WRONG,
        WAIT,
        AGAIN,
        SIGNED_OUT,
        NOT_KEPT,
        PROVIDER,
        NO_ROLE,
        EXPIRED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Notice of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(n -> n.word().equals(word))
                    .findFirst()
                    .orElse(NONE);
        }
    }
}
