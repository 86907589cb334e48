package dev.winnow.worker.text;

/** Kinds of normalised characters that screens tell apart. */
public final class Characters {

    private Characters() {}

    /** Whether this is a Han character of the basic plane. */
    public static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' || c >= '\u3400' && c <= '\u4DBF';
    }

    /** Whether this is a letter from a to z. */
    public static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether this is a digit from 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a word of the Latin alphabet can go on with this. */
    public static boolean isWord(char c) {
        return isLatin(c) || isDigit(c) || c >= '\u00C0' && c < '\u2000' && Character.isLetter(c);
    }

    /** Whether this separates: neither letter, digit nor Han, nor part of another script's word. */
    public static boolean isSeparator(char c) {
        return !isWord(c) && !isHan(c) && (c < '\u2000' || !Character.isLetterOrDigit(c));
    }

    /** Whether this ends or divides a sentence. */
    public static boolean isSentencePunctuation(char c) {
        return c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':' || c == '"' || c == '(' || c == ')';
    }
}
