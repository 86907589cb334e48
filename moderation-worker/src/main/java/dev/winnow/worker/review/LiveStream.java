package dev.winnow.worker.review;

import dev.winnow.events.Status;
import dev.winnow.worker.review.LiveFeed.Change;
import dev.winnow.worker.signin.Person;
import dev.winnow.worker.signin.Reach;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps an open desk live. Its events name comments and where they stand; what they say is asked for by id. A desk reads
 * its list anew whenever it connects, so nothing is resumed.
 */
@RestController
class LiveStream {

    private static final Duration COUNTS_SETTLE = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final QueueCounts counts;
    private final Claims claims;
    private final LiveSettings settings;
    private final ClaimSettings claimSettings;

    LiveStream(LiveFeed feed, QueueCounts counts, Claims claims, LiveSettings settings, ClaimSettings claimSettings) {
        this.feed = feed;
        this.counts = counts;
        this.claims = claims;
        this.settings = settings;
        this.claimSettings = claimSettings;
    }

    @GetMapping(value = "/v1/review/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(@AuthenticationPrincipal Person person, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("X-Accel-Buffering", "no");
        var asked = QueryParameters.of(exchange.getRequest());
        var statuses = asked.statuses();
        var site = asked.name("site");
        asked.refuseIfWrong();
        return feed.changes()
                .filter(change -> concerns(change, statuses, person.reach(), site))
                .publish(changes -> Flux.merge(
                        changes.map(LiveStream::item), countsBeside(changes, person.reach()), claimsBeside(changes)))
                .take(settings.life());
    }

    /** The counts at once, some time after each change, and as a sign of life. */
    private Flux<ServerSentEvent<Object>> countsBeside(Flux<Change> changes, Reach reach) {
        return Flux.merge(
                        Flux.interval(Duration.ZERO, settings.heartbeat()).onBackpressureDrop(),
                        changes.sample(COUNTS_SETTLE))
                .onBackpressureLatest()
                .concatMap(
                        why -> counts.now(reach)
                                .map(now -> event("counts", now))
                                .onErrorResume(e -> Mono.just(event("alive", new LinkedHashMap<>()))),
                        1)
                .takeUntilOther(changes.ignoreElements());
    }

    /** Who looks at what, at once and whenever it has changed. */
    private Flux<ServerSentEvent<Object>> claimsBeside(Flux<Change> changes) {
        return Flux.interval(Duration.ZERO, claimSettings.told())
                .onBackpressureDrop()
                .concatMap(tick -> claims.now().onErrorResume(e -> Mono.empty()), 1)
                .distinctUntilChanged()
                .map(now -> event("claims", now))
                .takeUntilOther(changes.ignoreElements());
    }

    /** Leaves out what cannot be on this desk: another site's, and what went another way at once. */
    private static boolean concerns(Change change, Set<Status> statuses, Reach reach, @Nullable String site) {
        var its = change.site();
        var ofSite = its == null || (reach.covers(its) && (site == null || site.equals(its)));
        return ofSite && (!change.fresh() || statuses.contains(change.status()));
    }

    private static ServerSentEvent<Object> item(Change change) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", change.id());
        data.put("status", change.status() == null ? "erased" : change.status().word());
        data.put("revision", change.revision());
        return event("item", data);
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }
}
