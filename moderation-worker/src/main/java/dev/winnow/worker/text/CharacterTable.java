package dev.winnow.worker.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * What each code point becomes, by itself, when a text is normalised: compatibility forms, case, marks, look-alikes,
 * traditional characters. Computed once from Unicode's data in ICU; every value is closed under the table, which is
 * what makes normalising idempotent. Immutable, shared by all threads.
 */
final class CharacterTable {

    /** No code point grows to more than this many characters. */
    static final int LONGEST = 18;

    private static final int COVERED = 0x30000;
    private static final char[] NOTHING = {};
    private static final char REPLACEMENT = '\uFFFD';

    /** The table that comes with this release; last of the constants, for it is made of the others. */
    static final CharacterTable STANDARD = new CharacterTable();

    /** For the basic plane: the one character it becomes, or 0 where {@link #longer} says more. */
    private final char[] single = new char[0x10000];

    /** What becomes no or several characters; null where a supplementary code point stays as it is. */
    private final char[] @Nullable [] longer = new char[COVERED][];

    private CharacterTable() {
        var raw = new String[COVERED];
        var simplified = simplified();
        var look = new LookAlikes();
        for (int cp = 0; cp < COVERED; cp++) {
            raw[cp] = cp < 0x80 ? ascii(cp) : other(cp, look, simplified);
        }
        for (int cp = 0; cp < COVERED; cp++) {
            put(cp, closed(raw, raw[cp]));
        }
    }

    /** The character that a basic-plane one becomes; 0 where it becomes none or several. */
    char single(char c) {
        return single[c];
    }

    /** What a code point becomes where it is not one character; null where it stays as it is. */
    char @Nullable [] longer(int codePoint) {
        if (codePoint < COVERED) {
            return longer[codePoint];
        }
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT) ? NOTHING : null;
    }

    private void put(int cp, String value) {
        // Half of a pair must not be looked up by itself: only code points are.
        boolean half = cp >= Character.MIN_SURROGATE && cp <= Character.MAX_SURROGATE;
        if (cp < 0x10000 && !half && value.length() == 1) {
            single[cp] = value.charAt(0);
        } else if (!value.equals(Character.toString(cp))) {
            longer[cp] = value.isEmpty() ? NOTHING : value.toCharArray();
        }
    }

    private static String closed(String[] raw, String value) {
        for (int round = 0; round < 5; round++) {
            var next = new StringBuilder();
            value.codePoints().forEach(cp -> next.append(cp < COVERED ? raw[cp] : Character.toString(cp)));
            if (next.toString().equals(value)) {
                break;
            }
            value = next.toString();
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static String ascii(int cp) {
        if (Character.isWhitespace(cp)) {
            return " ";
        }
        return cp < 0x20 || cp == 0x7F ? "" : Character.toString(Character.toLowerCase(cp));
    }

    private static String other(int cp, LookAlikes look, char[] simplified) {
        var own = OwnCharacters.of(cp);
        if (own != null) {
            return own;
        }
        if (cp >= 0x3400 && cp <= 0x9FFF) {
            return String.valueOf(simplified[cp - 0x3400]);
        }
        int type = UCharacter.getType(cp);
        switch (type) {
            case UCharacterCategory.SURROGATE:
                return String.valueOf(REPLACEMENT);
            case UCharacterCategory.UNASSIGNED, UCharacterCategory.PRIVATE_USE:
                return ignorable(cp) ? "" : Character.toString(cp);
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR:
                return " ";
            case UCharacterCategory.CONTROL:
                return cp == 0x85 ? " " : "";
            default:
                return ignorable(cp) || type == UCharacterCategory.FORMAT || isSharedMark(cp)
                        ? ""
                        : letter(cp, type, look);
        }
    }

    private static String letter(int cp, int type, LookAlikes look) {
        int script = UScript.getScript(cp);
        if (script == UScript.HANGUL || script == UScript.KATAKANA || script == UScript.HIRAGANA) {
            return Normalizer2.getNFKCInstance().normalize(Character.toString(cp));
        }
        var likeness = look.asciiLetter(cp);
        if (likeness != null) {
            return likeness;
        }
        if (type == UCharacterCategory.OTHER_NUMBER) {
            var number = number(cp);
            if (number != null) {
                return number;
            }
        }
        var decomposed = Normalizer2.getNFKDInstance().normalize(Character.toString(cp));
        var kept = new StringBuilder();
        UCharacter.foldCase(decomposed, true)
                .codePoints()
                .filter(c -> !isSharedMark(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Circled and other dressed-up numbers. */
    private static @Nullable String number(int cp) {
        double value = UCharacter.getUnicodeNumericValue(cp);
        return value >= 0 && value < 100 && value == Math.rint(value) ? Integer.toString((int) value) : null;
    }

    /** A combining mark that no script owns: accents, overlays, enclosures, selectors. */
    private static boolean isSharedMark(int cp) {
        int type = UCharacter.getType(cp);
        if (type != UCharacterCategory.NON_SPACING_MARK && type != UCharacterCategory.ENCLOSING_MARK) {
            return false;
        }
        int script = UScript.getScript(cp);
        return script == UScript.INHERITED || script == UScript.COMMON || script == UScript.CYRILLIC;
    }

    private static boolean ignorable(int cp) {
        return UCharacter.hasBinaryProperty(cp, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** The simplified character for each from U+3400 to U+9FFF, by ICU's own table. */
    private static char[] simplified() {
        var all = new StringBuilder();
        for (char c = '\u3400'; c <= '\u9FFF'; c++) {
            all.append(c).append('\n');
        }
        var lines = Transliterator.getInstance("Traditional-Simplified")
                .transliterate(all.toString())
                .split("\n");
        var simplified = new char[0x9FFF - 0x3400 + 1];
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = lines[i].length() == 1 ? lines[i].charAt(0) : (char) (0x3400 + i);
        }
        return simplified;
    }
}
