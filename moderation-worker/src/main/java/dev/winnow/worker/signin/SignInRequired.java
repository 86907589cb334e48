package dev.winnow.worker.signin;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemAnswers;
import dev.winnow.worker.problems.ProblemKind;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What somebody gets who is not signed in: a browser that opens a page is led to the sign-in page, all others get a
 * problem. Only what is not a browser is told about HTTP Basic, as a browser would open a window of its own for it.
 */
@Component
final class SignInRequired implements ServerAuthenticationEntryPoint {

    static final String PAGE = "/review/sign-in";

    private final ProblemAnswers answers;

    SignInRequired(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
        var request = exchange.getRequest();
        if (opensPage(request)) {
            var notKept = request.getPath().value().equals(SignInForm.DONE);
            return redirect(exchange, notKept ? PAGE + "?notice=" + SignInPage.Notice.NOT_KEPT.word() : PAGE);
        }
        if (why instanceof TooManyAttempts tooMany) {
            return answers.write(exchange, tooManyAttempts(tooMany));
        }
        var problem = Problem.of(
                ProblemKind.UNAUTHORIZED,
                request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                        ? "No moderator has this name and password."
                        : "This is for moderators: sign in at " + PAGE + ", or send name and password by HTTP Basic.");
        return answers.write(exchange, isBrowser(request) ? problem : offeringBasic(problem));
    }

    static Problem tooManyAttempts(TooManyAttempts tooMany) {
        return Problem.of(ProblemKind.RATE_LIMITED, "Too many sign-ins with this name or from this address failed.")
                .retryAfter(tooMany.untilNext());
    }

    static Mono<Void> redirect(ServerWebExchange exchange, String to) {
        return Mono.fromRunnable(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(to));
        });
    }

    private static Problem offeringBasic(Problem problem) {
        return problem.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"winnow\", charset=\"UTF-8\"");
    }

    private static boolean isBrowser(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.containsHeader("X-Requested-With") || headers.containsHeader("Sec-Fetch-Mode");
    }

    private static boolean opensPage(ServerHttpRequest request) {
        var path = request.getPath().value();
        try {
            return request.getMethod() == HttpMethod.GET
                    && (path.equals("/") || path.equals("/review") || path.startsWith("/review/"))
                    && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
