package dev.winnow.faults;

/** Prints the figures that the long tests are for. */
final class Say {

    private Say() {}

    static void that(String format, Object... values) {
        System.out.println("[faults] " + format.formatted(values));
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
