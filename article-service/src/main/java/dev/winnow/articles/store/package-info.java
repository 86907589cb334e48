/** How the service talks to MongoDB: bounded in time, and without needing it to be there. */
@NullMarked
package dev.winnow.articles.store;

import org.jspecify.annotations.NullMarked;
