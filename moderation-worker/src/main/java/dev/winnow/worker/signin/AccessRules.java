package dev.winnow.worker.signin;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Holds every request against {@link Routes}: whether somebody has to be signed in for it, in which role, and for which
 * site. An address or a method that is not in the table is refused, whatever code there may be behind it.
 */
@Component
final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationResult YES = new AuthorizationDecision(true);
    private static final AuthorizationResult SIGN_IN_FIRST = new AuthorizationDecision(false);

    private final CommentSites comments;

    AccessRules(CommentSites comments) {
        this.comments = comments;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> who, AuthorizationContext context) {
        var exchange = context.getExchange();
        var method = exchange.getRequest().getMethod();
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var there = Routes.ALL.stream().filter(r -> r.path().matches(path)).toList();
        var asked = there.stream().filter(r -> r.takes(method)).findFirst();
        if (asked.isPresent() && asked.get().isOpen()) {
            return Mono.just(YES);
        }
        return who.filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .ofType(Person.class)
                .flatMap(person ->
                        asked.isPresent() ? allowed(person, asked.get(), exchange, path) : notThere(method, there))
                .switchIfEmpty(Mono.just(SIGN_IN_FIRST));
    }

    private static Mono<AuthorizationResult> notThere(HttpMethod method, List<Route> there) {
        if (there.isEmpty()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return method.equals(HttpMethod.OPTIONS)
                ? Mono.just(YES)
                : Mono.error(new MethodNotAllowedException(
                        method, there.stream().map(Route::method).toList()));
    }

    private Mono<AuthorizationResult> allowed(
            Person person, Route route, ServerWebExchange exchange, PathContainer path) {
        if (!person.is(Objects.requireNonNull(route.least()))) {
            return refused("This needs the role %s, and you are signed in as %s with the role %s."
                    .formatted(
                            route.least().word(), person.name(), person.role().word()));
        }
        if (person.reach().only() == null) {
            return Mono.just(YES);
        }
        var names = Objects.requireNonNull(route.path().matchAndExtract(path)).getUriVariables();
        var query = exchange.getRequest().getQueryParams();
        return switch (route.about()) {
            case NO_SITE -> Mono.just(YES);
            case SITE_IN_PATH -> ofSites(person, List.of(names.getOrDefault("site", "")));
            case SITE_IN_QUERY -> ofSites(person, query.getOrDefault("site", List.of()));
            case COMMENT ->
                comments.of(names.getOrDefault("id", ""), query.containsKey("revision"))
                        .switchIfEmpty(Mono.error(
                                () -> Problem.of(ProblemKind.NOT_FOUND, "The desk knows no comment of this id.")
                                        .asException()))
                        .flatMap(site -> ofSites(person, List.of(site)));
        };
    }

    private static Mono<AuthorizationResult> ofSites(Person person, List<String> sites) {
        if (sites.stream().allMatch(site -> site != null && person.reach().covers(site))) {
            return Mono.just(YES);
        }
        return refused("This belongs to a site that you do not work for; yours: "
                + String.join(
                        ", ",
                        new TreeSet<>(Objects.requireNonNull(person.reach().only()))) + ".");
    }

    private static Mono<AuthorizationResult> refused(String why) {
        return Mono.error(Problem.of(ProblemKind.FORBIDDEN, why + " Whoever runs this desk gives roles and sites.")
                .asException());
    }
}
