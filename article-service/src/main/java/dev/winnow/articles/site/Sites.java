package dev.winnow.articles.site;

import dev.winnow.articles.problem.Problem;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sites that are served. */
@Component
public final class Sites {

    private static final Site ALONE =
            new Site("default", null, Language.CHINESE, ZoneId.of("Asia/Shanghai"), List.of());

    private final Map<String, Site> byName;

    Sites(SiteSettings settings) {
        this.byName = settings.sites().isEmpty()
                ? Map.of(ALONE.name(), ALONE)
                : settings.sites().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> site(e.getKey(), e.getValue())));
    }

    private static Site site(String name, SiteSettings.Entry entry) {
        var language = Language.of(Locale.forLanguageTag(entry.language())).orElseThrow();
        return new Site(name, entry.key(), language, entry.zone(), List.copyOf(entry.origins()));
    }

    Collection<Site> all() {
        return byName.values();
    }

    /** The site of this name; a problem if there is none. */
    public Site named(String name) {
        var site = byName.get(name);
        if (site == null) {
            throw Problem.notFound("There is no such site. Sites are named in the settings, winnow.sites.")
                    .exception();
        }
        return site;
    }
}
