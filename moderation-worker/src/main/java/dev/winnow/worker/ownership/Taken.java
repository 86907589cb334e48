package dev.winnow.worker.ownership;

import dev.winnow.events.Decision;
import dev.winnow.events.ModeratedComment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking a command.
 *
 * @param owned what the owner keeps from now on, or null for nothing
 * @param event what it sends, or null for nothing
 * @param effect what the command did
 * @param decided what it added to the comment's history, screening and refusals included
 */
public record Taken(@Nullable Owned owned, @Nullable ModeratedComment event, Effect effect, List<Decision> decided) {

    public Taken {
        decided = List.copyOf(decided);
    }

    static Taken unchanged(@Nullable Owned owned, Effect effect) {
        var current = effect == Effect.REDELIVERED && owned != null ? owned.current() : null;
        return new Taken(owned, current, effect, List.of());
    }
}
