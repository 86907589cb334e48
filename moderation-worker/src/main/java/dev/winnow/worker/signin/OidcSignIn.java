package dev.winnow.worker.signin;

import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Signing in by the provider: sends the browser there with a state, a nonce and the hash of a verifier (PKCE), and takes
 * it back with a code, which is exchanged for a signed token that says who it is. Only that token counts.
 */
@RestController
@ConditionalOnProperty("winnow.review.oidc.issuer")
final class OidcSignIn {

    static final String THERE = SignInRequired.PAGE + "/oidc";
    static final String BACK = THERE + "/callback";

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private static final int LONGEST_LOGGED = 200;

    private final OidcSettings settings;
    private final OidcRequests requests;
    private final Moderators moderators;
    private final SignInThrottle throttle;
    private final SessionCookie session;
    private final DefaultServerOAuth2AuthorizationRequestResolver resolver;
    private final ServerOAuth2AuthorizationCodeAuthenticationTokenConverter brought;
    private final ReactiveAuthenticationManager check;

    OidcSignIn(
            SignInSettings settings,
            OidcProvider provider,
            OidcRequests requests,
            Moderators moderators,
            SignInThrottle throttle,
            SessionCookie session) {
        this.settings = Objects.requireNonNull(settings.oidc());
        this.requests = requests;
        this.moderators = moderators;
        this.throttle = throttle;
        this.session = session;
        this.resolver = new DefaultServerOAuth2AuthorizationRequestResolver(provider);
        this.resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.brought = new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(provider);
        this.brought.setAuthorizationRequestRepository(requests);
        this.check = check(this.settings);
    }

    @GetMapping(THERE)
    Mono<Void> there(ServerWebExchange exchange) {
        // State, nonce and verifier come from the system's source of chance, which may block.
        return Mono.defer(() -> resolver.resolve(exchange, OidcProvider.ID))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(request -> requests.saveAuthorizationRequest(request, exchange)
                        .then(SignInRequired.redirect(exchange, request.getAuthorizationRequestUri())))
                .onErrorResume(failure -> refused(exchange, SignInPage.Notice.PROVIDER, failure));
    }

    @GetMapping(BACK)
    Mono<Void> back(ServerWebExchange exchange) {
        var address = ModeratorSignIn.address(exchange.getRequest().getRemoteAddress());
        if (!throttle.begin(THERE + address, address).isZero()) {
            return refused(exchange, SignInPage.Notice.WAIT, new IllegalStateException("too many attempts"));
        }
        return brought.convert(exchange)
                .flatMap(check::authenticate)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nothing was brought back")))
                .timeout(settings.timeout())
                .map(who -> ((OidcUser) Objects.requireNonNull(who.getPrincipal())).getClaims())
                .flatMap(claims -> {
                    throttle.succeeded(THERE + address, address);
                    return admitted(exchange, claims);
                })
                .onErrorResume(failure -> refused(exchange, SignInPage.Notice.PROVIDER, failure));
    }

    private Mono<Void> admitted(ServerWebExchange exchange, Map<String, Object> claims) {
        var person = OidcPerson.of(claims, settings);
        if (person.isEmpty()) {
            return refused(exchange, SignInPage.Notice.NO_ROLE, new IllegalStateException("no name, role or site"));
        }
        if (moderators.person(person.get().name()).isPresent()) {
            return refused(exchange, SignInPage.Notice.NO_ROLE, new IllegalStateException("a moderator's name"));
        }
        session.begin(exchange, person.get(), true);
        return SignInRequired.redirect(exchange, SignInForm.DONE);
    }

    private static Mono<Void> refused(ServerWebExchange exchange, SignInPage.Notice notice, Throwable why) {
        log.warn("Signing in by the provider failed: {}", told(why));
        return SignInRequired.redirect(exchange, SignInRequired.PAGE + "?notice=" + notice.word());
    }

    /** Fit for a log: some of it may be what somebody made up. */
    private static String told(Throwable why) {
        var words = why instanceof OAuth2AuthenticationException refusal
                ? refusal.getError().getErrorCode()
                : String.valueOf(why);
        return words.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(LONGEST_LOGGED, words.length()));
    }

    private static ReactiveAuthenticationManager check(OidcSettings settings) {
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(
                new WebClientReactiveAuthorizationCodeTokenResponseClient(),
                request -> Mono.just(new DefaultOidcUser(null, request.getIdToken())));
        var decoders = new ReactiveOidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(provider -> SignatureAlgorithm.from(settings.algorithm()));
        manager.setJwtDecoderFactory(decoders);
        return manager;
    }
}
