package dev.winnow.worker.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.worker.classifier.Classifier;
import dev.winnow.worker.classifier.ModelFile;
import dev.winnow.worker.text.NormalisedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a small model from the data in the repository, twice. */
class TrainTest {

    private static final Path DATA = Path.of("training/data/generated_zh.tsv");
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
    private static final int BITS = 18;

    private static byte[] first = new byte[0];
    private static byte[] second = new byte[0];
    private static List<LabelledComment> held = List.of();

    @BeforeAll
    static void train(@TempDir Path folder) throws IOException {
        var sample = sample(folder);
        var data = new Train.Data(List.of(sample.toString()), null, Set.of());
        Train.train(data, folder.resolve("1.model").toString(), BITS, SILENT);
        Train.train(data, folder.resolve("2.model").toString(), BITS, SILENT);
        first = Files.readAllBytes(folder.resolve("1.model"));
        second = Files.readAllBytes(folder.resolve("2.model"));
        held = LabelledFile.read(sample).stream().filter(Train::isHeldBack).toList();
    }

    /** A part of the file, so that the test stays quick. */
    private static Path sample(Path folder) throws IOException {
        var lines = Files.readAllLines(DATA);
        var sample = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 1; i < lines.size(); i += 2) {
            sample.append(lines.get(i)).append('\n');
        }
        return Files.writeString(folder.resolve("sample.tsv"), sample);
    }

    @Test
    void theSameInputGivesTheSameModelToTheByte() {
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aModelReadAndWrittenAgainIsTheSame() throws IOException {
        var model = ModelFile.read(new ByteArrayInputStream(first));

        assertThat(ModelFile.write(model)).isEqualTo(first);
    }

    @Test
    void whatWasHeldBackIsMostlyToldRight() throws IOException {
        var classifier = Classifier.of(first);

        long right = held.stream()
                .filter(c -> {
                    var scores = classifier.score(NormalisedText.plain(c.text()));
                    boolean bad = Math.max(scores.spam(), scores.abuse()) >= 0.5;
                    return bad != c.is("ok");
                })
                .count();

        assertThat(held).hasSizeGreaterThan(100);
        assertThat((double) right / held.size()).isGreaterThan(0.8);
    }

    @Test
    void removingWhatCarriedTheScoreLowersIt() throws IOException {
        var classifier = Classifier.of(first);
        int explained = 0;
        int lowered = 0;
        for (var comment : held) {
            var text = NormalisedText.plain(comment.text());
            double score = classifier.score(text).spam();
            if (score >= 0.5) {
                var rest = new StringBuilder(comment.text());
                classifier.explain(text, Classifier.Output.SPAM).stream()
                        .sorted((a, b) -> b.from() - a.from())
                        .forEach(span -> rest.delete(span.from(), span.to()));
                explained++;
                lowered += classifier.score(NormalisedText.plain(rest)).spam() < score ? 1 : 0;
            }
        }

        assertThat(explained).isGreaterThan(30);
        assertThat((double) lowered / explained).isGreaterThan(0.9);
    }
}
