package dev.winnow.worker.screening.screens;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.lists.Term;
import dev.winnow.worker.screening.lists.TermList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The site's own terms, from its policy. The automaton of a policy is remembered, which changes no result: one for
 * each site, made anew when the entries are others.
 */
public final class SiteListScreen implements Screen {

    /** Sites come from configuration, so there are few; the bound only guards against odd use. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Compiled> remembered = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "site-list";
    }

    @Override
    public List<Signal> look(Subject subject) {
        if (subject.policy().entries().isEmpty()) {
            return List.of();
        }
        var list = compiled(subject.policy());
        var signals = new ArrayList<Signal>();
        for (var part : subject.fields()) {
            for (var hit : list.find(part.forms())) {
                signals.add(ListScreen.signal(SignalName.SITE_TERM, part.field(), hit));
            }
        }
        return signals;
    }

    private TermList compiled(Policy policy) {
        var known = remembered.get(policy.site());
        if (known != null && known.entries().equals(policy.entries())) {
            return known.list();
        }
        var list =
                new TermList(policy.entries().stream().map(SiteListScreen::term).toList());
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(policy.site(), new Compiled(policy.entries(), list));
        }
        return list;
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

    private record Compiled(List<Policy.Entry> entries, TermList list) {}
}
