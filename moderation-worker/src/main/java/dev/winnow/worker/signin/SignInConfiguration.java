package dev.winnow.worker.signin;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemAnswers;
import dev.winnow.worker.problems.ProblemKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authentication.ServerHttpBasicAuthenticationConverter;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/** How somebody comes in, and what stands around every answer. Who may do what is for {@link AccessRules} to say. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SignInConfiguration {

    /** Nothing from elsewhere, nothing inline, and no page around ours. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityWebFilterChain signInChain(
            ServerHttpSecurity http,
            ModeratorSignIn signIn,
            SessionCookie session,
            SignInRequired signInRequired,
            CrossSiteProtection crossSite,
            AccessRules rules) {
        return http.authorizeExchange(allow -> allow.anyExchange().access(rules))
                .securityContextRepository(session)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .addFilterAt(basic(signIn, signInRequired), SecurityWebFiltersOrder.HTTP_BASIC)
                .addFilterAt(SignInForm.filter(signIn, session), SecurityWebFiltersOrder.FORM_LOGIN)
                .csrf(crossSite)
                .logout(logout -> logout.requiresLogout(
                                ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/review/sign-out"))
                        .logoutHandler(ending(session))
                        .logoutSuccessHandler((exchange, who) -> SignInRequired.redirect(
                                exchange.getExchange(),
                                SignInRequired.PAGE + "?notice=" + SignInPage.Notice.SIGNED_OUT.word())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(signInRequired))
                .headers(SignInConfiguration::headers)
                .build();
    }

    /** There is no other way in: without this bean Spring Boot would make up a user. */
    @Bean
    ReactiveAuthenticationManager noOtherWayIn() {
        return who -> Mono.empty();
    }

    /** Leaves it to the routes to say which methods they take. */
    @Bean
    StrictServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler oddRequests(ProblemAnswers answers) {
        return (exchange, why) -> answers.write(
                exchange, Problem.of(ProblemKind.MALFORMED, "The address or a header holds what is not taken here."));
    }

    private static AuthenticationWebFilter basic(ModeratorSignIn signIn, SignInRequired signInRequired) {
        var filter = new AuthenticationWebFilter(signIn);
        filter.setServerAuthenticationConverter(new ServerHttpBasicAuthenticationConverter());
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(signInRequired));
        return filter;
    }

    private static SecurityContextServerLogoutHandler ending(SessionCookie session) {
        var handler = new SecurityContextServerLogoutHandler();
        handler.setSecurityContextRepository(session);
        return handler;
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frame -> frame.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .contentTypeOptions(Customizer.withDefaults())
                .cache(Customizer.withDefaults());
    }
}
