package dev.winnow.worker.text;

import dev.winnow.worker.text.NormalisedText.Buffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Puts Han characters together that were written as their two halves: 亻尔 for 你, 力口 for 加. */
final class SplitCharacters {

    private static final String TABLE = "/text/split-characters.tsv";

    /** For each left half its right ones, each with the whole behind it. */
    private static final Map<Character, String> WHOLES = read();

    private SplitCharacters() {}

    /** A copy in which halves that stand side by side are the whole. */
    static Buffer joined(Buffer in) {
        var out = new Buffer(in.length);
        for (int i = 0; i < in.length; i++) {
            char whole = i + 1 < in.length && Characters.isHan(in.chars[i]) ? whole(in.chars[i], in.chars[i + 1]) : 0;
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
        var wholes = WHOLES.get(left);
        for (int i = 0; wholes != null && i < wholes.length(); i += 2) {
            if (wholes.charAt(i) == right) {
                return wholes.charAt(i + 1);
            }
        }
        return 0;
    }

    private static Map<Character, String> read() {
        var wholes = new HashMap<Character, String>();
        try (var in = SplitCharacters.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    wholes.put(line.charAt(0), line.substring(2));
                }
            }
            return wholes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
