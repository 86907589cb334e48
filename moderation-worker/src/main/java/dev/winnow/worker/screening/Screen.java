package dev.winnow.worker.screening;

import dev.winnow.events.Signal;
import java.util.List;

/**
 * Looks at one aspect of a comment. A pure function: no clock, no I/O, no state. It does not throw for odd input; if it
 * does all the same, the comment goes to a person.
 */
public interface Screen {

    /** By which a policy switches it off, in kebab case. */
    String name();

    /** What it noticed; mostly nothing. */
    List<Signal> look(Subject subject);
}
