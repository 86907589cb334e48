package dev.winnow.worker.signin;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The provider as it describes itself (discovery). It is asked when somebody first signs in, and again if it was away. */
@Component
@ConditionalOnProperty("winnow.review.oidc.issuer")
final class OidcProvider implements ReactiveClientRegistrationRepository {

    static final String ID = "oidc";

    private final Mono<ClientRegistration> registration;

    OidcProvider(SignInSettings signIn) {
        var settings = Objects.requireNonNull(signIn.oidc());
        registration = Mono.fromCallable(() -> discovered(settings))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(settings.timeout())
                .cache(found -> Duration.ofHours(1), failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(@Nullable String id) {
        return registration;
    }

    private static ClientRegistration discovered(OidcSettings settings) {
        var back = settings.redirectUri();
        return ClientRegistrations.fromOidcIssuerLocation(settings.issuer().toString())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri(back == null ? "{baseUrl}" + OidcSignIn.BACK : back.toString())
                .build();
    }
}
