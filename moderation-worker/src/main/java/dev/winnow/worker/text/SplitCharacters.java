package dev.winnow.worker.text;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts Han characters together that were written as their two halves: 亻尔 for 你, 力口 for 加. */
final class SplitCharacters {

    private static final String TABLE = "/text/split-characters.tsv";

    /** For each left half its right ones, each with the whole behind it; null for other characters. */
    private static final String[] WHOLES = read();

    private SplitCharacters() {}

    /** The text with the whole for halves that stand side by side; the same one where there are none. */
    static Buffer joined(Buffer in) {
        for (int i = 1; i < in.length; i++) {
            if (whole(in.chars[i - 1], in.chars[i]) != 0) {
                return copied(in);
            }
        }
        return in;
    }

    private static Buffer copied(Buffer in) {
        var out = new Buffer(in.length);
        for (int i = 0; i < in.length; i++) {
            char whole = i + 1 < in.length ? whole(in.chars[i], in.chars[i + 1]) : 0;
            if (whole == 0) {
                out.copy(in, i);
            } else {
                out.add(whole, in.from[i], in.to[i + 1]);
                i++;
            }
        }
        return out;
    }

    private static char whole(char left, char right) {
        var wholes = WHOLES[left];
        for (int i = 0; wholes != null && i < wholes.length(); i += 2) {
            if (wholes.charAt(i) == right) {
                return wholes.charAt(i + 1);
            }
        }
        return 0;
    }

    private static String[] read() {
        var wholes = new String[Character.MAX_VALUE + 1];
        try (var in = SplitCharacters.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    wholes[line.charAt(0)] = line.substring(2);
                }
            }
            return wholes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
