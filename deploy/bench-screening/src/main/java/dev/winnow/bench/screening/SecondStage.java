package dev.winnow.bench.screening;

import dev.winnow.worker.classifier.Classifier.Scores;
import dev.winnow.worker.secondopinion.SecondModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Comments a second that the second model reads on one thread, in batches of 32 of both languages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SecondStage {

    private static final int BATCH = 32;

    private final SecondModel model = SecondModel.standard();
    private int next;

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public List<Scores> winnow() {
        var batch = new ArrayList<SecondModel.Doubtful>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            next = (next + 1) % SampleComments.TEXTS.size();
            batch.add(new SecondModel.Doubtful(SampleComments.TEXTS.get(next), new Scores(0.2, 0.2)));
        }
        return model.weigh(batch);
    }

    @TearDown
    public void close() {
        model.close();
    }
}
