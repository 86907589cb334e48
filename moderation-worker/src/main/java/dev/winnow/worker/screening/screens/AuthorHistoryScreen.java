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

/**
 * How the author's earlier comments ended. Only who the site vouches for can earn trust. All others are known by their
 * address alone, which a household, an office or a mobile network shares: it takes more refusals to be watched, and what
 * an ordinary sentence gets for it does not reach a moderator.
 */
public final class AuthorHistoryScreen implements Screen {

    private static final int FEWEST_REFUSED = 2;
    private static final int FEWEST_REFUSED_OF_AN_ADDRESS = 5;
    private static final double MOST = 0.45;
    private static final double MOST_OF_AN_ADDRESS = 0.2;
    private static final int FEWEST_APPROVED = 10;

    @Override
    public String name() {
        return "author-history";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var history = subject.context().history();
        var author = subject.comment().author();
        boolean vouchedFor = author.verified() && author.id() != null;
        long refused = history.count(Status.REJECTED) + history.count(Status.RETRACTED);
        long approved = history.count(Status.APPROVED);
        if (refused >= (vouchedFor ? FEWEST_REFUSED : FEWEST_REFUSED_OF_AN_ADDRESS) && refused >= approved) {
            return oftenRefused(history, refused, vouchedFor ? MOST : MOST_OF_AN_ADDRESS);
        }
        if (vouchedFor && refused == 0 && approved >= FEWEST_APPROVED) {
            var facts = Map.of("count", Long.toString(approved));
            return List.of(Signals.whole(SignalName.AUTHOR_TRUSTED, Signal.Category.TRUST, 0.2, facts));
        }
        return List.of();
    }

    /** What they were refused for is not kept, so it speaks for either. */
    private static List<Signal> oftenRefused(AuthorHistory history, long refused, double most) {
        double strength = Math.min(most, 0.15 + 0.05 * refused);
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
