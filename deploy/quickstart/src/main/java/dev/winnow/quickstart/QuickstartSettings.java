package dev.winnow.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the command line asks for.
 *
 * @param dir {@code winnow.quickstart.dir}, the folder that holds everything, created if need be
 * @param demo {@code winnow.quickstart.demo}, whether the demonstration is brought in
 * @param onlyInfrastructure {@code winnow.quickstart.only=infrastructure}, whether broker and store run alone
 * @param kafkaPort {@code winnow.quickstart.kafka-port}; this and every other port may be 0 for any free one
 * @param storePort {@code winnow.quickstart.store-port}
 * @param ingestPort {@code winnow.quickstart.ingest-port}
 * @param workerPort {@code winnow.quickstart.worker-port}
 * @param articlesPort {@code winnow.quickstart.articles-port}
 * @param forServices every other setting, by name, which each service gets
 */
record QuickstartSettings(
        Path dir,
        boolean demo,
        boolean onlyInfrastructure,
        int kafkaPort,
        int storePort,
        int ingestPort,
        int workerPort,
        int articlesPort,
        Map<String, String> forServices) {

    static final String PREFIX = "winnow.quickstart.";

    private static final Map<String, String> DEFAULTS = Map.of(
            "dir", ".winnow/quickstart",
            "demo", "true",
            "only", "",
            "kafka-port", "9092",
            "store-port", "27017",
            "ingest-port", "8080",
            "worker-port", "8081",
            "articles-port", "8082");

    /** Three services cannot have one port or one address. */
    private static final Map<String, String> OWN_NAMES = Map.of(
            "server.port", "--winnow.quickstart.ingest-port, -worker-port and -articles-port choose the ports",
            "server.address", "the quickstart has known secrets and listens on loopback only");

    static QuickstartSettings of(String... args) {
        var own = new TreeMap<>(DEFAULTS);
        var others = new LinkedHashMap<String, String>();
        for (var arg : args) {
            if (!arg.startsWith("--")) {
                throw new CannotStart("'%s' is no setting: they look like --%sdir=DIR".formatted(arg, PREFIX));
            }
            var name = arg.substring(2).split("=", 2)[0];
            var value = arg.contains("=") ? arg.substring(arg.indexOf('=') + 1) : "true";
            if (name.startsWith(PREFIX)) {
                take(own, name.substring(PREFIX.length()), value);
            } else {
                others.put(forAService(name), value);
            }
        }
        return new QuickstartSettings(
                path(value(own, "dir")),
                oneOf("demo", value(own, "demo"), "true", "false").equals("true"),
                !oneOf("only", value(own, "only"), "", "infrastructure").isEmpty(),
                port(own, "kafka-port"),
                port(own, "store-port"),
                port(own, "ingest-port"),
                port(own, "worker-port"),
                port(own, "articles-port"),
                Map.copyOf(others));
    }

    private static void take(Map<String, String> own, String name, String value) {
        if (own.replace(name, value) == null) {
            throw new CannotStart("There is no setting --%s%s; there are %s."
                    .formatted(PREFIX, name, String.join(", ", own.keySet())));
        }
    }

    private static String forAService(String name) {
        if (OWN_NAMES.containsKey(name)) {
            throw new CannotStart("--%s cannot be given here: %s.".formatted(name, OWN_NAMES.get(name)));
        }
        return name;
    }

    private static String value(Map<String, String> own, String name) {
        return Objects.requireNonNull(own.get(name), name);
    }

    private static Path path(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CannotStart("--%sdir must name a folder: %s".formatted(PREFIX, e.getMessage()), e);
        }
    }

    private static String oneOf(String name, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            var allowed = first.isEmpty() ? "'" + second + "'" : "'%s' or '%s'".formatted(first, second);
            throw new CannotStart("--%s%s must be %s, not '%s'.".formatted(PREFIX, name, allowed, value));
        }
        return value;
    }

    private static int port(Map<String, String> own, String name) {
        var value = value(own, name);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new CannotStart("--%s%s must be a number from 0 to 65535, not '%s'.".formatted(PREFIX, name, value));
        }
        return Integer.parseInt(value);
    }
}
