package dev.winnow.articles;

import dev.winnow.events.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What the service counts and times.
 *
 * <table>
 * <caption>Metrics of article-service</caption>
 * <tr><th>name<th>unit<th>labels<th>what a rise means<th>what to do
 * <tr><td>{@value #PROJECTED}<td>comments<td>status: approved, pending, flagged, rejected, retracted, withdrawn, erased
 *     <td>states written to MongoDB; on one instance, those of its partitions<td>nothing; a fall to 0 while comments are
 *     submitted: see consumer lag
 * <tr><td>{@value #BACKWARDS}<td>events<td><td>an event with a lower revision than one before it: a worker that was
 *     frozen sent what it held. It was ignored. Every instance counts all<td>look for long pauses of workers
 * <tr><td>{@value #NEWER_KINDS}<td>events<td>topic<td>events of kinds that this release does not know<td>upgrade
 * <tr><td>{@value #DEAD_LETTERS}<td>records<td>topic<td>records that could not be read and were set aside<td>read them in
 *     the .dlt topic: the header winnow-error says why
 * <tr><td>{@value #VISIBLE}<td>seconds<td><td>from a comment's submission to its being in threads and streams, for new
 *     comments approved without a moderator<td>see consumer lag here and at the worker
 * <tr><td>{@value #THREAD_READS}<td>reads<td>result: hot, loaded, large<td>hot ones came from memory, loaded ones from
 *     MongoDB first, large ones always do<td>many loaded ones: raise winnow.articles.threads.cache
 * <tr><td>{@value #HOT_THREADS}<td>threads<td><td>threads in memory<td>nothing
 * <tr><td>{@value #HOT_BYTES}<td>bytes<td><td>what they take, estimated<td>nothing; it is bounded by
 *     winnow.articles.threads.cache
 * <tr><td>{@value #READERS}<td>readers<td><td>live readers now<td>near winnow.articles.live.readers: add instances
 * <tr><td>{@value #READERS_REFUSED}<td>readers<td><td>live readers answered 503: too many, or not live yet<td>add
 *     instances, or raise winnow.articles.live.readers
 * <tr><td>{@value #READERS_CUT}<td>readers<td><td>live readers too slow for what happens in their thread; they come back
 *     and go on where they were<td>many: raise winnow.articles.live.buffer
 * <tr><td>{@value #EVENTS_SENT}<td>events<td>event: comment, removal, reset<td>events given to live readers<td>many
 *     resets: readers come back after long absence; raise winnow.articles.live.resent
 * <tr><td>{@value #PAGE_RENDER}<td>seconds<td><td>rendering an article page, without reading its thread<td>add instances
 * <tr><td>{@value #STORE_UNAVAILABLE}<td>reads<td><td>reads that MongoDB did not answer in time; readers got 503 unless
 *     the thread was hot<td>look at MongoDB
 * <tr><td>{@value #REGISTERED}<td>articles<td><td>articles registered by their sites<td>nothing
 * <tr><td>{@value #PROBLEMS}<td>answers<td>problem: its kind<td>answers that were problems<td>by the kind: internal is a
 *     defect, unavailable a dependency that is away, the others are the callers'
 * </table>
 *
 * <p>Consumer lag comes from Kafka's client, as {@code kafka_consumer_fetch_manager_records_lag_max} with the label
 * {@code client_id}: {@code article-service-threads-…} and {@code article-service-articles-…} are the projections,
 * {@code article-service-tail} the tail that keeps threads and streams live.
 */
@Component
public final class ArticleMetrics {

    public static final String PROJECTED = "winnow.articles.projected";
    public static final String BACKWARDS = "winnow.articles.backwards";
    public static final String NEWER_KINDS = "winnow.articles.newer.kinds";
    public static final String DEAD_LETTERS = "winnow.articles.dead.letters";
    public static final String VISIBLE = "winnow.articles.visible";
    public static final String THREAD_READS = "winnow.articles.thread.reads";
    public static final String HOT_THREADS = "winnow.articles.hot.threads";
    public static final String HOT_BYTES = "winnow.articles.hot.size";
    public static final String READERS = "winnow.articles.readers";
    public static final String READERS_REFUSED = "winnow.articles.readers.refused";
    public static final String READERS_CUT = "winnow.articles.readers.cut";
    public static final String EVENTS_SENT = "winnow.articles.events.sent";
    public static final String PAGE_RENDER = "winnow.articles.page.render";
    public static final String STORE_UNAVAILABLE = "winnow.articles.store.unavailable";
    public static final String REGISTERED = "winnow.articles.registered";
    public static final String PROBLEMS = "winnow.articles.problems";

    private final MeterRegistry registry;
    private final Counter hot;
    private final Counter loaded;
    private final Counter large;
    private final Counter backwards;
    private final Counter storeUnavailable;
    private final Counter refused;
    private final Counter cut;
    private final Counter registered;
    private final Timer visible;
    private final Timer render;

    public ArticleMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.hot = registry.counter(THREAD_READS, "result", "hot");
        this.loaded = registry.counter(THREAD_READS, "result", "loaded");
        this.large = registry.counter(THREAD_READS, "result", "large");
        this.backwards = registry.counter(BACKWARDS);
        this.storeUnavailable = registry.counter(STORE_UNAVAILABLE);
        this.refused = registry.counter(READERS_REFUSED);
        this.cut = registry.counter(READERS_CUT);
        this.registered = registry.counter(REGISTERED);
        this.visible = histogram(VISIBLE, Duration.ofMinutes(1));
        this.render = histogram(PAGE_RENDER, Duration.ofSeconds(2));
    }

    private Timer histogram(String name, Duration longest) {
        return Timer.builder(name)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(longest)
                .register(registry);
    }

    public void projected(Status status) {
        registry.counter(PROJECTED, "status", status.word()).increment();
    }

    public void erased() {
        registry.counter(PROJECTED, "status", "erased").increment();
    }

    public void backwards() {
        backwards.increment();
    }

    public void newerKind(String topic) {
        registry.counter(NEWER_KINDS, "topic", topic).increment();
    }

    public void deadLetter(String topic) {
        registry.counter(DEAD_LETTERS, "topic", topic).increment();
    }

    public void visible(Duration sinceSubmitted) {
        visible.record(sinceSubmitted);
    }

    public void hotRead() {
        hot.increment();
    }

    public void loadedRead() {
        loaded.increment();
    }

    public void largeRead() {
        large.increment();
    }

    public void storeUnavailable() {
        storeUnavailable.increment();
    }

    public void readerRefused() {
        refused.increment();
    }

    public void readerCut() {
        cut.increment();
    }

    public void eventsSent(String event, int readers) {
        registry.counter(EVENTS_SENT, "event", event).increment(readers);
    }

    public void rendered(Duration time) {
        render.record(time);
    }

    public void registered() {
        registered.increment();
    }

    public void problem(String kind) {
        registry.counter(PROBLEMS, "problem", kind).increment();
    }

    /** Shows a number that is read when somebody asks. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }
}
