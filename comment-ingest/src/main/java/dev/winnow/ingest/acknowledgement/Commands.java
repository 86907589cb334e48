package dev.winnow.ingest.acknowledgement;

import dev.winnow.events.ReaderCommand;
import dev.winnow.events.TraceParent;
import dev.winnow.ingest.arrival.Answer;
import dev.winnow.ingest.problems.Problem;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends one command and answers for it: accepted once Kafka holds it, else 503. */
@Component
public class Commands {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final Acknowledgement acknowledgement;

    public Commands(Acknowledgement acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    /** Sends a command; the answer is made only when Kafka holds it. */
    public Mono<Answer> send(ReaderCommand command, TraceParent trace, Supplier<Answer> accepted) {
        return acknowledgement.send(command, trace).map(held -> held ? accepted.get() : notHeld());
    }

    private static Answer notHeld() {
        return new Answer.Refused(Problem.unavailable(
                "This cannot be taken down for certain at the moment: send it again, with the same Idempotency-Key.",
                RETRY_AFTER_SECONDS));
    }
}
