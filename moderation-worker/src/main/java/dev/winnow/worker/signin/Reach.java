package dev.winnow.worker.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sites that somebody works for.
 *
 * @param only those sites; null for all there are
 */
public record Reach(@Nullable Set<String> only) {

    public static final Reach ALL = new Reach(null);

    public Reach {
        only = only == null ? null : Set.copyOf(only);
    }

    public boolean covers(String site) {
        return only == null || only.contains(site);
    }
}
