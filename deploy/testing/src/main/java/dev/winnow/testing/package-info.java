/**
 * What the tests of the services stand on: a Kafka and a MongoDB-wire store that are really there, processes of their
 * own, and a browser.
 */
@NullMarked
package dev.winnow.testing;

import org.jspecify.annotations.NullMarked;
