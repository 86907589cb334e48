package dev.winnow.worker.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.events.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts what is no event onto the dead-letter topic, as it came, with the reason in its headers. */
@Component
class ViewDeadLetters {

    private static final Logger log = LoggerFactory.getLogger(ViewDeadLetters.class);

    private final ReviewProducer producer;
    private final DecisionSettings settings;

    ViewDeadLetters(ReviewProducer producer, DecisionSettings settings) {
        this.producer = producer;
        this.settings = settings;
    }

    /** Returns once all are acknowledged; throws if one is not. Called on a listener's thread, which may wait. */
    void send(List<DeadLetter> letters) {
        var sent =
                letters.stream().map(letter -> producer.send(letter.outgoing())).toList();
        try {
            for (var one : sent) {
                one.get(2 * settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before dead letters were acknowledged", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("dead letters were not acknowledged", e);
        }
        for (var letter : letters) {
            log.warn(
                    "Set aside {}-{}@{}: {}",
                    letter.incoming.topic(),
                    letter.incoming.partition(),
                    letter.incoming.offset(),
                    letter.why);
        }
    }

    /**
     * A record that is no event.
     *
     * @param incoming the record
     * @param why what is wrong with it; names no content
     */
    record DeadLetter(ConsumerRecord<byte[], byte[]> incoming, String why) {

        private ProducerRecord<byte[], byte[]> outgoing() {
            var headers = new RecordHeaders(incoming.headers());
            put(headers, "dlt_reason", "unreadable");
            put(headers, "dlt_error", why);
            put(headers, "dlt_topic", incoming.topic());
            put(headers, "dlt_partition", Integer.toString(incoming.partition()));
            put(headers, "dlt_offset", Long.toString(incoming.offset()));
            return new ProducerRecord<>(
                    Topics.deadLetters(incoming.topic()), null, incoming.key(), incoming.value(), headers);
        }

        private static void put(Headers headers, String name, String value) {
            headers.remove(name);
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
