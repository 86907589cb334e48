package dev.winnow.worker.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a comment is written in, as far as its letters tell: enough to give it to a moderator who reads it. */
enum Language {
    /** Han characters, without kana. A Han character weighs about as much as two letters. */
    @JsonProperty("zh")
    ZH,
    /** The Latin alphabet, which is English as a rule. */
    @JsonProperty("en")
    EN,
    /** Another writing, or none. */
    @JsonProperty("other")
    OTHER;

    /** The words of all, for those who asked for another one. */
    static final String WORDS = Arrays.stream(values()).map(Language::word).collect(Collectors.joining(", "));

    private static final int LOOKED_AT = 2_000;

    static Language of(String text) {
        var letters =
                text.codePoints().limit(LOOKED_AT).filter(Character::isLetter).toArray();
        var han = 0;
        var latin = 0;
        var other = 0;
        for (var letter : letters) {
            switch (UnicodeScript.of(letter)) {
                case HAN -> han += 2;
                case LATIN -> latin++;
                default -> other++;
            }
        }
        if (other >= Math.max(1, Math.max(han, latin) / 2)) {
            return OTHER;
        }
        return han == 0 && latin == 0 ? OTHER : han >= latin ? ZH : EN;
    }

    static Optional<Language> named(String word) {
        return Arrays.stream(values()).filter(l -> l.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
