package dev.winnow.worker.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.Span;
import dev.winnow.worker.classifier.Classifier.Output;
import dev.winnow.worker.classifier.training.LabelledComment;
import dev.winnow.worker.classifier.training.LabelledFile;
import dev.winnow.worker.classifier.training.Train;
import dev.winnow.worker.text.NormalisedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the model shows as its reasons are its reasons: without those characters the score is lower. */
class ExplanationTest {

    private static final Path DATA = Path.of("training", "data");

    private final Classifier classifier = Classifier.standard();

    @ParameterizedTest
    @EnumSource(Output.class)
    void withoutTheMarkedCharactersTheScoreIsLower(Output output) throws IOException {
        var found = LabelledFile.read(DATA).stream()
                .filter(Train::isHeldBack)
                .map(LabelledComment::text)
                .filter(text -> score(text, output) >= 0.5)
                .toList();

        var lower = found.stream()
                .filter(text -> score(without(text, spans(text, output)), output) < score(text, output))
                .count();

        assertThat(found).hasSizeGreaterThan(200);
        assertThat(lower).isGreaterThanOrEqualTo(found.size() * 9L / 10);
    }

    private double score(String text, Output output) {
        var scores = classifier.score(NormalisedText.plain(text));
        return output == Output.SPAM ? scores.spam() : scores.abuse();
    }

    private List<Span> spans(String text, Output output) {
        return classifier.explain(NormalisedText.plain(text), output);
    }

    private static String without(String text, List<Span> spans) {
        var rest = new StringBuilder(text);
        spans.stream()
                .sorted(Comparator.comparingInt(Span::from).reversed())
                .forEach(span -> rest.delete(span.from(), span.to()));
        return rest.toString();
    }
}
