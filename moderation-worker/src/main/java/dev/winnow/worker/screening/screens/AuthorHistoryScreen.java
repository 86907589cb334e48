package dev.winnow.worker.screening.screens;

import dev.winnow.events.AuthorHistory;
import dev.winnow.events.Signal;
import dev.winnow.events.Status;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import java.util.List;
import java.util.Map;

/** How the author's earlier comments ended. Only who the site vouches for can earn trust. */
public final class AuthorHistoryScreen implements Screen {

    private static final int FEWEST_REFUSED = 2;
    private static final int FEWEST_APPROVED = 10;

    @Override
    public String name() {
        return "author-history";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var history = subject.context().history();
        long refused = history.count(Status.REJECTED) + history.count(Status.RETRACTED);
        long approved = history.count(Status.APPROVED);
        if (refused >= FEWEST_REFUSED && refused >= approved) {
            return oftenRefused(history, refused);
        }
        boolean vouchedFor = subject.comment().author().verified()
                && subject.comment().author().id() != null;
        if (vouchedFor && refused == 0 && approved >= FEWEST_APPROVED) {
            var facts = Map.of("count", Long.toString(approved));
            return List.of(Signals.whole(SignalName.AUTHOR_TRUSTED, Signal.Category.TRUST, 0.2, facts));
        }
        return List.of();
    }

    /** What they were refused for is not kept, so it speaks for either. */
    private static List<Signal> oftenRefused(AuthorHistory history, long refused) {
        double strength = Math.min(0.45, 0.15 + 0.05 * refused);
        var facts = Map.of(
                "count",
                Long.toString(refused),
                "of",
                Integer.toString(history.latest().size()));
        return List.of(
                Signals.whole(SignalName.AUTHOR_OFTEN_REFUSED, Signal.Category.SPAM, strength, facts),
                Signals.whole(SignalName.AUTHOR_OFTEN_REFUSED, Signal.Category.ABUSE, strength, facts));
    }
}
