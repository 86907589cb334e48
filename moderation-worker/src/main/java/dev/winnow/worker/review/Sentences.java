package dev.winnow.worker.review;

import dev.winnow.events.Signal;
import java.util.Locale;

/** Says in a sentence what a signal means. */
@FunctionalInterface
interface Sentences {

    String of(Signal signal, Locale locale);
}
