package dev.winnow.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * One of the services, as its own Spring context beside the others.
 *
 * @param name its name
 * @param application how it is started alone
 * @param foreign auto-configurations of libraries that only the other services use: alone it would not have them
 * @param settings what the quickstart sets for it
 */
record Service(
        String name,
        Supplier<SpringApplicationBuilder> application,
        List<String> foreign,
        Map<String, String> settings) {

    /** Starts it, with what the user asked for going before what the quickstart sets. */
    ConfigurableApplicationContext start(Map<String, String> asked) {
        return application
                .get()
                .registerShutdownHook(false)
                .initializers(OWN_EVENT_LOOPS)
                .run(arguments(asked));
    }

    String[] arguments(Map<String, String> asked) {
        var all = new TreeMap<>(settings);
        all.put("spring.autoconfigure.exclude", String.join(",", foreign));
        all.putAll(asked);
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** Reactor Netty's event loops are global unless told otherwise, and the first context to end would end them for all. */
    private static final ApplicationContextInitializer<GenericApplicationContext> OWN_EVENT_LOOPS =
            context -> context.registerBean(ReactorResourceFactory.class, () -> {
                var loops = new ReactorResourceFactory();
                loops.setUseGlobalResources(false);
                loops.setShutdownQuietPeriod(Duration.ZERO);
                return loops;
            });
}
