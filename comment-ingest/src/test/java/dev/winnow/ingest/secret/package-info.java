@NullMarked
package dev.winnow.ingest.secret;

import org.jspecify.annotations.NullMarked;
