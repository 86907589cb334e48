package dev.winnow.ingest.sites;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All sites this service works for. */
@Component
public class Sites {

    private static final String ONLY_SITE = "default";

    private final Map<String, Site> byName;

    public Sites(SitesSettings settings) {
        var configured = settings.sites().isEmpty()
                ? Map.of(ONLY_SITE, new SiteSettings(null, List.of(), null))
                : settings.sites();
        this.byName = configured.entrySet().stream()
                .map(entry -> new Site(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Site::name, Function.identity()));
    }

    /** The site of this name, or null where there is none. */
    public @Nullable Site named(String name) {
        return byName.get(name);
    }

    public Collection<Site> all() {
        return byName.values();
    }
}
