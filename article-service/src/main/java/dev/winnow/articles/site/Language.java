package dev.winnow.articles.site;

import java.util.Locale;
import java.util.Optional;

/** A language that pages are written in. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The tag for pages: {@code zh-CN} or {@code en}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The one that a locale asks for, whatever its region or script. */
    public static Optional<Language> of(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}
