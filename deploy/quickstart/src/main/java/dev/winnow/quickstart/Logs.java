package dev.winnow.quickstart;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes: into a file of the folder, and only what went wrong to the console. One configuration for the
 * three services, so none of them may set up logging on its own.
 */
final class Logs {

    private static final String LEVEL = "logging.level.";

    private Logs() {}

    /** Must come before the first logger is asked for: {@code logback.xml} reads the file's name from a property. */
    static void into(Path file, Map<String, String> settings) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("winnow.quickstart.log", file.toString());
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        settings.forEach((name, value) -> {
            if (name.startsWith(LEVEL)) {
                context.getLogger(name.substring(LEVEL.length())).setLevel(Level.toLevel(value, Level.INFO));
            }
        });
    }
}
