/** The Kafka Streams application: one class per sub-topology, what it keeps, how it runs. */
@NullMarked
package dev.winnow.worker.topology;

import org.jspecify.annotations.NullMarked;
