package dev.winnow.articles.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sites, by name: {@code winnow.sites.<name>.…}. Without any there is one, {@code default}, without a key.
 *
 * @param sites the sites
 */
@ConfigurationProperties("winnow")
public record SiteSettings(@DefaultValue Map<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String, @Valid Entry> sites) {

    /**
     * A site.
     *
     * @param key the secret with which the site registers articles, at least 8 characters, from the environment; without
     *     one it cannot
     * @param language the language of its pages when a reader wants none in particular, {@code zh-CN} or {@code en};
     *     default zh-CN
     * @param zone the time zone in which its pages show times; default Asia/Shanghai
     * @param origins the origins from which browsers may read its threads, such as {@code https://blog.example}; default
     *     none
     */
    public record Entry(
            @Nullable @Size(min = 8) String key,

            @NotNull @Pattern(regexp = "zh(-CN)?|en") @DefaultValue("zh-CN")
            String language,

            @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
            @NotNull @DefaultValue List<@Pattern(regexp = "https?://[^/*]+") String> origins) {

        @Override
        public String toString() {
            return "Entry[" + language + ", " + zone + ", " + origins + "]";
        }
    }
}
