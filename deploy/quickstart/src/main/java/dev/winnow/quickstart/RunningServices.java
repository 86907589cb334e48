package dev.winnow.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The services that were started, together, and are ended together. */
final class RunningServices implements AutoCloseable {

    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();
    private boolean ended;

    /** Returns when all are started, or throws why one of them is not. */
    void start(List<Service> services, Map<String, String> asked) {
        Together.run(services.stream()
                .map(service -> new Together.Task(service.name(), () -> add(service.start(asked))))
                .toList());
    }

    /** Ends at once what comes up when the others have been ended already. */
    private synchronized boolean add(ConfigurableApplicationContext context) {
        if (ended) {
            context.close();
            return false;
        }
        return contexts.add(context);
    }

    @Override
    public synchronized void close() {
        ended = true;
        Together.run(contexts.stream()
                .map(context -> new Together.Task("end-" + context.getId(), () -> {
                    context.close();
                    return null;
                }))
                .toList());
    }
}
