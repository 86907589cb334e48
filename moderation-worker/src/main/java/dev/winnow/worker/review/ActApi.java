package dev.winnow.worker.review;

import com.fasterxml.uuid.Generators;
import dev.winnow.worker.problems.JsonBody;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.problems.ProblemKind;
import dev.winnow.worker.review.ActStore.Target;
import dev.winnow.worker.signin.Person;
import dev.winnow.worker.signin.Reach;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes decisions on many comments, named one by one or by a filter, and tells how far they are. */
@RestController
class ActApi {

    private static final int LARGEST_BODY = 1024 * 1024;

    private final ActStore store;
    private final ReviewItems items;
    private final Clock clock;

    ActApi(ActStore store, ReviewItems items, Clock clock) {
        this.store = store;
        this.items = items;
        this.clock = clock;
    }

    @PostMapping(value = "/v1/review/acts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Act>> start(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var asked = QueryParameters.of(exchange.getRequest());
        var filter = asked.filter(person.reach());
        var all = asked.flag("all");
        asked.refuseIfWrong();
        return JsonBody.read(exchange.getRequest(), LARGEST_BODY)
                .map(ActRequest::read)
                .flatMap(request -> targets(request, all, filter, ActLimit.of(person))
                        .flatMap(targets -> start(request, targets, person)))
                .map(act -> ResponseEntity.accepted()
                        .location(URI.create("/v1/review/acts/" + act.id()))
                        .body(act));
    }

    @GetMapping(value = "/v1/review/acts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Act> one(@PathVariable String id) {
        return store.find(id)
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no act of this id.")
                        .asException()));
    }

    /** The comments named; or, where all that match are meant, those, as they stand now and in the order of the queue. */
    private Mono<List<Target>> targets(ActRequest request, boolean all, ReviewFilter filter, int most) {
        if (all != request.targets().isEmpty()) {
            throw Problem.invalid("comments", "be named, or all=true be asked for, and not both")
                    .asException();
        }
        return all
                ? items.targets(filter, most).collectList()
                : covered(request.targets().stream().distinct().toList(), filter.reach());
    }

    /** Refuses comments of sites that the person does not work for. */
    private Mono<List<Target>> covered(List<Target> targets, Reach reach) {
        return reach.only() == null
                ? Mono.just(targets)
                : items.find(targets.stream().map(Target::id).toList()).map(found -> {
                    if (!found.values().stream()
                            .allMatch(i -> reach.covers(i.event().comment().site()))) {
                        throw Problem.of(
                                        ProblemKind.FORBIDDEN,
                                        "Some comments belong to a site that you do not work for.")
                                .asException();
                    }
                    return targets;
                });
    }

    private Mono<Act> start(ActRequest request, List<Target> targets, Person person) {
        ActLimit.check(person, targets.size());
        return Mono.fromCallable(
                        () -> Generators.timeBasedEpochGenerator().generate().toString())
                .subscribeOn(Schedulers.boundedElastic())
                .map(id -> new Act(
                        id,
                        person.name(),
                        request.action(),
                        request.reason(),
                        request.note(),
                        clock.instant(),
                        targets.isEmpty() ? Act.State.DONE : Act.State.RUNNING,
                        targets.size(),
                        0,
                        0,
                        0))
                .flatMap(act -> store.add(act, targets));
    }
}
