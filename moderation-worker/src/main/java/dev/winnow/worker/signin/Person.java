package dev.winnow.worker.signin;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in.
 *
 * @param name the name under which decisions are made
 * @param role what this person may do
 * @param reach for which sites
 */
public record Person(String name, Role role, Reach reach) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return name;
    }

    /** Whether this person may do what that role may. */
    public boolean is(Role wanted) {
        return role.includes(wanted);
    }
}
