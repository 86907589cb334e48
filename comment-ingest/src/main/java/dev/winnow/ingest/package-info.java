/** The write API: validates and limits what readers and sites send, and acknowledges it once Kafka holds it. */
@NullMarked
package dev.winnow.ingest;

import org.jspecify.annotations.NullMarked;
