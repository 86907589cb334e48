package dev.winnow.worker.secondopinion;

import dev.winnow.events.Decider;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The probabilities by which a second opinion decided, as the note of its decision has them.
 *
 * @param spam the probability of spam, 0 to 1
 * @param abuse the probability of abuse, 0 to 1
 */
public record OpinionNote(double spam, double abuse) {

    private static final Pattern FORM = Pattern.compile("spam ([01]\\.[0-9]{2}), abuse ([01]\\.[0-9]{2})");

    /** What the note of a decision says, if a second opinion wrote it. */
    public static Optional<OpinionNote> of(Decider by, @Nullable String note) {
        return by.kind() == Decider.Kind.OPINION ? read(note) : Optional.empty();
    }

    private static Optional<OpinionNote> read(@Nullable String note) {
        var form = FORM.matcher(note == null ? "" : note);
        return form.matches()
                ? Optional.of(new OpinionNote(Double.parseDouble(form.group(1)), Double.parseDouble(form.group(2))))
                : Optional.empty();
    }

    /** The note. */
    String text() {
        return String.format(Locale.ROOT, "spam %.2f, abuse %.2f", spam, abuse);
    }
}
