package dev.winnow.worker.screening;

import dev.winnow.events.Signal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a signal means, to a moderator, in Chinese or English. Sentences stand in {@code
 * screening/signals_en.properties} and {@code signals_zh.properties}; {@code {fact}} in them is the signal's fact of
 * that name, translated where the file has a word for it ({@code kind.gambling=赌博}).
 */
public final class SignalSentences {

    private static final Properties ENGLISH = read("/screening/signals_en.properties");
    private static final Properties CHINESE = read("/screening/signals_zh.properties");

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    private SignalSentences() {}

    /** The sentence about a signal; for a signal of a newer release its name. */
    public static String of(Signal signal, Locale locale) {
        var words = locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        var sentence = words.getProperty(signal.name(), signal.name());
        return SLOT.matcher(sentence).replaceAll(slot -> {
            var value = signal.facts().getOrDefault(slot.group(1), "?");
            return Matcher.quoteReplacement(words.getProperty(slot.group(1) + "." + value, value));
        });
    }

    private static Properties read(String resource) {
        var properties = new Properties();
        try (var in = SignalSentences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return properties;
    }
}
