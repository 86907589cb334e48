package dev.winnow.worker.ownership;

import java.util.Iterator;
import java.util.List;

/** Decisions that a property leaves to chance, as a list that jqwik can shrink; when it is used up, always 0. */
final class Choices {

    private final Iterator<Integer> numbers;

    Choices(List<Integer> numbers) {
        this.numbers = numbers.iterator();
    }

    /** A number from 0 to below {@code bound}. */
    int below(int bound) {
        return numbers.hasNext() ? Math.floorMod(numbers.next(), bound) : 0;
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean oneIn(int n) {
        return below(n) == n - 1;
    }

    boolean usedUp() {
        return !numbers.hasNext();
    }
}
