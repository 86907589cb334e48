package dev.winnow.worker.signin;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerFormLoginAuthenticationConverter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/** Takes what the sign-in page sends, and leads on to the desk or back to the page, which then says why. */
final class SignInForm {

    /** Where a browser is led first that has just signed in: there it shows whether it kept the session. */
    static final String DONE = "/review/signed-in";

    private SignInForm() {}

    static AuthenticationWebFilter filter(ModeratorSignIn signIn, SessionCookie session) {
        var filter = new AuthenticationWebFilter(signIn);
        filter.setRequiresAuthenticationMatcher(
                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, SignInRequired.PAGE));
        filter.setServerAuthenticationConverter(new ServerFormLoginAuthenticationConverter());
        filter.setSecurityContextRepository(session);
        filter.setAuthenticationSuccessHandler(SignInForm::signedIn);
        filter.setAuthenticationFailureHandler(SignInForm::refused);
        return filter;
    }

    private static Mono<Void> signedIn(WebFilterExchange exchange, Authentication who) {
        return SignInRequired.redirect(exchange.getExchange(), DONE);
    }

    private static Mono<Void> refused(WebFilterExchange exchange, AuthenticationException why) {
        var reason = why instanceof TooManyAttempts ? SignInPage.Notice.WAIT : SignInPage.Notice.WRONG;
        return SignInRequired.redirect(exchange.getExchange(), SignInRequired.PAGE + "?notice=" + reason.word());
    }
}
