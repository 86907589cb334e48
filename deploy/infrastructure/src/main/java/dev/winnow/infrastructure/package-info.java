/** A real Kafka broker and a MongoDB-wire store inside this JVM, each in a durable folder of its own. */
@NullMarked
package dev.winnow.infrastructure;

import org.jspecify.annotations.NullMarked;
