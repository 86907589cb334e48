package dev.winnow.worker.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sites whose policies can be read and changed.
 *
 * @param sites the sites by name; without any there is one, {@code default}
 */
@ConfigurationProperties("winnow")
public record Sites(@DefaultValue Map<String, Site> sites) {

    private static final String ONLY = "default";

    /** Whether there is a site of this name. */
    boolean have(String name) {
        return sites.isEmpty() ? name.equals(ONLY) : sites.containsKey(name);
    }

    /**
     * What the worker knows of a site.
     *
     * @param language the language of its readers, {@code zh-CN} or {@code en}
     */
    public record Site(@Nullable String language) {}
}
