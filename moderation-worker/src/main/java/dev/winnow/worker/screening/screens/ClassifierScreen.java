package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.classifier.Classifier;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.text.NormalisedText;
import java.util.List;
import java.util.Map;

/** What the trained model makes of the text: two calibrated probabilities, with the characters that carried them. */
public final class ClassifierScreen implements Screen {

    /**
     * The model alone never refuses a comment (by the built-in policy): it knows letters, not meaning. Together with
     * another reason it may.
     */
    private static final double STRONGEST = 0.9;

    /** From here on it is worth saying which characters. */
    private static final double EXPLAINED_FROM = 0.08;

    /** By how much the odds of harm rise where much of a text is in disguise: who has nothing to hide rarely does so. */
    private static final double DISGUISE = 2.5;

    private final Classifier classifier;

    public ClassifierScreen(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public String name() {
        return "classifier";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var forms = subject.text().forms();
        double odds = forms.isDisguised() ? DISGUISE : 1;
        var reading = read(forms.readable(), odds);
        var other = forms.isSuspected() && !forms.isDisguised() ? read(forms.undisguised(), odds) : reading;
        var spam = other.spam() > reading.spam() ? other : reading;
        var abuse = other.abuse() > reading.abuse() ? other : reading;
        return List.of(
                signal(SignalName.MODEL_SPAM, Signal.Category.SPAM, Classifier.Output.SPAM, spam.spam(), spam.text()),
                signal(
                        SignalName.MODEL_ABUSE,
                        Signal.Category.ABUSE,
                        Classifier.Output.ABUSE,
                        abuse.abuse(),
                        abuse.text()));
    }

    private Reading read(NormalisedText text, double odds) {
        var scores = classifier.score(text);
        return new Reading(text, raised(scores.spam(), odds), raised(scores.abuse(), odds));
    }

    private static double raised(double probability, double odds) {
        return probability * odds / (1 - probability + probability * odds);
    }

    private Signal signal(
            SignalName name,
            Signal.Category category,
            Classifier.Output output,
            double probability,
            NormalisedText text) {
        var spans = probability < EXPLAINED_FROM ? List.<Span>of() : classifier.explain(text, output);
        return new Signal(name.word(), category, Math.min(probability, STRONGEST), Signal.Field.TEXT, spans, Map.of());
    }

    /** A form of the text with what the model makes of it. */
    private record Reading(NormalisedText text, double spam, double abuse) {}
}
