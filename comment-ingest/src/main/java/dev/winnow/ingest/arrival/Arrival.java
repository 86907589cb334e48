package dev.winnow.ingest.arrival;

import dev.winnow.events.TraceParent;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.limits.Limits;
import dev.winnow.ingest.origin.ClientAddresses;
import dev.winnow.ingest.origin.Origins;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import dev.winnow.ingest.sites.Site;
import dev.winnow.ingest.sites.Sites;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What every request goes through, in this order: its address, who sent it, the limits, its tokens and media
 * types, the bound of work in flight; then the operation; then its answer goes out.
 */
@Component
class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final String BEARER = "Bearer ";

    private final Sites sites;
    private final ClientAddresses addresses;
    private final Origins origins;
    private final Limits limits;
    private final Answers answers;
    private final Slots inFlight;

    Arrival(
            Sites sites,
            ClientAddresses addresses,
            Origins origins,
            Limits limits,
            Answers answers,
            RequestSettings settings,
            IngestMetrics metrics) {
        this.sites = sites;
        this.addresses = addresses;
        this.origins = origins;
        this.limits = limits;
        this.answers = answers;
        this.inFlight = new Slots(settings.maxInFlight());
        metrics.gauge(IngestMetrics.IN_FLIGHT, inFlight::taken);
        metrics.gauge(IngestMetrics.CLIENTS_REMEMBERED, limits::clientsRemembered);
    }

    Mono<Void> refuse(ServerWebExchange exchange, Problem problem) {
        return answers.write(exchange, new Answer.Refused(problem));
    }

    Mono<Void> handle(ServerWebExchange exchange, Map<String, String> variables, Operation operation) {
        var request = exchange.getRequest();
        if (request.getURI().getRawPath().indexOf(';') >= 0) {
            return refuse(exchange, Problem.of(ProblemKind.MALFORMED, "Write a semicolon in the path as %3B."));
        }
        var site = sites.named(variables.getOrDefault("site", ""));
        if (site == null) {
            return refuse(exchange, Problem.of(ProblemKind.NOT_FOUND, "There is no site of this name."));
        }
        var bearer = bearer(request.getHeaders());
        var isSite = bearer != null && site.isKey(bearer);
        var caller = new Caller(isSite, origins.of(site.name(), addresses.of(request)));
        var limited = limited(exchange, site, caller);
        if (limited != null) {
            return refuse(exchange, limited);
        }
        var unfit = unfit(request.getHeaders(), operation, bearer, isSite);
        if (unfit != null) {
            return refuse(exchange, unfit);
        }
        var trace = TraceParent.continuedFrom(request.getHeaders().getFirst(TraceParent.HEADER));
        return perform(exchange, operation, new Call(request, site, variables, caller, isSite ? null : bearer, trace));
    }

    private @Nullable Problem limited(ServerWebExchange exchange, Site site, Caller caller) {
        var allowance = limits.take(site, caller.isSite() ? null : caller.origin());
        if (allowance.limited()) {
            var headers = exchange.getResponse().getHeaders();
            headers.set("RateLimit", allowance.rateLimit());
            headers.set("RateLimit-Policy", allowance.rateLimitPolicy());
        }
        if (allowance.granted()) {
            return null;
        }
        return Problem.of(
                        ProblemKind.RATE_LIMITED,
                        "More was asked for than RateLimit-Policy allows: wait as Retry-After says.")
                .with(HttpHeaders.RETRY_AFTER, Integer.toString(allowance.retryAfterSeconds()));
    }

    private static @Nullable Problem unfit(
            HttpHeaders headers, Operation operation, @Nullable String bearer, boolean isSite) {
        if (operation.needsSiteKey() && bearer == null) {
            return Problem.unauthorized("Send the site's key, as Authorization: Bearer.");
        }
        if (bearer != null && !isSite && !operation.takesOtherTokens()) {
            return Problem.of(ProblemKind.FORBIDDEN, "The token in Authorization is not this site's key.");
        }
        return MediaTypes.problem(headers, operation);
    }

    private Mono<Void> perform(ServerWebExchange exchange, Operation operation, Call call) {
        if (!inFlight.enter()) {
            return refuse(exchange, tooMuch());
        }
        var own = operation.ownSlots();
        if (own != null && !own.enter()) {
            inFlight.leave();
            return refuse(exchange, tooMuch());
        }
        return operation
                .perform(call)
                .onErrorResume(failure -> Mono.just(unexpected(call, failure)))
                .flatMap(answer -> answers.write(exchange, answer))
                .doFinally(end -> {
                    inFlight.leave();
                    if (own != null) {
                        own.leave();
                    }
                });
    }

    private static Problem tooMuch() {
        return Problem.unavailable("Too much is being worked on already: send again.", 1);
    }

    private static Answer unexpected(Call call, Throwable failure) {
        LOG.error("A request failed (trace {})", call.trace().traceId(), failure);
        return new Answer.Refused(Problem.of(ProblemKind.INTERNAL, "This is a fault of ours; it has been logged."));
    }

    private static @Nullable String bearer(HttpHeaders headers) {
        var authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
