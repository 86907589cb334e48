package dev.winnow.worker.screening.screens;

import dev.winnow.events.Policy;
import dev.winnow.events.Signal;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.screening.lists.SiteLists;
import dev.winnow.worker.screening.lists.Term;
import dev.winnow.worker.screening.lists.TermFile;
import dev.winnow.worker.screening.lists.TermList;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The word lists that come with Winnow, spam and abuse, Chinese and English. */
public final class ListScreen implements Screen {

    private static final List<String> FILES = List.of(
            "/screening/spam-zh.tsv", "/screening/spam-en.tsv", "/screening/abuse-zh.tsv", "/screening/abuse-en.tsv");

    /** How many places of a term are shown. */
    private static final int MOST_SPANS = 10;

    private final TermList list = new TermList(FILES.stream()
            .flatMap(file -> Stream.of(TermFile.read(file)))
            .flatMap(List::stream)
            .toList());

    private final SiteLists<List<Policy.Exceptions>> exceptions = new SiteLists<>(
            Policy::exceptions,
            all -> all.stream().flatMap(each -> phrases(each).stream()).toList());

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        for (var part : subject.fields()) {
            for (var hit : notExcepted(list.find(part.forms()), part.forms(), subject.policy())) {
                if (!subject.policy().entriesOff().contains(hit.term().id())) {
                    signals.add(signal(SignalName.LISTED_TERM, part.field(), hit));
                }
            }
        }
        return signals;
    }

    /** What is left of the hits when those within a phrase that the policy excepts are taken away. */
    private List<TermList.Hit> notExcepted(List<TermList.Hit> hits, NormalisedText.Forms forms, Policy policy) {
        if (hits.isEmpty() || policy.exceptions().isEmpty()) {
            return hits;
        }
        var phrases = exceptions.of(policy).find(forms);
        return hits.stream()
                .map(hit -> hit.outside(phrases))
                .filter(hit -> !hit.spans().isEmpty())
                .toList();
    }

    private static List<Term> phrases(Policy.Exceptions exceptions) {
        return exceptions.phrases().stream()
                .map(phrase -> new Term(
                        exceptions.entry(), phrase, Signal.Category.ATTENTION, "exception", 0, false, List.of()))
                .toList();
    }

    static Signal signal(SignalName name, Signal.Field field, TermList.Hit hit) {
        var term = hit.term();
        return new Signal(
                name.word(),
                term.category(),
                term.severity(),
                field,
                hit.spans().stream().limit(MOST_SPANS).toList(),
                Map.of("entry", term.id(), "term", term.term(), "kind", term.kind()));
    }
}
