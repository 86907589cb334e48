package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.ModelFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Trains a model from files. The same files, in the same order, give the same model, to the byte. */
public final class Train {

    /** log2 of the number of buckets of the model that comes with a release. */
    public static final int BITS = 20;

    private Train() {}

    /** Reads the inputs, trains, writes the model, and says what came of it. */
    public static void train(List<String> inputs, String output, @Nullable String recipe, int bits, PrintStream log)
            throws IOException {
        long start = System.nanoTime();
        var comments = new ArrayList<LabelledComment>();
        for (var input : inputs) {
            comments.addAll(LabelledFile.read(Path.of(input)));
        }
        var chosen = recipe == null ? Recipe.plain() : Recipe.read(Path.of(recipe));
        var bytes = ModelFile.write(new Trainer(chosen, bits).train(comments));
        Files.write(Path.of(output), bytes);
        log.printf(
                Locale.ROOT,
                "%d comments, %d bytes, %.0f s%n",
                comments.size(),
                bytes.length,
                (System.nanoTime() - start) / 1e9);
    }

    /** Whether training with any recipe keeps a comment from the weights, so that it may be measured with. */
    public static boolean isHeldBack(LabelledComment comment) {
        return Trainer.isHeldBack(comment);
    }
}
