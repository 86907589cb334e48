/** The sites that are served: their keys, languages, time zones and the origins that may read from a browser. */
@NullMarked
package dev.winnow.articles.site;

import org.jspecify.annotations.NullMarked;
