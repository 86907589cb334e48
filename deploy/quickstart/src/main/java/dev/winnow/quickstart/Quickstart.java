package dev.winnow.quickstart;

import dev.winnow.infrastructure.StartFailure;
import org.slf4j.LoggerFactory;

/** Starts all of Winnow in this JVM and ends it in order on Ctrl-C. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) {
        var running = new Running();
        try {
            var settings = QuickstartSettings.of(args);
            endInOrderOnCtrlC(running);
            System.out.println(new Start(settings, running).run());
        } catch (CannotStart | StartFailure e) {
            fail(running, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Quickstart.class).warn("Winnow did not start", e);
            fail(running, "Winnow did not start: %s (the log says more)".formatted(innermost(e)));
        }
    }

    /** An orderly end is a good end, so the exit code is 0 and not the JVM's 143 for an end by signal. */
    private static void endInOrderOnCtrlC(Running running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.close();
            Runtime.getRuntime().halt(0);
        }));
    }

    /** Halts, because the orderly end on exit would make a good exit code of it. */
    private static void fail(Running running, String line) {
        System.err.println(line);
        running.close();
        Runtime.getRuntime().halt(1);
    }

    private static Throwable innermost(Throwable e) {
        var cause = e.getCause();
        return cause == null || cause == e ? e : innermost(cause);
    }
}
