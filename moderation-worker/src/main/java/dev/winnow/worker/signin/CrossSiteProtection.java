package dev.winnow.worker.signin;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemAnswers;
import dev.winnow.worker.problems.ProblemKind;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps other sites from acting in a moderator's name (CSRF): whatever changes something needs the value of the cookie
 * {@code XSRF-TOKEN} (by HTTPS {@code __Host-XSRF-TOKEN}) again, in the header {@code X-XSRF-TOKEN} or in a form's field {@code _csrf}. A script that sends
 * name and password itself, and has no session, needs none; a browser that does so is no such script.
 */
@Component
final class CrossSiteProtection implements Customizer<ServerHttpSecurity.CsrfSpec> {

    private static final Set<HttpMethod> HARMLESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final ProblemAnswers answers;
    private final CrossSiteTokens tokens;

    CrossSiteProtection(ProblemAnswers answers, SecureCookies cookies) {
        this.answers = answers;
        this.tokens = new CrossSiteTokens(cookies);
    }

    @Override
    public void customize(ServerHttpSecurity.CsrfSpec csrf) {
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(CrossSiteProtection::needsToken)
                .accessDeniedHandler(this::refuse);
    }

    private static Mono<MatchResult> needsToken(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var needed = !HARMLESS.contains(request.getMethod())
                && (SessionCookie.isOn(exchange)
                        || request.getPath().value().equals(SignInRequired.PAGE)
                        || isBrowserWithPassword(request.getHeaders()));
        return needed ? MatchResult.match() : MatchResult.notMatch();
    }

    /** Browsers that were once given name and password for HTTP Basic send them along with whatever any site asks for. */
    private static boolean isBrowserWithPassword(HttpHeaders headers) {
        return headers.containsHeader(HttpHeaders.AUTHORIZATION) && headers.containsHeader("Sec-Fetch-Site");
    }

    private Mono<Void> refuse(ServerWebExchange exchange, AccessDeniedException why) {
        if (exchange.getRequest().getPath().value().equals(SignInRequired.PAGE)) {
            return SignInRequired.redirect(exchange, SignInRequired.PAGE + "?notice=" + SignInPage.Notice.AGAIN.word());
        }
        return answers.write(
                exchange,
                Problem.of(
                        ProblemKind.FORBIDDEN,
                        "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN, or name and password"
                                + " by HTTP Basic without a session's cookie."));
    }
}
