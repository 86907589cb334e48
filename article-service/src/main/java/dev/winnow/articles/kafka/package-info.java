/** What the service asks of Kafka: topics, listeners that never lose a record, dead letters. */
@NullMarked
package dev.winnow.articles.kafka;

import org.jspecify.annotations.NullMarked;
