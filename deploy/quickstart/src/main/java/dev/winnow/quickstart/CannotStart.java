package dev.winnow.quickstart;

/** Why the quickstart does not start, in one line that says what to change. */
final class CannotStart extends RuntimeException {

    CannotStart(String line) {
        super(line);
    }

    CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
