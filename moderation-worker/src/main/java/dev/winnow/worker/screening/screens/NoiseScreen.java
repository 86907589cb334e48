package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;

/** Shouting and noise: capitals throughout, runs of punctuation, letters at random. */
public final class NoiseScreen implements Screen {

    private static final int FEWEST_CAPITALS = 24;
    private static final int LONG_RUN = 10;
    private static final int LONG_WORD = 7;

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        var original = subject.text().original();
        if (isShouted(original)) {
            signals.add(Signals.spam(SignalName.SHOUTING, 0.1, Signal.Field.TEXT, List.of()));
        }
        punctuation(original, signals);
        randomLetters(subject.text().plain(), signals);
        return signals;
    }

    private static boolean isShouted(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        return upper >= FEWEST_CAPITALS && upper > 9 * lower;
    }

    private static void punctuation(String text, List<Signal> signals) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isMark(text.charAt(i))) {
                if (i - start >= LONG_RUN) {
                    var spans = List.of(new Span(start, i));
                    signals.add(Signals.spam(SignalName.PUNCTUATION_RUN, 0.1, Signal.Field.TEXT, spans));
                    return;
                }
                start = i + 1;
            }
        }
    }

    private static boolean isMark(char c) {
        return c == '!' || c == '?' || c == '！' || c == '？';
    }

    /** Words that nobody can say; one may be an abbreviation or a name, most of a text may not. */
    private static void randomLetters(NormalisedText text, List<Signal> signals) {
        var spans = new ArrayList<Span>(0);
        int letters = 0;
        int random = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && Characters.isLatin(text.charAt(end))) {
                end++;
            }
            if (end - i >= LONG_WORD && isUnspeakable(text, i, end)) {
                spans.add(text.span(i, end));
                random += end - i;
            }
            letters += end > i ? end - i : Characters.isHan(text.charAt(i)) ? 2 : 0;
            i = Math.max(end, i + 1);
        }
        if (random > 0 && random * 2 > letters) {
            signals.add(Signals.spam(SignalName.RANDOM_LETTERS, 0.55, Signal.Field.TEXT, spans));
        }
    }

    private static boolean isUnspeakable(NormalisedText text, int start, int end) {
        int vowels = 0;
        int run = 0;
        int longest = 0;
        for (int i = start; i < end; i++) {
            boolean vowel = "aeiouy".indexOf(text.charAt(i)) >= 0;
            vowels += vowel ? 1 : 0;
            run = vowel ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest >= 6 || vowels * 8 < end - start;
    }
}
