/** The sites this service works for, and how a site proves to be itself. */
@NullMarked
package dev.winnow.ingest.sites;

import org.jspecify.annotations.NullMarked;
