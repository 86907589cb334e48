@NullMarked
package dev.winnow.ingest.managetoken;

import org.jspecify.annotations.NullMarked;
