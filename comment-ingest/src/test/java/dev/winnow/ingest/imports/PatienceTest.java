package dev.winnow.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class PatienceTest {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGER = PAUSE.multipliedBy(3);

    @Test
    void anUploadThatPausesForTooLongEnds() {
        var body = Flux.concat(buffers(2), Flux.<DataBuffer>never());

        StepVerifier.create(new Patience(PAUSE).with(body))
                .expectNextCount(2)
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aReaderThatPausesDoesNot() {
        StepVerifier.create(new Patience(PAUSE).with(buffers(2)), 1)
                .expectNextCount(1)
                .thenAwait(LONGER)
                .thenRequest(1)
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    private static Flux<DataBuffer> buffers(int count) {
        return Flux.range(0, count)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(
                        Integer.toString(i).getBytes(UTF_8)));
    }
}
