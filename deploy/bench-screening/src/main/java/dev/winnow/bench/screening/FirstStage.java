package dev.winnow.bench.screening;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Policy;
import dev.winnow.events.Verdict;
import dev.winnow.worker.screening.Context;
import dev.winnow.worker.screening.Screening;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Comments a second on one thread: all of screening's first stage, and sensitive-word, a library of words that many
 * Chinese sites use, looking its own list up in the same comments.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class FirstStage {

    private static final Policy POLICY = Policy.builtIn("default");
    private static final Context CONTEXT = new Context(AuthorHistory.none("default", "reader"));

    private final Screening screening = Screening.standard();
    private final SensitiveWordBs words = SensitiveWordBs.newInstance().init();
    private int next;

    @Benchmark
    public Verdict winnow() {
        return screening.screen(SampleComments.COMMENTS.get(turn()), POLICY, CONTEXT);
    }

    @Benchmark
    public List<String> sensitiveWord() {
        return words.findAll(SampleComments.TEXTS.get(turn()));
    }

    private int turn() {
        next = next + 1 == SampleComments.TEXTS.size() ? 0 : next + 1;
        return next;
    }
}
