package dev.winnow.ingest.revision;

import dev.winnow.events.CommentWithdrawn;
import dev.winnow.ingest.IngestMetrics;
import dev.winnow.ingest.acknowledgement.Commands;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Operation;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.managetoken.ManagedComments;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a comment back for its author. */
@Component
class Withdraw implements Operation {

    private final ManagedComments managed;
    private final Commands commands;
    private final Clock clock;

    Withdraw(ManagedComments managed, Commands commands, Clock clock) {
        this.managed = managed;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/v1/sites/{site}/articles/{article}/comments/{id}";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.DELETE;
    }

    @Override
    public @Nullable MediaType consumes() {
        return null;
    }

    @Override
    public boolean takesOtherTokens() {
        return true;
    }

    @Override
    public Mono<Answer> perform(Call call) {
        return managed.of(call).fold(target -> accept(call, target), problem -> Mono.just(new Answer.Refused(problem)));
    }

    private Mono<Answer> accept(Call call, Target target) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = new CommentWithdrawn(target.id(), target.site(), target.article(), now);
        return commands.send(
                command,
                call.trace(),
                () -> Answer.accepted(
                        IngestMetrics.Accepted.WITHDRAWN, null, "id", target.id(), "status", "withdrawn"));
    }
}
