package dev.winnow.ingest.sites;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this service needs to know of one site, {@code winnow.sites.<name>.…}.
 *
 * @param key the site key, by which the site's own server proves to be it; at least 8 characters, from the environment. None by
 *     default: what needs it is refused
 * @param origins the web origins whose pages may call this service from a browser, such as {@code https://example.com}; none by default
 * @param authorTokenSecret with what the site signs author tokens (HS256), at least 32 characters, from the environment. None by default:
 *     author tokens are refused
 */
public record SiteSettings(
        @Nullable String key,
        @DefaultValue List<String> origins,
        @Nullable String authorTokenSecret) {

    public SiteSettings {
        origins = List.copyOf(origins);
    }

    @Override
    public String toString() {
        return "SiteSettings[key=…, origins=" + origins + ", authorTokenSecret=…]";
    }
}
