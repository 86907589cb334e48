package dev.winnow.worker.screening;

import dev.winnow.events.Comment;
import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.events.Verdict;
import dev.winnow.worker.classifier.Classifier;
import dev.winnow.worker.screening.screens.ArticleScreen;
import dev.winnow.worker.screening.screens.AuthorHistoryScreen;
import dev.winnow.worker.screening.screens.ClassifierScreen;
import dev.winnow.worker.screening.screens.ContactScreen;
import dev.winnow.worker.screening.screens.DisguiseScreen;
import dev.winnow.worker.screening.screens.HoldScreen;
import dev.winnow.worker.screening.screens.LinkScreen;
import dev.winnow.worker.screening.screens.ListScreen;
import dev.winnow.worker.screening.screens.NoiseScreen;
import dev.winnow.worker.screening.screens.RepetitionScreen;
import dev.winnow.worker.screening.screens.SiteListScreen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Screens comments: the whole of screening on one page. Immutable; safe for any thread. */
public final class Screening {

    /** Weaker signals count but are not shown. */
    public static final double SHOWN_FROM = 0.08;

    private static final Comparator<Signal> STRONGEST_FIRST = Comparator.comparingDouble(Signal::strength)
            .reversed()
            .thenComparing(Signal::name)
            .thenComparing(Signal::field);

    private final List<Screen> screens;
    private final String model;

    Screening(List<Screen> screens, String model) {
        this.screens = List.copyOf(screens);
        this.model = model;
    }

    /** The screens and the model that come with this release. */
    public static Screening standard() {
        return with(Classifier.standard());
    }

    /** The screens of this release with another model. */
    public static Screening with(Classifier classifier) {
        return new Screening(
                List.of(
                        // What it says: our lists, the site's own, and the model that knows more than lists can
                        new ListScreen(),
                        new SiteListScreen(),
                        new ClassifierScreen(classifier),
                        // Where it wants readers to go
                        new LinkScreen(),
                        new ContactScreen(),
                        // How it fits the article
                        new ArticleScreen(),
                        // How it is written
                        new RepetitionScreen(),
                        new NoiseScreen(),
                        new DisguiseScreen(),
                        // Who wrote it
                        new AuthorHistoryScreen(),
                        // What the site wants held whatever it says
                        new HoldScreen()),
                classifier.version());
    }

    /** By which a policy switches its screens off, in the order in which they look. */
    public List<String> names() {
        return screens.stream().map(Screen::name).toList();
    }

    /** What is to be said of a comment. Never throws for odd input. */
    public Verdict screen(Comment comment, Policy policy, Context context) {
        var subject = Subject.of(comment, policy, context);
        var signals = new ArrayList<Signal>();
        for (var screen : screens) {
            if (!policy.screensOff().contains(screen.name())) {
                signals.addAll(looked(screen, subject));
            }
        }
        double spam = Combination.probability(signals, Signal.Category.SPAM, policy.spam());
        double abuse = Combination.probability(signals, Signal.Category.ABUSE, policy.abuse());
        var outcome = Combination.outcome(spam, abuse, signals, policy);
        signals.removeIf(signal -> signal.strength() < SHOWN_FROM);
        signals.sort(STRONGEST_FIRST);
        return new Verdict(outcome, spam, abuse, signals, policy.version(), model);
    }

    /** A screen that fails must not approve a comment by its silence. */
    private static List<Signal> looked(Screen screen, Subject subject) {
        try {
            return screen.look(subject);
        } catch (RuntimeException | StackOverflowError e) {
            var facts = Map.of("screen", screen.name(), "error", e.getClass().getSimpleName());
            return List.of(Signals.whole(SignalName.SCREEN_FAILED, Signal.Category.ATTENTION, 1, facts));
        }
    }
}
