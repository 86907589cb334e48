package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.testing.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store, and then Kafka, is away for a while. Long: see deploy/faults/run. */
class OutagesFaults {

    private static final Duration STORE_AWAY = Duration.ofMinutes(1);
    private static final Duration KAFKA_AWAY = Duration.ofSeconds(20);
    private static final int WHILE_AWAY = 300;

    private final Path folder;
    private final Processes processes = new Processes(Repository.OUTPUTS);
    private final Infrastructure infrastructure;
    private final Winnow winnow;

    OutagesFaults(@TempDir Path folder) {
        this.folder = folder;
        this.infrastructure = Infrastructure.in(folder);
        this.winnow = start();
    }

    private Winnow start() {
        var services = new ServiceProcesses(
                processes,
                infrastructure.kafka().bootstrapServers(),
                infrastructure.store().uri("winnow"),
                folder.resolve("state"));
        var ingest = services.ingest("outage-ingest");
        var worker = services.worker("outage-worker");
        var articles = services.articles("outage-articles");
        return ServiceProcesses.winnow(ingest, worker, articles);
    }

    @BeforeEach
    void awaitReady() {
        await().atMost(QuickstartProcess.READY_WITHIN).until(winnow::isReady);
    }

    @AfterEach
    void end() {
        processes.close();
        infrastructure.close();
    }

    @Test
    void submittingGoesOnWhileTheStoreIsAwayAndTheThreadIsCompleteAfterwards() throws Exception {
        infrastructure.store().stop();
        var since = System.nanoTime();
        try (var submissions = Submissions.start(winnow, "store-away", WHILE_AWAY, Duration.ofMillis(20))) {
            submissions.awaitDone(STORE_AWAY);
            Say.that("%d comments accepted while the store was away", submissions.acceptedSoFar());
            TimeUnit.NANOSECONDS.sleep(STORE_AWAY.toNanos() - (System.nanoTime() - since));

            infrastructure.store().startAgain();
            var back = System.nanoTime();

            submissions.assertEachIsThereOnce(Duration.ofMinutes(2));
            Say.that("the thread was complete %.1f s after the store was back", Say.secondsSince(back));
        }
    }

    @Test
    void submittingIsRefusedQuicklyWhileKafkaIsAwayAndReadingGoesOn() throws Exception {
        try (var before = Submissions.start(winnow, "kafka-away", 20, Duration.ZERO)) {
            before.awaitDone(Duration.ofMinutes(1));
            before.assertEachIsThereOnce(Duration.ofMinutes(1));
        }
        var shown = winnow.thread("kafka-away").size();

        infrastructure.kafka().stop();
        var until = System.nanoTime() + KAFKA_AWAY.toNanos();
        var slowest = 0.0;
        for (var i = 0; System.nanoTime() < until; i++) {
            var since = System.nanoTime();
            var answer = winnow.submit("kafka-away", "reader", "A comment that nobody can take.", "away-" + i);
            slowest = Math.max(slowest, Say.secondsSince(since));
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(winnow.thread("kafka-away")).hasSize(shown);
        }
        Say.that("Kafka away: the slowest 503 took %.2f s, reading went on", slowest);
        assertThat(slowest).isLessThan(5);

        infrastructure.kafka().startAgain();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> winnow.submit("kafka-away", "reader", "Back again, it seems.", "back")
                                .status()
                        == 202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> winnow.thread("kafka-away").size() > shown);
    }
}
