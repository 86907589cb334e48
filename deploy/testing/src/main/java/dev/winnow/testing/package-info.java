/** What the services' tests share: infrastructure, processes, a browser and the events' contract. */
@NullMarked
package dev.winnow.testing;

import org.jspecify.annotations.NullMarked;
