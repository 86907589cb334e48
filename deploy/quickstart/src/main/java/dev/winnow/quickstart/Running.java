package dev.winnow.quickstart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;

/**
 * What runs so far, to be ended in the opposite order. Ended by whichever thread comes first: the one that starts things,
 * because something failed, or the one that the JVM starts on Ctrl-C, however far the start had come.
 */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean ended;

    /** Takes note of what has just been started; ends it at once if everything was ended meanwhile. */
    synchronized <T extends AutoCloseable> T add(T one) {
        started.push(one);
        if (ended) {
            close();
        }
        return one;
    }

    @Override
    public synchronized void close() {
        ended = true;
        while (!started.isEmpty()) {
            var latest = started.pop();
            try {
                latest.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Running.class).warn("{} did not end in order", latest, e);
            }
        }
    }
}
