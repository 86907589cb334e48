package dev.winnow.ingest.rules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for what people write. Each method gives null for what is good, else the rest of the sentence "it must …".
 * They hold for every site, because the API's description states them.
 */
public final class Rules {

    private static final int MARKS_IN_A_ROW = 30;
    private static final int TEXT_LENGTH = 10_000;
    private static final int NAME_LENGTH = 80;
    private static final int ID_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final int URL_LENGTH = 2_000;
    private static final int NOTE_LENGTH = 500;

    /** An address of a page: its visible characters are checked apart from this. */
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\x00-/:-@\\[-`{-~][^\"<>\\\\^`{|}]*");

    private Rules() {}

    /** A comment's text. */
    public static @Nullable String text(String text) {
        return prose(text, TEXT_LENGTH, "be 1 to 10,000 characters, not counting space around them");
    }

    /** What a reader adds to a report. */
    public static @Nullable String note(String note) {
        return note.isEmpty() ? null : prose(note, NOTE_LENGTH, "be at most 500 characters and not only space");
    }

    /** What an author says against a refusal. */
    public static @Nullable String words(String words) {
        return prose(words, NOTE_LENGTH, "be 1 to 500 characters, not counting space around them");
    }

    /** The name an author is shown by. */
    public static @Nullable String name(String name) {
        var problem = sound(name, false);
        if (problem != null) {
            return problem;
        }
        if (Characters.any(name, Characters::directionControl)) {
            return "have no controls of writing direction";
        }
        return within(name, NAME_LENGTH) ? null : "be 1 to 80 characters, not counting space around them";
    }

    /** An id of the site's own: of an article, an author or an imported comment. */
    public static @Nullable String id(String id) {
        var good = !id.isEmpty()
                && id.codePointCount(0, id.length()) <= ID_LENGTH
                && Characters.all(id, Characters::visible);
        return good ? null : "be 1 to 200 visible characters without space";
    }

    /** An article's id as it stands in an address, where dots alone would mean another folder. */
    public static @Nullable String article(String article) {
        return article.equals(".") || article.equals("..") ? "not be . or .." : id(article);
    }

    /** A mail address, as far as that can be told without sending mail. */
    public static @Nullable String email(String email) {
        var at = email.indexOf('@');
        var good = at > 0
                && at < email.length() - 1
                && email.indexOf('@', at + 1) < 0
                && email.codePointCount(0, email.length()) <= EMAIL_LENGTH
                && Characters.all(email, Characters::visible);
        return good ? null : "be a mail address of at most 254 characters";
    }

    /** The address of an author's own page. */
    public static @Nullable String url(String url) {
        var good = url.codePointCount(0, url.length()) <= URL_LENGTH
                && Characters.all(url, Characters::visible)
                && WEB_ADDRESS.matcher(url).matches();
        return good ? null : "be an http or https address of at most 2,000 characters";
    }

    /** What makes retries the same: it is compared byte by byte, so it is plain ASCII. */
    public static @Nullable String idempotencyKey(String key) {
        var good = !key.isEmpty() && key.length() <= 255 && key.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        return good ? null : "be 1 to 255 visible ASCII characters";
    }

    private static @Nullable String prose(String text, int length, String otherwise) {
        var problem = sound(text, true);
        if (problem != null) {
            return problem;
        }
        return within(text, length) ? null : otherwise;
    }

    /** What no text may have, whoever reads it: one pass over the characters. */
    private static @Nullable String sound(String text, boolean layoutAllowed) {
        int marks = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (Characters.loneSurrogate(c)) {
                return "have no lone surrogates: position " + i + " is half a character";
            }
            if (Characters.control(c) && !(layoutAllowed && Characters.layout(c))) {
                return layoutAllowed
                        ? "have no control characters but tab and line ends: see position " + i
                        : "have no control characters: see position " + i;
            }
            if (Characters.directionOverride(c)) {
                return "have no overrides of writing direction (U+202D, U+202E): see position " + i;
            }
            marks = Characters.combining(c) ? marks + 1 : 0;
            if (marks > MARKS_IN_A_ROW) {
                return "have at most 30 combining marks in a row: see position " + i;
            }
        }
        return null;
    }

    private static boolean within(String text, int length) {
        var trimmed = text.strip();
        return (trimmed.length() <= length || trimmed.codePointCount(0, trimmed.length()) <= length)
                && Characters.any(trimmed, Characters::visible);
    }
}
