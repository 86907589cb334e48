package dev.winnow.worker.screening.screens;

import dev.winnow.events.Signal;
import dev.winnow.events.Span;
import dev.winnow.worker.screening.Screen;
import dev.winnow.worker.screening.SignalName;
import dev.winnow.worker.screening.Signals;
import dev.winnow.worker.screening.Subject;
import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.LatinWords;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Letters dressed up so that machines shall not read them: other alphabets' letters inside a Latin word, mathematical
 * and circled ones, invisible characters and piled-up marks between letters; and words broken into pieces by signs or
 * blanks. Whoever writes so has a reason.
 */
public final class DisguiseScreen implements Screen {

    private static final int FEWEST = 3;
    private static final int MANY_LETTERS = 12;
    private static final int MANY_BREAKS = 5;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_SPANS = 10;

    @Override
    public String name() {
        return "disguise";
    }

    @Override
    public List<Signal> look(Subject subject) {
        var signals = new ArrayList<Signal>(0);
        for (var part : subject.fields()) {
            var letters = new ArrayList<Span>(0);
            int dressed = dressed(part.plain(), part.original(), letters);
            add(signals, SignalName.DISGUISED_LETTERS, dressed, MANY_LETTERS, part.field(), letters);
            if (part.isDisguised()) {
                var breaks = new ArrayList<Span>(0);
                int broken = broken(part.readable(), breaks);
                add(signals, SignalName.BROKEN_WORDS, broken, MANY_BREAKS, part.field(), breaks);
            }
        }
        return signals;
    }

    private static void add(
            List<Signal> signals, SignalName name, int count, int many, Signal.Field field, List<Span> spans) {
        if (count >= FEWEST) {
            var facts = Map.of("count", Integer.toString(count));
            signals.add(Signals.spam(name, count >= many ? 0.5 : 0.3, field, spans, facts));
        }
    }

    /** Finds what stood within common words that the readable form puts together; initials and formulas give none. */
    private static int broken(NormalisedText readable, List<Span> spans) {
        int count = 0;
        for (int start = 0; start < readable.length(); ) {
            int end = start;
            while (end < readable.length() && Characters.isLatin(readable.charAt(end))) {
                end++;
            }
            if (end - start >= SHORTEST_WORD && LatinWords.STANDARD.isCommon(readable.subSequence(start, end))) {
                count += breaks(readable, start, end, spans);
            }
            start = end + 1;
        }
        return count;
    }

    private static int breaks(NormalisedText readable, int start, int end, List<Span> spans) {
        int count = 0;
        for (int i = start + 1; i < end; i++) {
            if (readable.to(i - 1) < readable.from(i)) {
                count++;
                if (spans.size() < MOST_SPANS) {
                    spans.add(new Span(readable.to(i - 1), readable.from(i)));
                }
            }
        }
        return count;
    }

    private static int dressed(NormalisedText text, String original, List<Span> spans) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isLatin(c) && !Characters.isHan(c) || isAsWritten(original, text, i)) {
                continue;
            }
            if (hidesSomething(original, text, i) || isDressed(original, text, i)) {
                count++;
                if (spans.size() < MOST_SPANS) {
                    spans.add(new Span(text.from(i), text.to(i)));
                }
            }
        }
        return count;
    }

    /** Most characters stand for themselves, one for one. */
    private static boolean isAsWritten(String original, NormalisedText text, int i) {
        int start = text.from(i);
        return text.to(i) == start + 1 && original.charAt(start) == text.charAt(i);
    }

    /** Whether something invisible follows the letter that is not there for how a script is written. */
    private static boolean hidesSomething(String original, NormalisedText text, int i) {
        boolean amid = i + 1 < text.length() && !Characters.isSeparator(text.charAt(i + 1));
        for (int k = text.from(i) + 1; amid && k < text.to(i); k++) {
            if (Character.getType(original.charAt(k)) == Character.FORMAT) {
                return true;
            }
        }
        return false;
    }

    /** Styled letters, or letters under three marks and more; accents and full-width forms are how people write. */
    private static boolean isDressed(String original, NormalisedText text, int i) {
        int start = text.from(i);
        int codePoint = original.codePointAt(start);
        int size = text.to(i) - start;
        if (size > Character.charCount(codePoint) + 2) {
            return true;
        }
        if (!Characters.isLatin(text.charAt(i)) || Character.isLowerCase(codePoint) && codePoint < 0x250) {
            return false;
        }
        return codePoint >= 0x1D400 && codePoint < 0x1D800
                || codePoint >= 0x24B6 && codePoint < 0x24EA
                || codePoint >= 0x1F130 && codePoint < 0x1F190
                || isForeignInLatinWord(original, start, codePoint);
    }

    private static boolean isForeignInLatinWord(String original, int start, int codePoint) {
        var script = Character.UnicodeScript.of(codePoint);
        if (script != Character.UnicodeScript.CYRILLIC
                && script != Character.UnicodeScript.GREEK
                && script != Character.UnicodeScript.CHEROKEE) {
            return false;
        }
        int after = start + Character.charCount(codePoint);
        return start > 0 && isAscii(original.charAt(start - 1))
                || after < original.length() && isAscii(original.charAt(after));
    }

    private static boolean isAscii(char c) {
        return Characters.isLatin(Character.toLowerCase(c));
    }
}
