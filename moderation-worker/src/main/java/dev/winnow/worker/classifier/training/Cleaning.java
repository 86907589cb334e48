package dev.winnow.worker.classifier.training;

import java.util.Random;
import java.util.regex.Pattern;

/** Takes out of a source what comes from how it was collected, so that the model does not learn to know the source. */
final class Cleaning {

    private static final Pattern ENTITY = Pattern.compile("&#(\\d{1,7});");
    private static final Pattern ADDRESSEES = Pattern.compile("(?:RT )?@\\w+:?|\\bURL\\b");
    private static final Pattern TWEET_LINK = Pattern.compile("https?://t\\.co/?\\w*");
    private static final Pattern SPACES_BETWEEN_HAN = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsDigit},]) +(?=[\\p{IsHan}\\p{IsDigit}])|(?<=\\p{IsHan}) +(?=[A-Za-z0-9])");
    private static final Pattern PLACEHOLDER = Pattern.compile("DIGIT|PLACE|NAME|PHONE|URL");

    private Cleaning() {}

    static String clean(String how, LabelledComment comment) {
        return switch (how) {
            case "tweets" -> tweet(comment.text());
            case "forum" -> forum(comment.text());
            case "placeholders" -> placeholders(comment);
            case "none" -> comment.text();
            default -> throw new IllegalArgumentException("the recipe names an unknown cleaning: " + how);
        };
    }

    private static String tweet(String text) {
        var plain = ENTITY.matcher(text).replaceAll(m -> {
            int codePoint = Integer.parseInt(m.group(1));
            return Character.isValidCodePoint(codePoint) && codePoint > 31 ? Character.toString(codePoint) : " ";
        });
        plain = plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        return TWEET_LINK
                .matcher(ADDRESSEES.matcher(plain).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    private static String forum(String text) {
        return text.replace(" qest", "?")
                .replace(" excl", "!")
                .replace(" pssst", "")
                .strip();
    }

    /** Text messages in which contacts were replaced by words, and words set apart by spaces. */
    private static String placeholders(LabelledComment comment) {
        var random = new Random(comment.choice("placeholders"));
        var filled = PLACEHOLDER.matcher(comment.text()).replaceAll(m -> switch (m.group()) {
            case "DIGIT" -> Integer.toString(random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(300));
            case "PHONE" -> "1" + (30 + random.nextInt(69)) + (10_000_000 + random.nextInt(89_999_999));
            case "URL" -> random.nextBoolean() ? "www.a" + random.nextInt(9_999) + ".cn" : "";
            default -> "";
        });
        return SPACES_BETWEEN_HAN
                .matcher(filled)
                .replaceAll("")
                .replace("  ", " ")
                .strip();
    }
}
