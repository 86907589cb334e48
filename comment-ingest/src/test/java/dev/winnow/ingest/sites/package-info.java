@NullMarked
package dev.winnow.ingest.sites;

import org.jspecify.annotations.NullMarked;
