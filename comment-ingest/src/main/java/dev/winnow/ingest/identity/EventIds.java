package dev.winnow.ingest.identity;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of events, in the order of time (UUIDv7). */
public final class EventIds {

    private EventIds() {}

    public static String fresh(long epochMillis) {
        var random = ThreadLocalRandom.current();
        var high = epochMillis << 16 | 0x7000L | random.nextInt(1 << 12);
        var low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }
}
