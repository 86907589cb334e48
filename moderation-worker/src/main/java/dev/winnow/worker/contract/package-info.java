/** This service's contract, OpenAPI 3.1, as it is served. */
@NullMarked
package dev.winnow.worker.contract;

import org.jspecify.annotations.NullMarked;
