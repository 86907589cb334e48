package dev.winnow.worker.ownership;

import dev.winnow.events.CommentDecided;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Seen;
import dev.winnow.worker.Comments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One partition of each of the two command topics, filled as in life: readers ask at any time, and deciders decide on
 * what a view showed, now or some time ago.
 */
final class CommandLog {

    static final List<String> IDS = List.of("a", "b", "c");
    private static final List<String> TEXTS = List.of("approve", "approve too", "flag", "flag too", "reject");

    final List<ReaderCommand> submitted = new ArrayList<>();
    final List<CommentDecided> decided = new ArrayList<>();

    /** Writes commands by chance, while an owner that nothing disturbs takes them as they come. */
    static CommandLog written(Choices choices, Rules rules) {
        var log = new CommandLog();
        var owner = new SimulatedOwner(log, rules);
        Map<String, List<Seen>> shown = new HashMap<>();
        while (!choices.usedUp()) {
            var id = IDS.get(choices.below(IDS.size()));
            var seen = shown.computeIfAbsent(id, any -> new ArrayList<>());
            if (choices.below(5) < 3) {
                log.submitted.add(log.command(id, choices));
                owner.takeSubmitted();
            } else {
                log.decided.add(log.decision(id, choices, seen));
                owner.takeDecided();
            }
            owner.current(id).map(ModeratedComment::seen).ifPresent(seen::add);
        }
        return log;
    }

    private ReaderCommand command(String id, Choices choices) {
        var known = submitted.stream().anyMatch(c -> c.id().equals(id));
        if (!known && choices.below(8) > 0) {
            return Comments.submitted(id, TEXTS.get(choices.below(TEXTS.size())));
        }
        return switch (choices.below(12)) {
            case 0 -> Comments.appealed(id, choices.below(200));
            case 1, 2, 3, 4 -> Comments.reported(id, "r" + choices.below(3));
            case 5 -> Comments.submitted(id, TEXTS.get(choices.below(TEXTS.size())));
            case 6 -> choices.oneIn(3) ? Comments.withdrawn(id) : Comments.reported(id, "r9");
            default -> Comments.edited(id, TEXTS.get(choices.below(TEXTS.size())));
        };
    }

    private CommentDecided decision(String id, Choices choices, List<Seen> shown) {
        if (!decided.isEmpty() && choices.oneIn(8)) {
            var again = decided.get(choices.below(decided.size()));
            return Objects.requireNonNull(again);
        }
        var actions = Decision.Action.values();
        var action = actions[choices.below(actions.length)];
        var kind = choices.below(3) > 0 ? Decider.Kind.MODERATOR : Decider.Kind.OPINION;
        return Comments.decided("d" + decided.size(), id, action, kind, seen(choices, shown));
    }

    private Seen seen(Choices choices, List<Seen> shown) {
        if (shown.isEmpty() || choices.oneIn(10)) {
            return new Seen(0, choices.below(submitted.size() + 3), choices.below(decided.size() + 1));
        }
        var ago = choices.oneIn(3) ? choices.below(shown.size()) : 0;
        return shown.get(shown.size() - 1 - ago);
    }
}
