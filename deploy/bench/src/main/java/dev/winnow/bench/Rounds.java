package dev.winnow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Measures two things in turn, so that a noisy neighbour disturbs both, and compares their medians. */
final class Rounds {

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int COUNT = 5;

    private Rounds() {}

    /** Runs {@value #COUNT} rounds of each after a warm-up of each and prints what came out. */
    static void compare(
            String title,
            Function<Duration, LoadGenerator.Result> winnow,
            Function<Duration, LoadGenerator.Result> bare,
            String wanted) {
        winnow.apply(WARM_UP);
        bare.apply(WARM_UP);
        var ours = new ArrayList<LoadGenerator.Result>();
        var theirs = new ArrayList<LoadGenerator.Result>();
        for (int i = 0; i < COUNT; i++) {
            ours.add(winnow.apply(ROUND));
            theirs.add(bare.apply(ROUND));
        }
        var ourRate = median(ours, LoadGenerator.Result::perSecond);
        var bareRate = median(theirs, LoadGenerator.Result::perSecond);
        var our99 = median(ours, LoadGenerator.Result::p99Millis);
        var bare99 = median(theirs, LoadGenerator.Result::p99Millis);
        System.out.printf("%n%s (medians of %d rounds)%n", title, COUNT);
        line("winnow", ourRate, median(ours, LoadGenerator.Result::p50Millis), our99, refused(ours));
        line("bare", bareRate, median(theirs, LoadGenerator.Result::p50Millis), bare99, refused(theirs));
        System.out.printf(
                "  ratio   throughput %.2f, p99 %.2f   (wanted: %s)%n", ourRate / bareRate, our99 / bare99, wanted);
    }

    private static void line(String who, double rate, double p50, double p99, long refused) {
        System.out.printf(
                "  %-7s %,8.0f requests/s   p50 %.2f ms   p99 %.2f ms   refused %d%n", who, rate, p50, p99, refused);
    }

    private static long refused(List<LoadGenerator.Result> results) {
        return results.stream().mapToLong(LoadGenerator.Result::refused).sum();
    }

    private static double median(List<LoadGenerator.Result> results, Function<LoadGenerator.Result, Double> figure) {
        var sorted =
                results.stream().map(figure).sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }
}
