package dev.winnow.worker.screening.screens;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.lists.SiteLists;
import dev.winnow.worker.screening.lists.Term;
import java.util.ArrayList;
import java.util.List;

/** The site's own terms, from its policy. */
public final class SiteListScreen implements Screen {

    private final SiteLists<List<Policy.Entry>> lists = new SiteLists<>(
            Policy::entries,
            entries -> entries.stream().map(SiteListScreen::term).toList());

    @Override
    public String name() {
        return "site-list";
    }

    @Override
    public List<Signal> look(Subject subject) {
        if (subject.policy().entries().isEmpty()) {
            return List.of();
        }
        var list = lists.of(subject.policy());
        var signals = new ArrayList<Signal>();
        for (var part : subject.fields()) {
            for (var hit : list.find(part.forms())) {
                signals.add(ListScreen.signal(SignalName.SITE_TERM, part.field(), hit));
            }
        }
        return signals;
    }

    /** A site's terms respect the borders of Latin words; in Chinese there are none to respect. */
    private static Term term(Policy.Entry entry) {
        return new Term(
                "site:" + entry.term(),
                entry.term(),
                entry.category(),
                "site",
                Math.max(0, Math.min(1, entry.severity())),
                true,
                entry.exceptions());
    }
}
