package dev.winnow.quickstart;

import dev.winnow.infrastructure.EmbeddedKafka;
import dev.winnow.infrastructure.EmbeddedStore;

/** The way from a command line to a running Winnow: folder, broker and store, services, demonstration. */
final class Start {

    private final QuickstartSettings settings;
    private final Running running;

    Start(QuickstartSettings settings, Running running) {
        this.settings = settings;
        this.running = running;
    }

    /** Starts everything and tells what to say about it. */
    String run() {
        var folder = running.add(Folder.take(settings.dir()));
        var ports = Ports.of(settings);
        Logs.into(folder.log(), settings.forServices());
        var broker = running.add(EmbeddedKafka.start(folder.kafka(), ports.kafka()));
        var store = running.add(EmbeddedStore.start(folder.store(), ports.store()));
        var kafka = broker.bootstrapServers();
        if (settings.onlyInfrastructure()) {
            return Announcement.ofInfrastructure(folder, kafka, store.uri("winnow"));
        }
        var services = Services.of(ports, folder, kafka, store::uri);
        running.add(new RunningServices()).start(services.all(), settings.forServices());
        return announce(folder, Addresses.of(ports));
    }

    private String announce(Folder folder, Addresses addresses) {
        var http = new Http();
        new Readiness(http, addresses).await();
        if (settings.demo()) {
            new Demonstration(http, addresses).bringIn(folder);
        }
        return Announcement.of(folder, addresses, settings.demo());
    }
}
