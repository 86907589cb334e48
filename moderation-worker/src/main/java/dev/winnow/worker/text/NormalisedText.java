package dev.winnow.worker.text;

import dev.winnow.events.Span;
import java.util.Arrays;

/**
 * A text without disguises, each of whose characters knows the stretch of the original that it came from. Made in one
 * pass, in time and memory linear in the original; total on any string, lone surrogates too. Immutable.
 *
 * <p>There are three forms. The {@link #plain} one keeps words and spaces and is what word borders are looked for in;
 * normalising it again changes nothing. The {@link #compact} one, derived from it, also undoes what is only a disguise
 * most of the time: separators between letters, digits for letters, stretched letters. The {@link #readable} one is what
 * models read: the plain one, unless much of the text is in such disguise.
 */
public final class NormalisedText implements CharSequence {

    /** How many signs of disguise a split character is: no ordinary text holds one. */
    private static final int SPLIT = 3;

    private final char[] chars;
    private final int[] from;
    private final int[] to;
    private final int length;

    private NormalisedText(Buffer buffer) {
        this.chars = buffer.chars;
        this.from = buffer.from;
        this.to = buffer.to;
        this.length = buffer.length;
    }

    /** The plain form of a text. */
    public static NormalisedText plain(CharSequence original) {
        return Stretches.limited(mapped(original), 2).text();
    }

    /** The compact form of a text. */
    public static NormalisedText compact(CharSequence original) {
        return forms(original).compact();
    }

    /** The readable form of a text. */
    public static NormalisedText readable(CharSequence original) {
        return forms(original).readable();
    }

    /** All forms, for the cost of one and a bit. */
    public static Forms forms(CharSequence original) {
        var mapped = mapped(original);
        var plain = Stretches.limited(mapped.copy(), 2).text();
        HanNumerals.undo(mapped);
        boolean broken = BrokenWords.isIn(mapped);
        var words = BrokenWords.joined(mapped, broken);
        var joined = SplitCharacters.joined(words.text());
        var sounds = Homophones.read(joined);
        var whole = sounds.text() == mapped ? mapped.copy() : sounds.text();
        int undone = words.undone()
                + 2 * sounds.undone()
                + SPLIT * (words.text().length - joined.length)
                + Leet.undoInWords(whole)
                + Stretches.count(mapped);
        var undisguised = undone > 0 || broken ? Stretches.limited(whole, 1).text() : plain;
        boolean disguised = broken || isDisguised(undone, whole.length);
        Leet.undo(mapped);
        var compact = Stretches.limited(SplitCharacters.joined(Separators.removed(mapped)), 1)
                .text();
        return new Forms(plain, compact.isSameAs(plain) ? plain : compact, undisguised, disguised);
    }

    /** Three signs of disguise are no chance unless the text is long, two not in a very short one. */
    private static boolean isDisguised(int undone, int length) {
        return undone >= 3 && undone * 14 >= length || undone == 2 && length <= 10;
    }

    private boolean isSameAs(NormalisedText other) {
        return Arrays.equals(chars, 0, length, other.chars, 0, other.length);
    }

    /** Each code point by the table, runs of white space to one space. */
    private static Buffer mapped(CharSequence original) {
        var table = CharacterTable.STANDARD;
        var out = new Buffer(original.length());
        for (int i = 0; i < original.length(); ) {
            char c = original.charAt(i);
            char one = table.single(c);
            if (one != 0) {
                out.addOnce(one, i, i + 1);
                i++;
                continue;
            }
            int codePoint = Character.codePointAt(original, i);
            int next = i + Character.charCount(codePoint);
            addLonger(out, table, codePoint, i, next);
            i = next;
        }
        return out;
    }

    private static void addLonger(Buffer out, CharacterTable table, int codePoint, int start, int end) {
        var many = table.longer(codePoint);
        if (many == null) {
            out.add(Character.highSurrogate(codePoint), start, end);
            out.add(Character.lowSurrogate(codePoint), start, end);
            return;
        }
        if (many.length == 0) {
            out.extendTo(start, end);
        }
        for (char c : many) {
            out.addOnce(c, start, end);
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    /** Where in the original the character at an index begins. */
    public int from(int index) {
        return from[index];
    }

    /** Where in the original the character at an index ends. */
    public int to(int index) {
        return to[index];
    }

    /** The stretch of the original that normalised characters came from. */
    public Span span(int start, int end) {
        return new Span(from[start], to[end - 1]);
    }

    @Override
    public String subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /**
     * The forms of a text.
     *
     * @param plain the plain one
     * @param compact the compact one
     * @param undisguised one that undoes whatever may be disguise and keeps words apart; the plain one where nothing is
     * @param isDisguised whether that is so much of the text that it is no chance
     */
    public record Forms(NormalisedText plain, NormalisedText compact, NormalisedText undisguised, boolean isDisguised) {

        /** What models read: the plain one, or where much of the text is disguised the one that undoes it. */
        public NormalisedText readable() {
            return isDisguised ? undisguised : plain;
        }

        /** Whether the compact form says something else than the plain one. */
        public boolean isCompacted() {
            return compact != plain;
        }

        /** Whether something may be disguise. */
        public boolean isSuspected() {
            return undisguised != plain;
        }
    }

    /** Characters with their stretches, while they are being put together. */
    static final class Buffer {

        char[] chars;
        int[] from;
        int[] to;
        int length;

        Buffer(int expected) {
            chars = new char[Math.max(16, expected)];
            from = new int[chars.length];
            to = new int[chars.length];
        }

        private Buffer(char[] chars, int[] from, int[] to, int length) {
            this.chars = chars;
            this.from = from;
            this.to = to;
            this.length = length;
        }

        Buffer copy() {
            return new Buffer(chars.clone(), from.clone(), to.clone(), length);
        }

        void add(char c, int start, int end) {
            if (length == chars.length) {
                grow(length + 1);
            }
            chars[length] = c;
            from[length] = start;
            to[length] = end;
            length++;
        }

        /** Adds a character, except a space after a space, which the first one takes in. */
        void addOnce(char c, int start, int end) {
            if (c == ' ' && length > 0 && chars[length - 1] == ' ') {
                to[length - 1] = end;
            } else {
                add(c, start, end);
            }
        }

        void copy(Buffer source, int index) {
            add(source.chars[index], source.from[index], source.to[index]);
        }

        void copy(Buffer source, int start, int end) {
            int count = end - start;
            if (length + count > chars.length) {
                grow(length + count);
            }
            System.arraycopy(source.chars, start, chars, length, count);
            System.arraycopy(source.from, start, from, length, count);
            System.arraycopy(source.to, start, to, length, count);
            length += count;
        }

        private void grow(int least) {
            int larger = Math.max(least, length * 2);
            chars = Arrays.copyOf(chars, larger);
            from = Arrays.copyOf(from, larger);
            to = Arrays.copyOf(to, larger);
        }

        /** What vanishes right behind a character belongs to it: an accent, a stroke through it. */
        void extendTo(int start, int end) {
            if (length > 0 && to[length - 1] == start && chars[length - 1] != ' ') {
                to[length - 1] = end;
                if (length > 1 && Character.isSurrogatePair(chars[length - 2], chars[length - 1])) {
                    to[length - 2] = end;
                }
            }
        }

        NormalisedText text() {
            return new NormalisedText(this);
        }
    }
}
