package dev.winnow.worker.signin;

import static dev.winnow.worker.signin.Role.LEAD;
import static dev.winnow.worker.signin.Role.MODERATOR;
import static dev.winnow.worker.signin.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.problems.ProblemException;
import dev.winnow.worker.signin.Route.About;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Every route, every role, one's own site and another's. */
class RoutesTest {

    private static final Reach BLOG = new Reach(Set.of("blog"));

    private final AccessRules rules = new AccessRules((id, soon) -> switch (id) {
        case "of-blog" -> Mono.just("blog");
        case "of-news" -> Mono.just("news");
        default -> Mono.empty();
    });

    @ParameterizedTest
    @MethodSource("routes")
    void whoIsNotSignedInMayOnlyWhatIsOpenToAll(Route route) {
        assertThat(answer(null, route.method(), address(route, "blog"))).isEqualTo(route.isOpen() ? "yes" : "sign in");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void eachRoleMayWhatItsRoutesSayAndNoMore(Route route) {
        for (var role : Role.values()) {
            var may = route.least() == null || role.includes(route.least());
            var answer = answer(new Person("mo", role, Reach.ALL), route.method(), address(route, "news"));

            assertThat(answer).as("%s %s", role, route).startsWith(may ? "yes" : "forbidden: This needs the role");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoWorksForOneSiteMayNothingOfAnother(Route route) {
        for (var role : Role.values()) {
            var person = new Person("mo", role, BLOG);
            var may = route.least() == null || role.includes(route.least());
            var concernsSites = route.about() != About.NO_SITE;

            assertThat(answer(person, route.method(), address(route, "blog")))
                    .as("own %s %s", role, route)
                    .startsWith(may ? "yes" : "forbidden: This needs the role");
            assertThat(answer(person, route.method(), address(route, "news")))
                    .as("foreign %s %s", role, route)
                    .startsWith(
                            !may
                                    ? "forbidden: This needs the role"
                                    : concernsSites ? "forbidden: This belongs to a site that you do not" : "yes");
        }
    }

    @Test
    void oneForeignSiteAmongOnesOwnIsEnoughToRefuse() {
        assertThat(answer(new Person("mo", LEAD, BLOG), HttpMethod.GET, "/v1/review/comments?site=blog&site=news"))
                .startsWith("forbidden");
    }

    @Test
    void aCommentThatIsNotThereIsNotFound() {
        assertThat(answer(new Person("mo", LEAD, BLOG), HttpMethod.GET, "/v1/review/comments/none"))
                .startsWith("not-found");
    }

    @Test
    void whatIsNotInTheTableIsThereForNobody() {
        var lead = new Person("mo", LEAD, Reach.ALL);

        assertThat(answer(lead, HttpMethod.GET, "/v1/review/secret")).isEqualTo("404");
        assertThat(answer(lead, HttpMethod.GET, "/v1/review/comments/")).isEqualTo("404");
        assertThat(answer(lead, HttpMethod.GET, "/V1/review/comments")).isEqualTo("404");
        assertThat(answer(lead, HttpMethod.DELETE, "/v1/policies/blog")).isEqualTo("405 [GET, PUT]");
        assertThat(answer(null, HttpMethod.GET, "/v1/review/secret")).isEqualTo("sign in");
    }

    @Test
    void rolesIncludeEachOther() {
        assertThat(LEAD.includes(MODERATOR)).isTrue();
        assertThat(MODERATOR.includes(OPERATOR)).isTrue();
        assertThat(OPERATOR.includes(MODERATOR)).isFalse();
        assertThat(MODERATOR.includes(LEAD)).isFalse();
    }

    /** What is not in the table is refused anyway; this finds what somebody forgot to put there. */
    @Test
    void everyRouteOfTheServiceIsInTheTable() {
        var mapped = controllers()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Arrays.stream(mapping.path())
                        .flatMap(path -> Arrays.stream(mapping.method()).map(method -> method + " " + path)))
                .toList();
        var table = Routes.ALL.stream()
                .map(route -> route.method() + " " + route.path().getPatternString())
                .toList();

        assertThat(mapped).hasSizeGreaterThan(10).contains("POST /v1/review/comments/{id}/decisions");
        assertThat(table).as("dev.winnow.worker.signin.Routes").containsAll(mapped);
    }

    private static Stream<Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("dev.winnow.worker").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null));
    }

    static Stream<Route> routes() {
        return Routes.ALL.stream();
    }

    /** An address of a route, about a site. */
    private static String address(Route route, String site) {
        var path = route.path()
                .getPatternString()
                .replace("{id}", "of-" + site)
                .replace("{site}", site)
                .replaceAll("\\{\\w+}", "x")
                .replace("**", "x");
        return route.about() == About.SITE_IN_QUERY ? path + "?site=" + site : path;
    }

    private String answer(@Nullable Person person, HttpMethod method, String address) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.method(method, address));
        Mono<Authentication> who = person == null ? Mono.empty() : Mono.just(ModeratorSignIn.proven(person));
        try {
            var result =
                    rules.authorize(who, new AuthorizationContext(exchange)).block();
            return Objects.requireNonNull(result).isGranted() ? "yes" : "sign in";
        } catch (ProblemException refused) {
            return refused.problem().kind().word() + ": " + refused.problem().detail();
        } catch (MethodNotAllowedException refused) {
            return "405 " + List.copyOf(refused.getSupportedMethods());
        } catch (ResponseStatusException refused) {
            return String.valueOf(refused.getStatusCode().value());
        }
    }
}
