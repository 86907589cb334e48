package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Status;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import java.util.List;
import java.util.Map;

/** What the site wants a person to see first: everything, or an author's first comment. */
public final class HoldScreen implements Screen {

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public List<Signal> look(Subject subject) {
        if (subject.policy().holdAll()) {
            return List.of(Signals.whole(SignalName.HELD_BY_POLICY, Signal.Category.ATTENTION, 1, Map.of()));
        }
        if (subject.policy().holdFirst() && isFirst(subject)) {
            return List.of(Signals.whole(SignalName.FIRST_COMMENT, Signal.Category.ATTENTION, 1, Map.of()));
        }
        return List.of();
    }

    /** An author without a verified id could be anybody, so each comment is a first one. */
    private static boolean isFirst(Subject subject) {
        var author = subject.comment().author();
        boolean known = author.verified() && author.id() != null;
        return !known || subject.context().history().count(Status.APPROVED) == 0;
    }
}
