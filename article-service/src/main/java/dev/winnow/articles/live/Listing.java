package dev.winnow.articles.live;

import dev.winnow.articles.kafka.Positions;
import dev.winnow.articles.thread.ThreadPage;

/**
 * A page of a thread and the moment it shows: a stream that is followed from there on misses nothing.
 *
 * @param page the page
 * @param positions the moment
 */
public record Listing(ThreadPage page, Positions positions) {}
