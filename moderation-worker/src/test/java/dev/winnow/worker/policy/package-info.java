@NullMarked
package dev.winnow.worker.policy;

import org.jspecify.annotations.NullMarked;
