package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What the other tests rely on: whatever waits on an event loop fails there. */
class BlockHoundIT {

    @Test
    void waitingWhereNobodyMayWaitFails() {
        var waiting = Mono.fromCallable(() -> {
            Thread.sleep(1);
            return "waited";
        });

        StepVerifier.create(waiting.subscribeOn(Schedulers.parallel()))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(BlockingOperationError.class))
                .verify(Duration.ofSeconds(10));
    }
}
