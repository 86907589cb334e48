package dev.winnow.ingest.revision;

import dev.winnow.events.CommentAppealed;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Commands;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Bodies;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.managetoken.ManagedComments;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.rules.Fields;
import dev.winnow.ingest.rules.Rules;
import dev.winnow.ingest.rules.Shape;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes an author's appeal: a comment that was declined is put before the moderators once more. */
@Component
class Appeal implements Operation {

    private static final Shape SHAPE = Shape.of("text");

    private final ManagedComments managed;
    private final Bodies bodies;
    private final Commands commands;
    private final Clock clock;

    Appeal(ManagedComments managed, Bodies bodies, Commands commands, Clock clock) {
        this.managed = managed;
        this.bodies = bodies;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/v1/sites/{site}/articles/{article}/comments/{id}/appeals";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean takesOtherTokens() {
        return true;
    }

    @Override
    public Mono<Answer> perform(Call call) {
        return managed.of(call).fold(target -> appeal(call, target), problem -> Mono.just(new Answer.Refused(problem)));
    }

    private Mono<Answer> appeal(Call call, Target target) {
        return bodies.read(call)
                .map(body -> body.then(Appeal::words))
                .flatMap(checked -> checked.fold(
                        words -> accept(call, target, words), problem -> Mono.just(new Answer.Refused(problem))));
    }

    private static Checked<String> words(byte[] json) {
        return Fields.read(json, SHAPE).then(fields -> fields.result(fields.required("text", Rules::words)));
    }

    private Mono<Answer> accept(Call call, Target target, String words) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = new CommentAppealed(target.id(), target.site(), target.article(), words, now);
        return commands.send(
                command, call.trace(), () -> Answer.accepted(IngestMetrics.Accepted.APPEALED, null, "id", target.id()));
    }
}
