package dev.winnow.worker.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How Han characters sound: whoever hides a word writes another character of the same syllable. Read from a table of
 * Unicode's Han-Latin transliteration; where a character has several readings it has the commonest.
 */
public final class Syllables {

    private static final String TABLE = "/text/syllables.tsv";
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final List<String> ALIKE = new ArrayList<>(List.of(""));
    private static final List<String> NAMES = new ArrayList<>(List.of(""));
    private static final short[] NUMBERS = read();

    private Syllables() {}

    /** The number of a character's syllable, from 1; 0 where it has none. */
    public static int of(char c) {
        return c >= FIRST && c <= LAST ? NUMBERS[c - FIRST] : 0;
    }

    /** The characters of the same syllable, itself among them; none where it has no syllable. */
    public static String alike(char c) {
        return ALIKE.get(of(c));
    }

    /** The characters of a syllable, by its number; none for 0. */
    static String alike(int syllable) {
        return ALIKE.get(syllable);
    }

    /** How a syllable is written in Latin letters without its tone, by its number, from 1. */
    static String name(int syllable) {
        return NAMES.get(syllable);
    }

    /** The highest number of a syllable. */
    static int count() {
        return ALIKE.size() - 1;
    }

    private static short[] read() {
        var numbers = new short[LAST - FIRST + 1];
        try (var in = Syllables.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    var alike = line.substring(line.indexOf('\t') + 1);
                    NAMES.add(line.substring(0, line.indexOf('\t')));
                    ALIKE.add(alike);
                    alike.chars().forEach(c -> numbers[c - FIRST] = (short) (ALIKE.size() - 1));
                }
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
