package dev.winnow.worker.classifier.training;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The labelled comments that come with the repository: what is measured with is not learned from. */
class TrainingDataTest {

    private static final Path LEARNED = Path.of("training/data");
    private static final Path TRIAL = Path.of("training/trial");

    @Test
    void noTrialCommentIsLearnedFrom() throws IOException {
        var learned = new HashSet<String>();
        for (var comment : LabelledFile.read(LEARNED)) {
            learned.add(letters(comment.text()));
        }

        var trial = LabelledFile.read(TRIAL);

        assertThat(trial).hasSizeGreaterThan(1_000);
        assertThat(trial.stream().filter(comment -> learned.contains(letters(comment.text()))))
                .isEmpty();
    }

    @Test
    void everyCommentHasItsOwnIdAndAKnownLabel() throws IOException {
        for (var folder : List.of(LEARNED, TRIAL)) {
            var comments = LabelledFile.read(folder);

            assertThat(comments.stream()
                            .collect(groupingBy(LabelledComment::id))
                            .values())
                    .allMatch(same -> same.size() == 1);
            assertThat(comments).extracting(LabelledComment::label).isSubsetOf("ok", "spam", "abuse");
        }
    }

    @Test
    void harmlessLookAlikesAreLabelledSo() throws IOException {
        assertThat(LabelledFile.read(LEARNED).stream()
                        .filter(comment -> comment.kind().startsWith("ok_")))
                .hasSizeGreaterThan(10_000)
                .allMatch(comment -> comment.is("ok"));
    }

    /** What two comments have to share to be the same: letters, digits and emoji, whatever their case, width and spaces. */
    private static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL)
                .forEach(letters::appendCodePoint);
        return letters.isEmpty() ? text : letters.toString();
    }
}
