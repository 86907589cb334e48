package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.faults.Winnow.Answer;
import dev.winnow.faults.Winnow.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Many comments sent by several senders at once, a share of them advertisements, until so many were answered 202. What
 * was answered otherwise, or not at all, is not sent again: it may turn up or not.
 */
final class Submissions implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final int EVERY_TENTH = 10;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 100;

    private final Winnow winnow;
    private final String article;
    private final int wanted;
    private final Duration pace;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final CountDownLatch done = new CountDownLatch(SENDERS);
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    private Submissions(Winnow winnow, String article, int wanted, Duration pace) {
        this.winnow = winnow;
        this.article = article;
        this.wanted = wanted;
        this.pace = pace;
    }

    /** Starts sending; each sender makes a pause between two comments. */
    static Submissions start(Winnow winnow, String article, int wanted, Duration pace) {
        var submissions = new Submissions(winnow, article, wanted, pace);
        for (var i = 0; i < SENDERS; i++) {
            submissions.senders.execute(submissions::sendUntilEnough);
        }
        return submissions;
    }

    private void sendUntilEnough() {
        try {
            while (accepted.size() < wanted) {
                var pause = sendOne() ? pace.toMillis() : PAUSE_AFTER_FAILURE_MILLIS;
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    private boolean sendOne() {
        var number = sent.incrementAndGet();
        var answer = winnow.submit(article, "reader " + number, text(number), article + "-" + number);
        if (answer.status() != 202) {
            failed.incrementAndGet();
            return false;
        }
        accepted.add(id(answer));
        return true;
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String text(int number) {
        return number % EVERY_TENTH == 0
                ? "加微信 abc%d 兼职日结500".formatted(100_000_000 + number)
                : "Thoughts on chapter %d: the example on page %d made it clear to me.".formatted(number, number * 7);
    }

    int acceptedSoFar() {
        return accepted.size();
    }

    /** Waits until so many were answered 202. */
    void awaitAccepted(int number, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> accepted.size() >= number);
    }

    void awaitDone(Duration atMost) throws InterruptedException {
        assertThat(done.await(atMost.toMillis(), TimeUnit.MILLISECONDS))
                .as("%d of %d were accepted within %s", accepted.size(), wanted, atMost)
                .isTrue();
    }

    /** Waits until each accepted comment is in the thread or the queue, and holds that none is there twice. */
    void assertEachIsThereOnce(Duration atMost) {
        // The desk's view and the thread's follow the topic each at its own pace: what a second opinion has just let in
        // may stand in both for a moment.
        await().atMost(atMost)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(AssertionError.class)
                .untilAsserted(() -> assertThat(shown()).containsAll(accepted).doesNotHaveDuplicates());
    }

    private List<String> shown() {
        var all = new ArrayList<String>();
        Stream.of(winnow.thread(article), winnow.keptOut(article))
                .flatMap(List::stream)
                .map(Shown::id)
                .forEach(all::add);
        return all;
    }

    String figures() {
        return "%d sent, %d answered 202, %d not; %d in the thread, %d kept out"
                .formatted(
                        sent.get(),
                        accepted.size(),
                        failed.get(),
                        winnow.thread(article).size(),
                        winnow.keptOut(article).size());
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
