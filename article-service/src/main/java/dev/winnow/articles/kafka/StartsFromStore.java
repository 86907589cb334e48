package dev.winnow.articles.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * A projection that, whenever it is given partitions, goes on from where its database stands. What the consumer group
 * committed matters only while the store cannot be asked.
 */
public abstract class StartsFromStore implements ConsumerSeekAware {

    private static final Logger log = LoggerFactory.getLogger(StartsFromStore.class);

    private final Progress progress;
    private final Duration patience;

    protected StartsFromStore(Progress progress, Duration patience) {
        this.progress = progress;
        this.patience = patience;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        if (assignments.isEmpty()) {
            return;
        }
        var topic = assignments.keySet().iterator().next().topic();
        try {
            // On the consumer's own thread, which may wait; a rebalance has time for it.
            var next = progress.of(topic).block(patience);
            for (var partition : assignments.keySet()) {
                var from = next == null ? 0 : next.getOrDefault(partition.partition(), 0L);
                callback.seek(partition.topic(), partition.partition(), from);
            }
        } catch (RuntimeException e) {
            log.warn("The store cannot say how far {} is projected, going on from what was committed", topic, e);
        }
    }
}
