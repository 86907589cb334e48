package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.events.Decision.Refusal;
import dev.winnow.worker.problems.JsonBody;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import dev.winnow.worker.problems.RequestTrace;
import dev.winnow.worker.signin.PageLanguage;
import dev.winnow.worker.signin.Person;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk's API. */
@RestController
class ReviewApi {

    private static final int LARGEST_BODY = 16 * 1024;

    /** How far the live feed may be ahead of the view. */
    static final Duration NEWS_AHEAD = Duration.ofSeconds(3);

    private final ReviewItems items;
    private final ReviewComments comments;
    private final QueueCounts counts;
    private final QueueFacets facets;
    private final Decisions decisions;
    private final Reasons reasons;

    ReviewApi(
            ReviewItems items,
            ReviewComments comments,
            QueueCounts counts,
            QueueFacets facets,
            Decisions decisions,
            Reasons reasons) {
        this.items = items;
        this.comments = comments;
        this.counts = counts;
        this.facets = facets;
        this.decisions = decisions;
        this.reasons = reasons;
    }

    @GetMapping(value = "/v1/review/comments", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page> page(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var query = new ReviewQuery(asked.filter(person.reach()), asked.order(), asked.limit(), asked.after());
        asked.refuseIfWrong();
        var language = language(exchange);
        return items.page(query).collectList().map(found -> {
            var full = found.size() == query.limit();
            var next = full ? query.order().placeOf(found.get(found.size() - 1)).text() : null;
            return new Page(found.stream().map(i -> comments.of(i, language)).toList(), next);
        });
    }

    @GetMapping(value = "/v1/review/comments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ReviewComment> one(@PathVariable String id, ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var revision = asked.revision();
        asked.refuseIfWrong();
        var now = items.find(id);
        var item = revision == 0
                ? now
                : items.await(id, i -> i.revision() >= revision, NEWS_AHEAD).switchIfEmpty(now);
        return item.map(i -> comments.of(i, language(exchange)))
                .switchIfEmpty(Mono.error(() -> noComment().asException()));
    }

    @GetMapping(value = "/v1/review/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<QueueCounts.Counts> counts(@AuthenticationPrincipal Person person) {
        return counts.now(person.reach());
    }

    @GetMapping(value = "/v1/review/facets", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<QueueFacets.Facets> facets(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var filter = asked.filter(person.reach());
        asked.refuseIfWrong();
        return facets.of(filter);
    }

    @GetMapping(value = "/v1/review/reasons", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, List<String>>> reasons(ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var site = asked.requiredName("site");
        asked.refuseIfWrong();
        return Mono.just(Map.of("reasons", reasons.of(site)));
    }

    @PostMapping(value = "/v1/review/comments/{id}/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ReviewComment> decide(@PathVariable String id, Principal moderator, ServerWebExchange exchange) {
        return JsonBody.read(exchange.getRequest(), LARGEST_BODY)
                .map(DecisionRequest::read)
                .flatMap(request -> decisions.decide(id, request, moderator.getName(), RequestTrace.of(exchange)))
                .map(outcome -> answer(outcome, language(exchange)));
    }

    private ReviewComment answer(DecisionOutcome outcome, PageLanguage language) {
        if (outcome instanceof DecisionOutcome.Applied applied) {
            return comments.of(applied.item(), language);
        } else if (outcome instanceof DecisionOutcome.Refused refused) {
            throw conflict(refused.item(), refused.why(), language).asException();
        } else if (outcome instanceof DecisionOutcome.NoComment) {
            throw noComment().asException();
        } else if (outcome instanceof DecisionOutcome.NotOfThePolicy no) {
            throw Problem.invalid("reason", "be one of " + String.join(", ", no.reasons()))
                    .asException();
        } else if (outcome instanceof DecisionOutcome.NeverSeen never) {
            throw Problem.invalid("revision", "be one that the comment had; the latest is " + never.latest())
                    .asException();
        } else if (outcome instanceof DecisionOutcome.OnItsWay) {
            throw Problem.unavailable(
                            "The decision is on its way and was not lost, but its outcome is not known yet: look at the"
                                    + " comment again.",
                            Duration.ofSeconds(5))
                    .asException();
        }
        throw Problem.unavailable(
                        "Kafka did not acknowledge the decision: look at the comment again before deciding anew.",
                        Duration.ofSeconds(5))
                .asException();
    }

    /** Says who came first, and how the comment stands now. */
    private Problem conflict(ReviewItem item, Refusal why, PageLanguage language) {
        var comment = comments.of(item, language);
        var detail =
                switch (why) {
                    case TEXT_CHANGED -> "The author changed the text after you read it.";
                    case DECIDED_FIRST -> "Somebody else decided first.";
                    case WITHDRAWN -> "The author has withdrawn the comment.";
                    case NOT_APPROVED -> "Only what readers see can be retracted.";
                };
        var problem =
                Problem.of(ProblemKind.CONFLICT, detail).with("refused", why).with("comment", comment);
        var last = comment.decisions().stream()
                .filter(d -> d.refused() == null && why != Refusal.TEXT_CHANGED)
                .reduce((a, b) -> b);
        return last.map(decision -> problem.with("decision", decision)).orElse(problem);
    }

    private static Problem noComment() {
        return Problem.of(ProblemKind.NOT_FOUND, "The desk knows no comment of this id.");
    }

    private static PageLanguage language(ServerWebExchange exchange) {
        return PageLanguage.accepted(exchange.getRequest().getHeaders());
    }

    /**
     * One page of comments.
     *
     * @param next with what to ask for the next page; null on the last
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<ReviewComment> comments, @Nullable String next) {}
}
