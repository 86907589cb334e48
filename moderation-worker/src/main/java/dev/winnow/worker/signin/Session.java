package dev.winnow.worker.signin;

import java.time.Instant;

/**
 * One moderator's being signed in.
 *
 * @param id the session's own id
 * @param moderator who signed in
 * @param since when
 * @param used when it was last known to be used
 */
record Session(String id, String moderator, Instant since, Instant used) {}
