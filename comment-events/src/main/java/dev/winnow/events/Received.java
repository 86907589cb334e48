package dev.winnow.events;

/**
 * What a record turned out to be. Reading never throws, so one odd record cannot stop a partition.
 *
 * @param <T> the events that the topic carries
 */
public sealed interface Received<T extends Event> {

    /** An event that this release knows. */
    record Known<T extends Event>(T event) implements Received<T> {}

    /** An event of a kind that a newer release introduced: views pass over it, owners set it aside. */
    record NewerKind<T extends Event>(String type) implements Received<T> {}

    /** Not an event at all. The reason names no content. */
    record Unreadable<T extends Event>(String why) implements Received<T> {}
}
