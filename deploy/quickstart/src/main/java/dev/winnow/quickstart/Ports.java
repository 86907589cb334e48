package dev.winnow.quickstart;

import dev.winnow.infrastructure.FreePort;
import dev.winnow.infrastructure.PortInUse;
import java.util.HashSet;
import java.util.Set;

/**
 * The ports that everything listens on. All of them are looked at before anything starts, so that a busy one costs
 * nobody a wait.
 */
record Ports(int kafka, int store, int ingest, int worker, int articles) {

    static Ports of(QuickstartSettings settings) {
        var taken = new HashSet<Integer>();
        var kafka = free("kafka-port", settings.kafkaPort(), taken);
        var store = free("store-port", settings.storePort(), taken);
        if (settings.onlyInfrastructure()) {
            return new Ports(kafka, store, 0, 0, 0);
        }
        return new Ports(
                kafka,
                store,
                free("ingest-port", settings.ingestPort(), taken),
                free("worker-port", settings.workerPort(), taken),
                free("articles-port", settings.articlesPort(), taken));
    }

    private static int free(String name, int wanted, Set<Integer> taken) {
        try {
            var port = FreePort.orFail(wanted);
            if (taken.add(port)) {
                return port;
            }
        } catch (PortInUse e) {
            throw new CannotStart(
                    "Port %d is taken by another program: stop it, or choose another port with --%s%s=PORT (0 for any)."
                            .formatted(wanted, QuickstartSettings.PREFIX, name),
                    e);
        }
        if (wanted == 0) {
            return free(name, wanted, taken);
        }
        throw new CannotStart(
                "Port %d is given twice; the second is --%s%s.".formatted(wanted, QuickstartSettings.PREFIX, name));
    }
}
