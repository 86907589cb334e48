package dev.winnow.worker.screening;

import java.util.Locale;

/** Every signal there is. Each has a sentence in {@code screening/signals_en.properties} and {@code signals_zh.properties}. */
public enum SignalName {
    /** The classifier's probability of spam. */
    MODEL_SPAM,
    /** The classifier's probability of abuse. */
    MODEL_ABUSE,
    /** What both models together say of spam. */
    SECOND_SPAM,
    /** What both models together say of abuse. */
    SECOND_ABUSE,
    /** A term of the lists that come with Winnow. */
    LISTED_TERM,
    /** A term of the site's own list. */
    SITE_TERM,
    /** Many links. */
    MANY_LINKS,
    /** A link by a shortener. */
    SHORTENED_LINK,
    /** A link to a bare address of numbers. */
    NUMBER_LINK,
    /** A link whose host imitates another by look-alike letters. */
    LOOKALIKE_LINK,
    /** A link with hardly any text. */
    LINK_WITH_LITTLE_TEXT,
    /** A link in the author's name. */
    LINK_IN_NAME,
    /** An account, number or address to make contact by. */
    CONTACT_DETAIL,
    /** A call to make contact elsewhere, without saying where. */
    CONTACT_CALL,
    /** A telephone number. */
    PHONE_NUMBER,
    /** The same passage over and over. */
    REPEATED_PASSAGE,
    /** What the same author posted before. */
    REPEATED_COMMENT,
    /** Little more than the article's title. */
    TITLE_COPIED,
    /** Another language than the article's. */
    OTHER_LANGUAGE,
    /** Capitals throughout. */
    SHOUTING,
    /** Long runs of punctuation. */
    PUNCTUATION_RUN,
    /** Letters at random. */
    RANDOM_LETTERS,
    /** Letters in disguise: other alphabets, invisible characters, piled-up marks. */
    DISGUISED_LETTERS,
    /** Words broken into pieces by signs or blanks, over and over. */
    BROKEN_WORDS,
    /** Most of the author's latest comments were refused. */
    AUTHOR_OFTEN_REFUSED,
    /** The site vouches for an author whose comments were always approved. */
    AUTHOR_TRUSTED,
    /** The policy holds every comment. */
    HELD_BY_POLICY,
    /** The policy holds an author's first comment. */
    FIRST_COMMENT,
    /** A screen failed. */
    SCREEN_FAILED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in events and property files. */
    public String word() {
        return word;
    }
}
