package dev.winnow.worker.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A fuzz target: whatever the string, normalising ends in time, in bounds, and with offsets that go forward. It runs only
 * where it is asked for, as CONTRIBUTING.md says how: Jazzer rewrites every class that is loaded after it, and other tests
 * would run on those.
 */
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1", disabledReason = "fuzzing was not asked for")
class NormalisedTextFuzzTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Of processor time, for ten thousand characters: ten times what is wanted, as counting coverage costs as much. Where
     * it is not counted, {@code -Dwinnow.fuzz.millis=50} asks for what is wanted.
     */
    private static final long MOST_NANOS = 1_000_000 * Long.getLong("winnow.fuzz.millis", 500);

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

        if (nanos > MOST_NANOS) {
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
