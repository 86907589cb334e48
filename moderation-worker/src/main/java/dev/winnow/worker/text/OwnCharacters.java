package dev.winnow.worker.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Unicode's data does not say: emoji letters, small capitals, Cyrillic by its looks, Chinese punctuation. */
final class OwnCharacters {

    private static final Map<Integer, String> MAP = map();

    private OwnCharacters() {}

    /** What a code point becomes by our own table, or null. */
    static @Nullable String of(int cp) {
        return MAP.get(cp);
    }

    private static Map<Integer, String> map() {
        var map = new HashMap<Integer, String>();
        for (int i = 0; i < 26; i++) {
            var letter = String.valueOf((char) ('a' + i));
            map.put(0x249C + i, letter); // parenthesised
            map.put(0x1F110 + i, letter); // parenthesised capitals
            map.put(0x1F150 + i, letter); // negative circled
            map.put(0x1F170 + i, letter); // negative squared, also as emoji
            map.put(0x1F1E6 + i, letter); // regional indicators
        }
        eachTo(map, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz");
        eachTo(
                map,
                "βδεζκλμξπτφχψωΔΛΞΠΦΨΩбджзлфцчщъыьэюяђєљњҏґҕҗҙқҝҟҡңҥҧҩҭҳҵҷҹӡԃԅԍԏԑ",
                "bdezkauentoxwwaaenowobaxznouywbbbeorhebbprbxzkkkkhhnotxuyyzdzgte");
        eachTo(
                map,
                "ɲɾƨʈʉʌʍʑðȷəɐɘɜɛɞʚɟɥɬɰɹɻʁʃʇʊʒƅɒϝҋᴧᴨᴩճմյվտրփբդեըթժիլխկձᎮᏁᎤⱥⱡǝƃᴉʞɯʎ",
                "nrstuvwzojeaeeeeefhlwrrrstuzbafuanpdujusrofntnpdhlwkdpnoalegikmy");
        eachTo(map, "кткмнвгтиѵпһցցօսռքɑɩ", "ktkmhbrtuvnhggounqai");
        eachTo(map, "。．｡、，‚！？；：“”„‟‘’‛「」『』【】〔〕《》〈〉（）—–‒―‐‑−～·•・", "...,,,!?;:\"\"\"\"'''\"\"\"\"[][]<><>()-------~...");
        map.put(0x4E37, "v"); // 丷
        eachTo(map, "⓿◐◯⭕", "0000");
        for (int blank : new int[] {0x2800, 0x115F, 0x1160, 0x3164, 0xFFA0}) {
            map.put(blank, " ");
        }
        return Map.copyOf(map);
    }

    private static void eachTo(Map<Integer, String> map, String from, String to) {
        var codePoints = from.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            map.put(codePoints[i], to.substring(i, i + 1));
        }
    }
}
