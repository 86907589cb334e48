package dev.winnow.articles.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.articles.ArticleMetrics;
import dev.winnow.events.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sets records aside that cannot be processed, untouched, with the reason in a header, so that others go on. */
@Component
public final class DeadLetters {

    /** Why the record is here. */
    public static final String ERROR = "winnow-error";

    /** Where it came from, as topic-partition@offset. */
    public static final String ORIGIN = "winnow-origin";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int PATIENCE_SECONDS = 10;

    private final KafkaTemplate<String, byte[]> kafka;
    private final ArticleMetrics metrics;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, ArticleMetrics metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    /** Sends a record aside and waits until it is there; called on a listener's thread. */
    public void send(ConsumerRecord<String, byte[]> record, String why) {
        var origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        var letter = new ProducerRecord<>(
                Topics.deadLetters(record.topic()), null, record.key(), record.value(), record.headers());
        letter.headers().remove(ERROR).add(ERROR, why.getBytes(UTF_8));
        letter.headers().remove(ORIGIN).add(ORIGIN, origin.getBytes(UTF_8));
        try {
            kafka.send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the dead letter could not be sent", e);
        }
        metrics.deadLetter(record.topic());
        log.warn("Set {} aside: {}", origin, why);
    }
}
