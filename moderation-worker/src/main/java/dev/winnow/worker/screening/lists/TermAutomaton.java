package dev.winnow.worker.screening.lists;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds every occurrence of many patterns in one pass (Aho and Corasick, 1975), linear in the text. Our own because the
 * library at hand makes an object for each match and a boxed character for each step. Transitions stand in a double
 * array (Aoe, 1989), small enough to stay close to the processor. Immutable once built.
 */
public final class TermAutomaton {

    private static final int NOBODY = -1;
    private static final char[] NO_PATTERN_HAS_THESE = new char[0x100];

    /** For each character, by its upper and lower half, its number among those that patterns have, or 0. */
    private final char[][] numbers = new char[0x100][];

    private int characters;

    /** For each state where its children begin: that by a character stands as many places further as its number. */
    private int[] children = new int[256];

    /** For each state the one whose child it is, or {@link #NOBODY} where there is no state. */
    private int[] parent = new int[256];

    /** For each state that of the longest end of what was read that some pattern begins with. */
    private final int[] failure;

    /** For each state the pattern that ends there, or -1. */
    private final int[] pattern;

    /** For each state itself or else the nearest on its failure way at which a pattern ends, or 0. */
    private final int[] ending;

    private final int[] lengths;

    private TermAutomaton(List<String> patterns) {
        Arrays.fill(numbers, NO_PATTERN_HAS_THESE);
        Arrays.fill(parent, NOBODY);
        lengths = patterns.stream().mapToInt(String::length).toArray();
        var root = tree(patterns);
        place(root);
        failure = new int[parent.length];
        pattern = new int[parent.length];
        ending = new int[parent.length];
        link(root);
    }

    /** An automaton of patterns, which are told by their place in the list; of equal ones the first counts. */
    public static TermAutomaton of(List<String> patterns) {
        return new TermAutomaton(patterns);
    }

    /** Tells of every occurrence, by its end. */
    public void find(CharSequence text, Found found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char number = number(text.charAt(i));
            state = number == 0 ? 0 : step(state, number);
            for (int end = ending[state]; end != 0; end = ending[failure[end]]) {
                int which = pattern[end];
                found.at(which, i + 1 - lengths[which], i + 1);
            }
        }
    }

    private char number(char c) {
        return numbers[c >> 8][c & 0xff];
    }

    private int step(int from, char number) {
        int state = from;
        while (true) {
            int next = children[state] + number;
            if (parent[next] == state) {
                return next;
            }
            if (state == 0) {
                return 0;
            }
            state = failure[state];
        }
    }

    private Node tree(List<String> patterns) {
        var root = new Node();
        for (int i = 0; i < patterns.size(); i++) {
            var node = root;
            for (char c : patterns.get(i).toCharArray()) {
                node = node.children.computeIfAbsent(numbered(c), n -> new Node());
            }
            if (node.pattern < 0 && node != root) {
                node.pattern = i;
            }
        }
        return root;
    }

    private char numbered(char c) {
        if (number(c) == 0) {
            if (numbers[c >> 8] == NO_PATTERN_HAS_THESE) {
                numbers[c >> 8] = new char[0x100];
            }
            numbers[c >> 8][c & 0xff] = (char) ++characters;
        }
        return number(c);
    }

    /** Gives each node a state, children in places that were free. */
    private void place(Node root) {
        int free = 1;
        var queue = new ArrayDeque<Node>(List.of(root));
        while (!queue.isEmpty()) {
            var node = queue.remove();
            while (free < parent.length && parent[free] != NOBODY) {
                free++;
            }
            int base = node.children.isEmpty() ? 0 : base(node, free);
            reach(base + characters);
            children[node.state] = base;
            node.children.forEach((number, child) -> {
                child.state = base + number;
                parent[child.state] = node.state;
                queue.add(child);
            });
        }
    }

    /** The first place from which all children of a node fall on free ones. */
    private int base(Node node, int free) {
        int base = Math.max(0, free - node.children.firstKey());
        while (!isFree(base, node)) {
            base++;
        }
        return base;
    }

    private boolean isFree(int base, Node node) {
        return node.children.keySet().stream()
                .allMatch(number -> base + number >= parent.length || parent[base + number] == NOBODY);
    }

    /** Makes room, so that no step from a state can lead beyond. */
    private void reach(int place) {
        if (place >= parent.length) {
            int before = parent.length;
            int larger = Math.max(place + 1, before * 2);
            children = Arrays.copyOf(children, larger);
            parent = Arrays.copyOf(parent, larger);
            Arrays.fill(parent, before, larger, NOBODY);
        }
    }

    private void link(Node root) {
        Arrays.fill(pattern, -1);
        var queue = new ArrayDeque<Node>(List.of(root));
        while (!queue.isEmpty()) {
            var node = queue.remove();
            pattern[node.state] = node.pattern;
            ending[node.state] = node.pattern >= 0 ? node.state : ending[failure[node.state]];
            node.children.forEach((number, child) -> {
                failure[child.state] = node == root ? 0 : step(failure[node.state], number);
                queue.add(child);
            });
        }
    }

    /** A state while the automaton is built. */
    private static final class Node {

        private final TreeMap<Character, Node> children = new TreeMap<>();
        private int pattern = -1;
        private int state;
    }

    /** What is told of an occurrence. */
    @FunctionalInterface
    public interface Found {
        void at(int pattern, int start, int end);
    }
}
