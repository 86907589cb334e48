package dev.winnow.worker.screening.lists;

import dev.winnow.events.Span;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Terms and their exceptions, looked for in all forms of a text at once. Immutable. */
public final class TermList {

    private final List<Term> patternTerm = new ArrayList<>();
    private final List<Boolean> patternIsException = new ArrayList<>();
    private final TermAutomaton automaton;

    /** Different terms may normalise alike: then their patterns form a chain; -1 ends it. */
    private final int[] sameAs;

    public TermList(List<Term> terms) {
        var patterns = new ArrayList<String>();
        for (var term : terms) {
            add(patterns, term, term.term(), false);
            for (var exception : term.exceptions()) {
                add(patterns, term, exception, true);
            }
        }
        automaton = TermAutomaton.of(patterns);
        sameAs = chains(patterns);
    }

    /** Which terms occur, with where in the original; exceptions and word borders taken into account. */
    public List<Hit> find(NormalisedText.Forms forms) {
        var matches = new ArrayList<Match>(0);
        collect(forms.plain(), matches);
        if (forms.isCompacted()) {
            collect(forms.compact(), matches);
        }
        if (forms.isDisguised()) {
            collect(forms.readable(), matches);
        }
        if (matches.isEmpty()) {
            return List.of();
        }
        var exceptions = new HashMap<Term, List<Span>>(0);
        var occurrences = new LinkedHashMap<Term, List<Span>>();
        for (var match : matches) {
            (match.exception() ? exceptions : occurrences)
                    .computeIfAbsent(match.term(), t -> new ArrayList<>())
                    .add(match.span());
        }
        return occurrences.entrySet().stream()
                .map(term -> new Hit(term.getKey(), term.getValue())
                        .outside(new Places(exceptions.getOrDefault(term.getKey(), List.of()))))
                .filter(hit -> !hit.spans().isEmpty())
                .toList();
    }

    private void collect(NormalisedText text, List<Match> matches) {
        automaton.find(text, (pattern, start, end) -> {
            for (int p = pattern; p >= 0 && matches.size() < MOST_MATCHES; p = sameAs[p]) {
                boolean exception = patternIsException.get(p);
                var term = patternTerm.get(p);
                if (exception || !term.wholeWord() || hasBorders(text, start, end)) {
                    matches.add(new Match(term, exception, text.span(start, end)));
                }
            }
        });
    }

    /** A bound for texts made of nothing but listed terms. */
    private static final int MOST_MATCHES = 10_000;

    private static boolean hasBorders(NormalisedText text, int start, int end) {
        boolean opens =
                start == 0 || !Characters.isWord(text.charAt(start - 1)) || !Characters.isWord(text.charAt(start));
        boolean closes = end == text.length()
                || !Characters.isWord(text.charAt(end))
                || !Characters.isWord(text.charAt(end - 1));
        return opens && closes;
    }

    private void add(List<String> patterns, Term term, String phrase, boolean exception) {
        var plain = NormalisedText.plain(phrase).toString().strip();
        var compact = NormalisedText.compact(phrase).toString().strip();
        for (var form : plain.equals(compact) ? List.of(plain) : List.of(plain, compact)) {
            patterns.add(form);
            patternTerm.add(term);
            patternIsException.add(exception);
        }
    }

    private static int[] chains(List<String> patterns) {
        var last = new LinkedHashMap<String, Integer>();
        var next = new int[patterns.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = -1;
            var earlier = last.put(patterns.get(i), i);
            if (earlier != null) {
                next[earlier] = i;
            }
        }
        return next;
    }

    /**
     * A term that occurs.
     *
     * @param term the term
     * @param spans where in the original, none twice; in the order of the text's forms
     */
    public record Hit(Term term, List<Span> spans) {

        public Hit {
            spans = spans.stream().distinct().toList();
        }

        /** This hit without what lies within phrases of the same id; it may be left with no place. */
        public Hit outside(List<Hit> phrases) {
            return outside(new Places(phrases.stream()
                    .filter(phrase -> phrase.term().id().equals(term.id()))
                    .flatMap(phrase -> phrase.spans().stream())
                    .toList()));
        }

        private Hit outside(Places excepted) {
            return new Hit(
                    term, spans.stream().filter(span -> !excepted.cover(span)).toList());
        }
    }

    private record Match(Term term, boolean exception, Span span) {}
}
