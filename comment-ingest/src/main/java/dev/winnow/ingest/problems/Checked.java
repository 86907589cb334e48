package dev.winnow.ingest.problems;

import java.util.function.Function;

/**
 * What a check came to: a value that is good, or the problem with it.
 *
 * @param <T> the value's type
 */
public sealed interface Checked<T> {

    /** It is good. */
    record Good<T>(T value) implements Checked<T> {}

    /** It is not. */
    record Bad<T>(Problem problem) implements Checked<T> {}

    static <T> Checked<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Checked<T> bad(Problem problem) {
        return new Bad<>(problem);
    }

    /** Goes on with the value if it is good. */
    default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
        if (this instanceof Good<T> good) {
            return next.apply(good.value());
        }
        return new Bad<>(((Bad<T>) this).problem());
    }

    /** Ends in one result, whichever it is. */
    default <R> R fold(Function<? super T, ? extends R> ifGood, Function<? super Problem, ? extends R> ifBad) {
        if (this instanceof Good<T> good) {
            return ifGood.apply(good.value());
        }
        return ifBad.apply(((Bad<T>) this).problem());
    }
}
