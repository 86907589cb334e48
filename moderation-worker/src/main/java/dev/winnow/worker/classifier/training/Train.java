package dev.winnow.worker.classifier.training;

import dev.winnow.worker.classifier.ModelFile;
import dev.winnow.worker.text.HanPairs;
import dev.winnow.worker.text.LatinWords;
import dev.winnow.worker.tsv.Tsv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Trains a model from files. The same files, in the same order, give the same model, to the byte. */
public final class Train {

    /** log2 of the number of buckets of the model that comes with a release. */
    public static final int BITS = 20;

    private Train() {}

    /** Reads the comments, trains, writes the model, and says what came of it. */
    public static void train(Data data, String output, int bits, PrintStream log) throws IOException {
        long start = System.nanoTime();
        var comments = data.read();
        var bytes = ModelFile.write(new Trainer(data.chosenRecipe(), bits).train(comments));
        Files.write(Path.of(output), bytes);
        log.printf(
                Locale.ROOT,
                "%d comments, %d bytes, %.0f s%n",
                comments.size(),
                bytes.length,
                (System.nanoTime() - start) / 1e9);
    }

    /**
     * Writes the rows that the first model learns from and is calibrated with, cleaned, augmented and normalised, for a
     * model trained elsewhere: TSV with the header {@code part source kind label weight text}.
     */
    public static void prepare(Data data, String output, PrintStream log) throws IOException {
        var rows = new Trainer(data.chosenRecipe(), BITS).prepared(data.read());
        try (var out = Files.newBufferedWriter(Path.of(output))) {
            out.write("part\tsource\tkind\tlabel\tweight\ttext\n");
            write(out, "learned", rows.learned());
            write(out, "held", rows.held());
        }
        log.printf(
                "%d rows to learn from, %d held back%n",
                rows.learned().size(), rows.held().size());
    }

    /**
     * Writes the table of Han characters that stand side by side, by which texts written by their sound are read; from
     * the same comments as the first model's weights.
     */
    public static void pairs(Data data, String output, PrintStream log) throws IOException {
        var count = new HanPairs.Count();
        counted(data, count::add);
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(output)))) {
            log.printf("%d pairs%n", count.write(out));
        }
    }

    /** Writes the table of Latin words, by which letters that were pulled apart are divided; from the same comments. */
    public static void words(Data data, String output, PrintStream log) throws IOException {
        var count = new LatinWords.Count();
        counted(data, count::add);
        try (var out = Files.newBufferedWriter(Path.of(output))) {
            log.printf("%d words%n", count.write(out));
        }
    }

    private static void counted(Data data, Consumer<String> count) throws IOException {
        var recipe = data.chosenRecipe();
        for (var comment : data.read()) {
            if (!isHeldBack(comment)) {
                count.accept(Cleaning.clean(recipe.of(comment.source()).cleaning(), comment));
            }
        }
    }

    private static void write(Writer out, String part, List<Trainer.Row> rows) throws IOException {
        for (var row : rows) {
            out.write(String.join(
                    "\t",
                    part,
                    row.source(),
                    row.kind(),
                    row.label(),
                    Double.toString(row.weight()),
                    Tsv.escaped(row.text())));
            out.write('\n');
        }
    }

    /** Whether training with any recipe keeps a comment from the weights, so that it may be measured with. */
    public static boolean isHeldBack(LabelledComment comment) {
        return Trainer.isHeldBack(comment);
    }

    /**
     * What is trained on.
     *
     * @param inputs labelled files, or folders of such
     * @param recipe how much each source counts, or null for all alike
     * @param leftOut kinds of comments that are not trained on, so that they can be measured as never seen
     */
    public record Data(List<String> inputs, @Nullable String recipe, Set<String> leftOut) {

        public Data {
            inputs = List.copyOf(inputs);
            leftOut = Set.copyOf(leftOut);
        }

        List<LabelledComment> read() throws IOException {
            var comments = new ArrayList<LabelledComment>();
            for (var input : inputs) {
                comments.addAll(LabelledFile.read(Path.of(input)));
            }
            comments.removeIf(comment -> leftOut.contains(comment.kind()));
            return comments;
        }

        Recipe chosenRecipe() throws IOException {
            return recipe == null ? Recipe.plain() : Recipe.read(Path.of(recipe));
        }
    }
}
