package dev.winnow.worker.review;

import dev.winnow.events.Status;
import dev.winnow.worker.audit.AuditFigures;
import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.signin.Person;
import dev.winnow.worker.signin.Reach;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says in numbers how the work goes. However many ask the same, the store is asked a few times a minute at most. */
@RestController
class NumbersApi {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final Duration SIGNALS_GOOD_FOR = Duration.ofMinutes(1);
    private static final Duration SIGNALS_SINCE = Duration.ofDays(30);
    private static final Duration NONE = Duration.ZERO;
    private static final int REMEMBERED = 200;

    private final QueueCounts counts;
    private final ReviewItems items;
    private final AuditFigures figures;
    private final Clock clock;
    private final Map<Asked, Mono<Numbers>> known = new ConcurrentHashMap<>();
    private final Map<Reach, Mono<Numbers.Signals>> knownSignals = new ConcurrentHashMap<>();

    NumbersApi(QueueCounts counts, ReviewItems items, AuditFigures figures, Clock clock) {
        this.counts = counts;
        this.items = items;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping(value = "/v1/review/numbers", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Numbers> numbers(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        var asked = QueryParameters.of(exchange.getRequest());
        var site = asked.name("site");
        asked.refuseIfWrong();
        var zone = zone(query.getFirst("zone"));
        var reach = site == null ? person.reach() : new Reach(Set.of(site));
        return remembered(known, new Asked(reach, zone), a -> read(a).cache(n -> GOOD_FOR, e -> NONE, () -> NONE));
    }

    private Mono<Numbers> read(Asked asked) {
        return Mono.defer(() -> {
            var reach = asked.reach();
            var today = ZonedDateTime.ofInstant(clock.instant(), asked.zone())
                    .toLocalDate()
                    .atStartOfDay(asked.zone())
                    .toInstant();
            return Mono.zip(
                            counts.now(reach),
                            items.oldest(Status.FLAGGED, reach).defaultIfEmpty(Instant.MAX),
                            figures.decided(reach, today),
                            figures.overturned(reach, today),
                            remembered(knownSignals, reach, this::signals))
                    .map(all -> new Numbers(
                            all.getT1().flagged(),
                            all.getT1().pending(),
                            all.getT2().equals(Instant.MAX) ? null : all.getT2(),
                            new Numbers.Today(today, all.getT3(), all.getT4()),
                            all.getT5()));
        });
    }

    private Mono<Numbers.Signals> signals(Reach reach) {
        return Mono.defer(() -> {
                    var since = clock.instant().minus(SIGNALS_SINCE);
                    return figures.agreement(reach, since).map(agreement -> new Numbers.Signals(since, agreement));
                })
                .cache(s -> SIGNALS_GOOD_FOR, e -> NONE, () -> NONE);
    }

    /** Answers of other times, places and sites make room for each other. */
    private static <K, V> Mono<V> remembered(Map<K, Mono<V>> answers, K asked, Function<K, Mono<V>> read) {
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(asked, read);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.invalid("zone", "be a time zone such as Asia/Shanghai")
                    .asException();
        }
    }

    private record Asked(Reach reach, ZoneId zone) {}
}
