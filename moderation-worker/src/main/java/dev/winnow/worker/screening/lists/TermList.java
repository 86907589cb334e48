package dev.winnow.worker.screening.lists;

import dev.winnow.events.Span;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
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
        var byTerm = new LinkedHashMap<Term, List<Span>>();
        for (var match : matches) {
            if (!match.exception() && !isExcepted(match, matches)) {
                var spans = byTerm.computeIfAbsent(match.term(), t -> new ArrayList<>());
                if (!spans.contains(match.span()) && spans.size() < Hit.MOST_SPANS) {
                    spans.add(match.span());
                }
            }
        }
        return byTerm.entrySet().stream()
                .map(e -> new Hit(e.getKey(), e.getValue()))
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
    private static final int MOST_MATCHES = 400;

    private static boolean hasBorders(NormalisedText text, int start, int end) {
        boolean opens =
                start == 0 || !Characters.isWord(text.charAt(start - 1)) || !Characters.isWord(text.charAt(start));
        boolean closes = end == text.length()
                || !Characters.isWord(text.charAt(end))
                || !Characters.isWord(text.charAt(end - 1));
        return opens && closes;
    }

    private static boolean isExcepted(Match match, List<Match> matches) {
        for (var other : matches) {
            if (other.exception()
                    && other.term() == match.term()
                    && other.span().covers(match.span())) {
                return true;
            }
        }
        return false;
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
     * @param spans where in the original, at most {@value #MOST_SPANS}
     */
    public record Hit(Term term, List<Span> spans) {

        static final int MOST_SPANS = 10;

        public Hit {
            spans = List.copyOf(spans);
        }

        /** This hit without the places that lie within a phrase of the same id. */
        public Hit outside(List<Hit> phrases) {
            var within = phrases.stream()
                    .filter(phrase -> phrase.term().id().equals(term.id()))
                    .flatMap(phrase -> phrase.spans().stream())
                    .toList();
            return new Hit(
                    term,
                    spans.stream()
                            .filter(span -> within.stream().noneMatch(phrase -> phrase.covers(span)))
                            .toList());
        }
    }

    private record Match(Term term, boolean exception, Span span) {}
}
