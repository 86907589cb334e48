/** Throwing the service's database away so that it is written anew from the topics. */
@NullMarked
package dev.winnow.articles.rebuild;

import org.jspecify.annotations.NullMarked;
