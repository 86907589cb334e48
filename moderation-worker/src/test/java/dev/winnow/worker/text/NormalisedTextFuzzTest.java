package dev.winnow.worker.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A fuzz target: whatever the string, normalising ends in time, in bounds, and with offsets that go forward. As a test
 * it takes the inputs that are kept beside it; how to fuzz stands in CONTRIBUTING.md.
 */
class NormalisedTextFuzzTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A single run proves nothing of speed, so times count only where JAZZER_FUZZ asks for many. */
    private static final boolean IS_FUZZING = System.getenv("JAZZER_FUZZ") != null;

    /** Of processor time, for ten thousand characters: ten times what is wanted, as counting coverage costs as much. */
    private static final long MOST_NANOS = 500_000_000;

    private static final int CHARACTERS = 10_000;

    private static final int REPEATS = 50;

    @FuzzTest(maxDuration = "6h", maxExecutions = 10_000_000)
    void normalising(FuzzedDataProvider data) {
        int kind = data.consumeInt(0, 31);
        var text = kind % 2 == 0 ? pieces(data) : data.consumeRemainingAsString();
        if (kind <= 1 && !text.isEmpty()) {
            text = text.repeat(CHARACTERS / text.length() + 1);
        }
        text = text.substring(0, Math.min(text.length(), CHARACTERS));

        long start = THREADS.getCurrentThreadCpuTime();
        var forms = NormalisedText.forms(text);
        long nanos = THREADS.getCurrentThreadCpuTime() - start;

        if (IS_FUZZING && nanos > MOST_NANOS) {
            nanos = leastNanos(text);
            require(nanos <= MOST_NANOS, "took " + nanos / 1_000_000 + " ms");
        }
        check(forms.plain(), text);
        check(forms.compact(), text);
        check(forms.readable(), text);
        var plain = forms.plain().toString();
        require(NormalisedText.plain(plain).toString().equals(plain), "normalising twice is not normalising once");
    }

    /** Random bytes hardly ever spell a disguise, so half of the texts are made of pieces of them. */
    private static String pieces(FuzzedDataProvider data) {
        var text = new StringBuilder();
        while (data.remainingBytes() > 0) {
            text.append(data.pickValue(NormalisedTextProperties.ODD));
        }
        return text.toString();
    }

    /** How long it takes once it is compiled and nothing else gets in the way. */
    private static long leastNanos(String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS && least > MOST_NANOS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            NormalisedText.forms(text);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least;
    }

    private static void check(NormalisedText form, String text) {
        require(form.length() <= text.length() * CharacterTable.LONGEST, "it grew too much");
        for (int i = 0; i < form.length(); i++) {
            require(form.from(i) >= 0 && form.from(i) < form.to(i) && form.to(i) <= text.length(), "an empty stretch");
            require(i == 0 || form.from(i) >= form.from(i - 1) && form.to(i) >= form.to(i - 1), "it goes back");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
