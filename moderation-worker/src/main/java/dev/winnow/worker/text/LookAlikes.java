package dev.winnow.worker.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters of other scripts that look like Latin ones, derived from Unicode's confusables (UTS 39). */
final class LookAlikes {

    /** Scripts used to dress up Latin words. Han, kana, Arabic and Indic letters are left alone: they are text. */
    private static final Set<Integer> DRESSES = Set.of(
            UScript.LATIN,
            UScript.GREEK,
            UScript.CYRILLIC,
            UScript.ARMENIAN,
            UScript.CHEROKEE,
            UScript.COPTIC,
            UScript.LISU,
            UScript.CANADIAN_ABORIGINAL,
            UScript.DESERET,
            UScript.TIFINAGH,
            UScript.OSAGE,
            UScript.WARANG_CITI,
            UScript.CARIAN,
            UScript.LYCIAN,
            UScript.LYDIAN,
            UScript.OLD_ITALIC,
            UScript.ELBASAN,
            UScript.MIAO,
            UScript.GOTHIC,
            UScript.RUNIC);

    private final SpoofChecker checker = new SpoofChecker.Builder().build();
    private final Map<String, String> letters = new HashMap<>();

    LookAlikes() {
        for (char c = 'A'; c <= 'Z'; c++) {
            letters.put(skeleton(c), String.valueOf(c).toLowerCase(Locale.ROOT));
        }
        for (char c = 'a'; c <= 'z'; c++) {
            letters.put(skeleton(c), String.valueOf(c));
        }
    }

    /** The lower-case ASCII letter that a letter of another alphabet looks like, or null. */
    @Nullable
    String asciiLetter(int cp) {
        if (!UCharacter.isLetter(cp) || !DRESSES.contains(UScript.getScript(cp))) {
            return null;
        }
        var letter = letters.get(skeleton(cp));
        // To Unicode, capital i and small l look alike; another alphabet's capital stands for the capital.
        return "l".equals(letter) && UCharacter.isUpperCase(cp) ? "i" : letter;
    }

    private String skeleton(int cp) {
        var skeleton = Normalizer2.getNFDInstance().normalize(checker.getSkeleton(Character.toString(cp)));
        var kept = new StringBuilder();
        skeleton.codePoints()
                .filter(c -> UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
