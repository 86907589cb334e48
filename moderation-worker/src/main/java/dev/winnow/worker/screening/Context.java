package dev.winnow.worker.screening;

import dev.winnow.events.AuthorHistory;

/**
 * What a screen may know beside the comment and the policy.
 *
 * @param history how the author's earlier comments ended; empty where nothing is known
 */
public record Context(AuthorHistory history) {}
