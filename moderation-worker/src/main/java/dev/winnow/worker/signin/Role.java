package dev.winnow.worker.signin;

import java.util.Locale;

/** What somebody may do at the desk. Each role may do what those before it may. */
public enum Role {
    /** Reads everything and changes nothing. */
    OPERATOR,
    /** Decides on comments. */
    MODERATOR,
    /** Changes policies, decides on many at once, takes the audit out. */
    LEAD;

    /** Whether this role may do what another may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As settings and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
