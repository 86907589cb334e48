package dev.winnow.ingest.imports;

import dev.winnow.ingest.problems.Problem;

/** What became of a line. */
sealed interface Outcome {

    /** The line's number. */
    long line();

    /** Kafka holds it. */
    record Taken(long line) implements Outcome {}

    /** It breaks a rule. */
    record Refused(long line, Problem problem) implements Outcome {}

    /** Kafka does not hold it for certain. */
    record NotHeld(long line) implements Outcome {}
}
