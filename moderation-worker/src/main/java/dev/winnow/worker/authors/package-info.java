/** How authors' earlier comments ended: gathered by author, known on every instance. */
@NullMarked
package dev.winnow.worker.authors;

import org.jspecify.annotations.NullMarked;
