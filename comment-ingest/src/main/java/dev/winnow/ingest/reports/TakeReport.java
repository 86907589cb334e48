package dev.winnow.ingest.reports;

import dev.winnow.events.CommentReported;
import dev.winnow.events.Report;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Commands;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.author.Authors;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.rules.Fields;
import dev.winnow.ingest.rules.Rules;
import dev.winnow.ingest.rules.Shape;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a reader's report of a comment. One reporter counts once, by the id the site vouches for or by origin. */
@Component
class TakeReport implements Operation {

    private static final Shape SHAPE = Shape.of("reason", "note");
    private static final List<String> REASONS =
            List.of("spam", "abuse", "hate", "sexual", "personal-data", "off-topic", "other");

    private final Bodies bodies;
    private final Authors authors;
    private final Commands commands;
    private final Clock clock;

    TakeReport(Bodies bodies, Authors authors, Commands commands, Clock clock) {
        this.bodies = bodies;
        this.authors = authors;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/v1/sites/{site}/articles/{article}/comments/{id}/reports";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Mono<Answer> perform(Call call) {
        return bodies.read(call)
                .map(body -> Target.of(call).then(target -> body.then(json -> command(call, target, json))))
                .flatMap(checked -> checked.fold(
                        command -> accept(call, command), problem -> Mono.just(new Answer.Refused(problem))));
    }

    private Checked<CommentReported> command(Call call, Target target, byte[] json) {
        return Fields.read(json, SHAPE)
                .then(fields -> reporter(call).then(reporter -> report(fields, reporter)))
                .then(report ->
                        Checked.good(new CommentReported(target.id(), target.site(), target.article(), report)));
    }

    private Checked<String> reporter(Call call) {
        var signedIn = authors.signedIn(call);
        return signedIn == null
                ? Checked.good("origin:" + call.caller().origin())
                : signedIn.then(author -> Checked.good("id:" + author.id()));
    }

    private Checked<Report> report(Fields fields, String reporter) {
        var reason = fields.required("reason", TakeReport::knownReason);
        var note = fields.optional("note", Rules::note);
        var said = note == null || note.isEmpty() ? null : note;
        return fields.result(new Report(reporter, reason, said, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static @Nullable String knownReason(String reason) {
        return REASONS.contains(reason) ? null : "be one of " + String.join(", ", REASONS);
    }

    private Mono<Answer> accept(Call call, CommentReported command) {
        return commands.send(
                command,
                call.trace(),
                () -> Answer.accepted(IngestMetrics.Accepted.REPORTED, null, "id", command.id()));
    }
}
