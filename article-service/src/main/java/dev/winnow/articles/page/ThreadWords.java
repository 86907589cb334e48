package dev.winnow.articles.page;

import dev.winnow.articles.site.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The words of a thread in each language, for the scripts that show one: the very words that the templates use. They are
 * read when the service starts, as reading files is nothing for an event loop.
 */
@Component
class ThreadWords {

    private static final String PREFIX = "thread.";

    private final Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);

    ThreadWords() {
        for (var language : Language.values()) {
            all.put(language, read(language));
        }
    }

    Map<String, String> in(Language language) {
        return all.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        var bundle = ResourceBundle.getBundle(
                "articles.messages", language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var words = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key.substring(PREFIX.length()), bundle.getString(key)));
        return words;
    }
}
