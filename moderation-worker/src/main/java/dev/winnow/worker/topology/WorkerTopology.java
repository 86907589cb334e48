package dev.winnow.worker.topology;

import dev.winnow.worker.metrics.WorkerMetrics;
import dev.winnow.worker.policy.PolicyTable;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.springframework.stereotype.Component;

/** All of the worker's sub-topologies, in the way of a comment. */
@Component
class WorkerTopology {

    private final ScreeningFunction screening;
    private final PolicyTable policies;
    private final WorkerMetrics metrics;

    WorkerTopology(ScreeningFunction screening, PolicyTable policies, WorkerMetrics metrics) {
        this.screening = screening;
        this.policies = policies;
        this.metrics = metrics;
    }

    /** A topology for one client of Kafka Streams: it cannot be used twice. */
    Topology build() {
        var builder = new StreamsBuilder();
        GlobalTables.addTo(builder, policies, metrics);
        ModerationTopology.addTo(builder, screening, policies, metrics);
        AuthorsTopology.addTo(builder, metrics);
        return builder.build();
    }
}
