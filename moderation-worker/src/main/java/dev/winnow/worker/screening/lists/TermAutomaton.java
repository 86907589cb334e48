package dev.winnow.worker.screening.lists;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every occurrence of many patterns in one pass (Aho and Corasick, 1975), linear in the text. Our own because the
 * library at hand makes an object for each match and a boxed character for each step. Transitions stand in one hash
 * table of primitives. Immutable once built.
 */
public final class TermAutomaton {

    private static final long FREE = -1;

    private static final int TARGET_BITS = 24;

    /** For each transition its state and character, and in the lowest bits its target: one look at memory for both. */
    private long[] table = new long[1024];

    private int transitions;

    private int states = 1;
    private int[] failure = new int[256];

    /** For each state the pattern that ends there, or -1. */
    private int[] pattern = new int[256];

    /** For each state the nearest state on its failure way at which a pattern ends, or 0. */
    private int[] shorter = new int[256];

    /** For each character a bit: whether a pattern begins with it. Most characters of a text begin none. */
    private final long[] first = new long[Character.MAX_VALUE / Long.SIZE + 1];

    private final int[] lengths;

    private TermAutomaton(List<String> patterns) {
        Arrays.fill(table, FREE);
        pattern[0] = -1;
        lengths = new int[patterns.size()];
        var children = new ArrayList<List<Integer>>();
        children.add(new ArrayList<>());
        var letters = new StringBuilder().append('\0');
        for (int i = 0; i < patterns.size(); i++) {
            add(patterns.get(i), i, children, letters);
        }
        link(children, letters);
    }

    /** An automaton of patterns, which are told by their place in the list; of equal ones the first counts. */
    public static TermAutomaton of(List<String> patterns) {
        return new TermAutomaton(patterns);
    }

    /** Tells of every occurrence, by its end. */
    public void find(CharSequence text, Found found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            int end = pattern[state] >= 0 ? state : shorter[state];
            for (; end != 0; end = shorter[end]) {
                int which = pattern[end];
                found.at(which, i + 1 - lengths[which], i + 1);
            }
        }
    }

    private int step(int state, char c) {
        while (true) {
            if (state == 0 && !begins(c)) {
                return 0;
            }
            int next = target(state, c);
            if (next != 0 || state == 0) {
                return next;
            }
            state = failure[state];
        }
    }

    private boolean begins(char c) {
        return (first[c >> 6] & 1L << c) != 0;
    }

    private void add(String term, int index, List<List<Integer>> children, StringBuilder letters) {
        lengths[index] = term.length();
        if (term.isEmpty()) {
            return;
        }
        first[term.charAt(0) >> 6] |= 1L << term.charAt(0);
        int state = 0;
        for (int i = 0; i < term.length(); i++) {
            int next = target(state, term.charAt(i));
            if (next == 0) {
                next = newState();
                put(state, term.charAt(i), next);
                children.get(state).add(next);
                children.add(new ArrayList<>());
                letters.append(term.charAt(i));
            }
            state = next;
        }
        if (pattern[state] < 0) {
            pattern[state] = index;
        }
    }

    private void link(List<List<Integer>> children, CharSequence letters) {
        var queue = new ArrayDeque<Integer>(children.get(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int child : children.get(state)) {
                failure[child] = step(failure[state], letters.charAt(child));
                int fallback = failure[child];
                shorter[child] = pattern[fallback] >= 0 ? fallback : shorter[fallback];
                queue.add(child);
            }
        }
    }

    private int newState() {
        if (states == 1 << TARGET_BITS) {
            throw new IllegalArgumentException("the patterns have more than " + states + " characters");
        }
        if (states == pattern.length) {
            failure = Arrays.copyOf(failure, states * 2);
            pattern = Arrays.copyOf(pattern, states * 2);
            shorter = Arrays.copyOf(shorter, states * 2);
        }
        pattern[states] = -1;
        return states++;
    }

    private int target(int state, char c) {
        long key = (long) state << 16 | c;
        for (int slot = slot(key); table[slot] != FREE; slot = slot + 1 & table.length - 1) {
            if (table[slot] >>> TARGET_BITS == key) {
                return (int) table[slot] & (1 << TARGET_BITS) - 1;
            }
        }
        return 0;
    }

    private void put(int state, char c, int target) {
        if (transitions * 3 >= table.length) {
            grow();
        }
        insert((long) state << 16 | c, target);
        transitions++;
    }

    private void insert(long key, int target) {
        int slot = slot(key);
        while (table[slot] != FREE) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = key << TARGET_BITS | target;
    }

    private void grow() {
        var old = table;
        table = new long[old.length * 2];
        Arrays.fill(table, FREE);
        for (long entry : old) {
            if (entry != FREE) {
                insert(entry >>> TARGET_BITS, (int) entry & (1 << TARGET_BITS) - 1);
            }
        }
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & table.length - 1;
    }

    /** What is told of an occurrence. */
    @FunctionalInterface
    public interface Found {
        void at(int pattern, int start, int end);
    }
}
