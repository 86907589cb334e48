package dev.winnow.worker.review;

import dev.winnow.worker.problems.Problem;
import dev.winnow.worker.signin.Person;
import dev.winnow.worker.signin.Role;

/** How many comments a moderator may decide in one act: the one place that knows. */
final class ActLimit {

    /** How many leads may. */
    static final int MOST = 5_000;

    /** How many other moderators may. */
    private static final int OF_MODERATORS = 100;

    private ActLimit() {}

    /** How many this person may. */
    static int of(Person person) {
        return person.is(Role.LEAD) ? MOST : OF_MODERATORS;
    }

    /** Ends in a problem where an act is about more comments than the person may decide at once. */
    static void check(Person person, int comments) {
        if (comments > of(person)) {
            throw Problem.invalid("comments", "be %d at most".formatted(of(person)))
                    .asException();
        }
    }
}
