package dev.winnow.worker.screening.lists;

import dev.winnow.events.Policy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The list that a part of each site's policy makes. It is remembered, which changes no result: one for each site, made anew
 * when that part is another.
 *
 * @param <T> the part, compared by {@code equals}
 */
public final class SiteLists<T> {

    /** Sites come from configuration, so there are few; the bound only guards against odd use. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Compiled<T>> remembered = new ConcurrentHashMap<>();
    private final Function<Policy, T> part;
    private final Function<T, List<Term>> terms;

    public SiteLists(Function<Policy, T> part, Function<T, List<Term>> terms) {
        this.part = part;
        this.terms = terms;
    }

    public TermList of(Policy policy) {
        var wanted = part.apply(policy);
        var known = remembered.get(policy.site());
        if (known != null && known.part().equals(wanted)) {
            return known.list();
        }
        var list = new TermList(terms.apply(wanted));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(policy.site(), new Compiled<>(wanted, list));
        }
        return list;
    }

    private record Compiled<T>(T part, TermList list) {}
}
