package dev.winnow.worker.signin;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a person of what a provider says about somebody: a pure function of its claims and the settings. */
final class OidcPerson {

    private static final int LONGEST_NAME = 80;
    private static final String ALL_SITES = "*";

    /** More would not fit into a session's cookie. */
    private static final int LONGEST_SITES = 1_500;

    private OidcPerson() {}

    /** The person; empty when the claims give no name, no role or no site. */
    static Optional<Person> of(Map<String, Object> claims, OidcSettings settings) {
        var name = words(claims, settings.nameClaim()).stream().findFirst().filter(OidcPerson::isName);
        var role = words(claims, settings.roleClaim()).stream()
                .flatMap(word -> Optional.ofNullable(settings.roles().get(word)).stream())
                .max(Comparator.naturalOrder());
        var reach = reach(claims, settings);
        return name.isPresent() && role.isPresent() && reach.isPresent()
                ? Optional.of(new Person(name.get(), role.get(), reach.get()))
                : Optional.empty();
    }

    private static Optional<Reach> reach(Map<String, Object> claims, OidcSettings settings) {
        if (settings.sitesClaim() == null) {
            return Optional.of(Reach.ALL);
        }
        var sites = new HashSet<String>();
        for (var word : words(claims, settings.sitesClaim()).stream()
                .filter(OidcPerson::isPlain)
                .toList()) {
            sites.addAll(
                    settings.sites().isEmpty() ? Set.of(word) : settings.sites().getOrDefault(word, Set.of()));
        }
        if (sites.contains(ALL_SITES) && !settings.sites().isEmpty()) {
            return Optional.of(Reach.ALL);
        }
        return sites.isEmpty() || String.join("", sites).length() > LONGEST_SITES
                ? Optional.empty()
                : Optional.of(new Reach(sites));
    }

    /** The words of a claim: one, a list, or none; dots lead into claims that hold others. */
    private static List<String> words(Map<String, Object> claims, String claim) {
        var whole = claims.get(claim);
        var value = whole != null ? whole : within(claims, claim);
        if (value instanceof String word) {
            return List.of(word);
        }
        return value instanceof Collection<?> many
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static @Nullable Object within(Map<String, Object> claims, String path) {
        Object value = claims;
        for (var part : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && isPlain(name);
    }

    private static boolean isPlain(String word) {
        return word.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
