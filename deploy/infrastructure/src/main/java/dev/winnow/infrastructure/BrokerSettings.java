package dev.winnow.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, lives beside its clients and shall be back soon after any kind of end. */
record BrokerSettings(Path folder, int port, int controllerPort) {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";
    private static final String SEGMENT = String.valueOf(16 * 1024 * 1024);

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties properties() {
        var all = new Properties();
        all.putAll(addresses());
        all.putAll(aloneInItsCluster());
        all.putAll(backSoon());
        all.putAll(small());
        return all;
    }

    private Map<String, String> addresses() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@" + HOST + ":" + controllerPort,
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER_LISTENER, HOST, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://" + bootstrapServers(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                folder.toString());
    }

    private static Map<String, String> aloneInItsCluster() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "num.partitions", "4",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** A registration of a broker that was killed, or a member that is gone, is not waited for; recovery is short. */
    private static Map<String, String> backSoon() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "250",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                "log.segment.bytes", SEGMENT,
                "offsets.topic.segment.bytes", SEGMENT,
                "transaction.state.log.segment.bytes", SEGMENT,
                "share.coordinator.state.topic.segment.bytes", SEGMENT,
                "num.recovery.threads.per.data.dir", "2");
    }

    /** Threads and buffers for one machine that does other work too; as they come, compaction alone takes 128 MB. */
    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "4",
                "log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024),
                "log.index.size.max.bytes", String.valueOf(1024 * 1024));
    }
}
