package dev.winnow.worker.signin;

import java.time.Instant;

/**
 * One person's being signed in.
 *
 * @param id the session's own id
 * @param person who signed in
 * @param granted whether role and sites are what a provider granted at the sign-in, and not what the settings say now
 * @param since when
 * @param used when it was last known to be used
 */
record Session(String id, Person person, boolean granted, Instant since, Instant used) {}
