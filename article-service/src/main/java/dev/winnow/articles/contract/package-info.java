/** The OpenAPI document. */
@NullMarked
package dev.winnow.articles.contract;

import org.jspecify.annotations.NullMarked;
