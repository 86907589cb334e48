package dev.winnow.ingest.revision;

import dev.winnow.events.CommentAppealed;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Commands;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.rules.Rules;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes an author's appeal: a comment that was declined is put before the moderators once more. */
@Component
class Appeal implements Operation {

    private final AuthorsWords words;
    private final Commands commands;
    private final Clock clock;

    Appeal(AuthorsWords words, Commands commands, Clock clock) {
        this.words = words;
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
        return words.read(call, Rules::words, (target, said) -> accept(call, target, said));
    }

    private Mono<Answer> accept(Call call, Target target, String said) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = new CommentAppealed(target.id(), target.site(), target.article(), said, now);
        return commands.send(
                command, call.trace(), () -> Answer.accepted(IngestMetrics.Accepted.APPEALED, null, "id", target.id()));
    }
}
