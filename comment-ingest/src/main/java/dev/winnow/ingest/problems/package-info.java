/** What is answered when something is refused or fails: RFC 9457 problem details, one family for the whole service. */
@NullMarked
package dev.winnow.ingest.problems;

import org.jspecify.annotations.NullMarked;
