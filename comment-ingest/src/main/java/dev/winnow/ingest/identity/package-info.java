/** Comment ids: how they are made, and how one tells the article they belong to. */
@NullMarked
package dev.winnow.ingest.identity;

import org.jspecify.annotations.NullMarked;
