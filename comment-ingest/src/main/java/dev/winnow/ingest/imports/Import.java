package dev.winnow.ingest.imports;

import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Acknowledgement;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.arrival.RequestSettings;
import dev.winnow.ingest.arrival.Slots;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.rules.Rules;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a site bring comments that it has already, with their own times. */
@Component
class Import implements Operation {

    private final ImportedComments comments;
    private final Acknowledgement acknowledgement;
    private final ImportSettings settings;
    private final RequestSettings requests;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final Slots slots;

    Import(
            ImportedComments comments,
            Acknowledgement acknowledgement,
            ImportSettings settings,
            RequestSettings requests,
            IngestMetrics metrics,
            Clock clock) {
        this.comments = comments;
        this.acknowledgement = acknowledgement;
        this.settings = settings;
        this.requests = requests;
        this.metrics = metrics;
        this.clock = clock;
        this.slots = new Slots(settings.atOnce());
        metrics.gauge(IngestMetrics.IMPORTS_RUNNING, slots::taken);
    }

    @Override
    public String address() {
        return "/v1/sites/{site}/imports";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public MediaType consumes() {
        return MediaType.APPLICATION_NDJSON;
    }

    @Override
    public MediaType produces() {
        return MediaType.APPLICATION_NDJSON;
    }

    @Override
    public boolean needsSiteKey() {
        return true;
    }

    @Override
    public Slots ownSlots() {
        return slots;
    }

    @Override
    public Mono<Answer> perform(Call call) {
        var problem = problem(call);
        if (problem != null) {
            return Mono.just(new Answer.Refused(problem));
        }
        var run = new ImportRun(call, article(call), comments, acknowledgement, settings, metrics, clock);
        return Mono.just(new Answer.Streamed(produces(), run.answer(requests.bodyTimeout())));
    }

    private static @Nullable Problem problem(Call call) {
        var article = article(call);
        var must = article == null ? null : Rules.article(article);
        return must == null ? null : Problem.invalid("article", must);
    }

    private static @Nullable String article(Call call) {
        return call.request().getQueryParams().getFirst("article");
    }
}
