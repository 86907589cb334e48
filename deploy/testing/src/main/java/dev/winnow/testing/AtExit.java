package dev.winnow.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what the tests of this JVM shared, the last opened first, after Spring's contexts are closed. They close in
 * hooks of their own that run at the same time as this one, and would else wait long for a broker that is gone.
 */
final class AtExit {

    private static final Logger log = LoggerFactory.getLogger(AtExit.class);
    private static final long UNTIL_ALL_HOOKS_RUN_MILLIS = 100;
    private static final long SPRING_MAY_TAKE_MILLIS = 15_000;

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "winnow-test-infrastructure-hook"));
    }

    private AtExit() {}

    static void close(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.push(resource);
        }
    }

    private static void closeAll() {
        awaitSpring();
        synchronized (OPEN) {
            while (!OPEN.isEmpty()) {
                closeOne(OPEN.pop());
            }
        }
    }

    private static void awaitSpring() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(UNTIL_ALL_HOOKS_RUN_MILLIS));
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("Spring") && thread.getName().endsWith("ShutdownHook")) {
                try {
                    thread.join(SPRING_MAY_TAKE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.warn("Not closed: {}", resource, e);
        }
    }
}
