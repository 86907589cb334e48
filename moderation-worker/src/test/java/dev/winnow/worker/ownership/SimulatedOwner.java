package dev.winnow.worker.ownership;

import dev.winnow.events.ModeratedComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An owner as Kafka Streams would run it at least once: a store with a changelog, outputs in two partitions, offsets
 * that are committed after both were flushed. A crash leaves of changelog and of each output some prefix that is no
 * shorter than at the last commit, and has the commands since then taken again.
 */
final class SimulatedOwner {

    private static final int OUTPUTS = 2;

    private final CommandLog log;
    private final Ownership ownership;
    private final Map<String, Owned> store = new HashMap<>();
    private final List<Map.Entry<String, Owned>> changelog = new ArrayList<>();
    private final List<List<ModeratedComment>> outputs = List.of(new ArrayList<>(), new ArrayList<>());

    private int nextSubmitted;
    private int nextDecided;
    private int committedSubmitted;
    private int committedDecided;
    private int changelogFlushed;
    private final int[] outputFlushed = new int[OUTPUTS];

    SimulatedOwner(CommandLog log, Rules rules) {
        this.log = log;
        this.ownership = new Ownership(rules);
    }

    /** Takes all that is left, in an order and with commits and crashes that the choices say. */
    void run(Choices choices, Runnable atCrash) {
        while (hasMore()) {
            step(choices);
            if (choices.oneIn(6)) {
                commit();
            }
            if (choices.oneIn(7)) {
                crash(choices);
                atCrash.run();
            }
        }
    }

    void takeSubmitted() {
        var command = log.submitted.get(nextSubmitted++);
        accept(command.id(), ownership.take(store.get(command.id()), command, nextSubmitted));
    }

    void takeDecided() {
        var decision = log.decided.get(nextDecided++);
        accept(decision.id(), ownership.take(store.get(decision.id()), decision, nextDecided));
    }

    Optional<ModeratedComment> current(String id) {
        return Optional.ofNullable(store.get(id)).map(Owned::current);
    }

    List<List<ModeratedComment>> outputs() {
        return outputs;
    }

    private boolean hasMore() {
        return nextSubmitted < log.submitted.size() || nextDecided < log.decided.size();
    }

    private void step(Choices choices) {
        var submittedLeft = nextSubmitted < log.submitted.size();
        var decidedLeft = nextDecided < log.decided.size();
        if (submittedLeft && (!decidedLeft || choices.below(2) == 0)) {
            takeSubmitted();
        } else {
            takeDecided();
        }
    }

    private void accept(String id, Taken taken) {
        if (taken.owned() != null) {
            store.put(id, taken.owned());
            changelog.add(Map.entry(id, taken.owned()));
        }
        if (taken.event() != null) {
            output(CommandLog.IDS.indexOf(id) % OUTPUTS).add(taken.event());
        }
    }

    private void commit() {
        changelogFlushed = changelog.size();
        for (int i = 0; i < OUTPUTS; i++) {
            outputFlushed[i] = output(i).size();
        }
        committedSubmitted = nextSubmitted;
        committedDecided = nextDecided;
    }

    private void crash(Choices choices) {
        cut(changelog, choices.between(changelogFlushed, changelog.size()));
        for (int i = 0; i < OUTPUTS; i++) {
            cut(output(i), choices.between(outputFlushed[i], output(i).size()));
        }
        store.clear();
        changelog.forEach(entry -> store.put(entry.getKey(), entry.getValue()));
        nextSubmitted = committedSubmitted;
        nextDecided = committedDecided;
    }

    private List<ModeratedComment> output(int partition) {
        return Objects.requireNonNull(outputs.get(partition));
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }
}
