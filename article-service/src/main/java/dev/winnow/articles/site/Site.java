package dev.winnow.articles.site;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as this service needs it.
 *
 * @param name its name in addresses
 * @param key the secret with which the site registers articles, or null when it cannot
 * @param language the language of its pages when a reader wants none in particular
 * @param zone the time zone in which its pages show times
 * @param origins the origins from which browsers may read its threads
 */
public record Site(String name, @Nullable String key, Language language, ZoneId zone, List<String> origins) {

    /** No secret gets into a log by accident. */
    @Override
    public String toString() {
        return "Site[" + name + "]";
    }
}
