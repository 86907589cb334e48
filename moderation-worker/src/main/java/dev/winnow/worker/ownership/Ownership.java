package dev.winnow.worker.ownership;

import dev.winnow.events.CommentAppealed;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.CommentEdited;
import dev.winnow.events.CommentReported;
import dev.winnow.events.CommentSubmitted;
import dev.winnow.events.CommentWithdrawn;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ReaderCommand;
import dev.winnow.events.Report;
import org.jspecify.annotations.Nullable;

/**
 * Applies commands to a comment, one at a time, in the order of each of the two topics.
 *
 * <p>The final text, status and revision depend on nothing but the two sequences of commands (and on what the rules
 * say), not on how the topics were interleaved nor on how often a command was taken:
 *
 * <ul>
 *   <li>The revision is the sum of the two positions. What was taken already changes nothing and sends the current state
 *       again, as the event that it once sent may be lost.
 *   <li>Text and reports come from one topic. A new text starts anew, without ruling and reports.
 *   <li>A decision counts for the text that it names, and no other: for an older one it is refused, for one still to come
 *       it waits. Those on the same text keep the order of their topic, and a moderator's is judged by the ruling that it
 *       names, never by a status that reports or a policy may have changed.
 *   <li>Reports keep back what is approved as long as no moderator ruled on it, whichever came first.
 *   <li>An author's appeal, once for a text, puts what was refused back before the moderators until one has ruled after it.
 *   <li>A withdrawal is the last word: afterwards only revision and history change.
 * </ul>
 *
 * <p>What may differ with the interleaving: the order, revisions and refusals in the list of decisions, and
 * {@code changedAt}. Where state was lost <em>and</em> the policy or an author's history changed meanwhile, screening may
 * say something else of the same text, but which moderator's ruling is in force stays the same.
 *
 * <p>Immutable; as safe for threads as its rules.
 */
public final class Ownership {

    private final Rules rules;

    public Ownership(Rules rules) {
        this.rules = rules;
    }

    /**
     * Takes what a reader or a site asked.
     *
     * @param before what the owner keeps of the comment, or null
     * @param command what is asked
     * @param position the record's offset plus one
     */
    public Taken take(@Nullable Owned before, ReaderCommand command, long position) {
        var owned = before == null ? Owned.NOTHING : before;
        if (position <= owned.position().submitted()) {
            return Taken.unchanged(before, Effect.REDELIVERED);
        }
        if (owned.current() == null && !(command instanceof CommentSubmitted)) {
            return Taken.unchanged(before, Effect.UNKNOWN);
        }
        var turn = new Turn(
                rules, owned, new LogPosition(position, owned.position().decided()), command.at());
        var changed = apply(turn, owned, command);
        return turn.taken(changed ? Effect.NEW : Effect.NOTHING_NEW);
    }

    /**
     * Takes a decision.
     *
     * @param before what the owner keeps of the comment, or null
     * @param decision what is decided
     * @param position the record's offset plus one
     */
    public Taken take(@Nullable Owned before, CommentDecided decision, long position) {
        var owned = before == null ? Owned.NOTHING : before;
        if (position <= owned.position().decided()) {
            return Taken.unchanged(before, Effect.REDELIVERED);
        }
        var turn = new Turn(rules, owned, new LogPosition(owned.position().submitted(), position), decision.at());
        return turn.taken(turn.decide(decision));
    }

    private static boolean apply(Turn turn, Owned owned, ReaderCommand command) {
        if (command instanceof CommentSubmitted submitted) {
            return owned.current() == null && turn.submit(submitted.comment());
        }
        if (command instanceof CommentEdited edited) {
            return turn.edit(edited.text());
        }
        if (command instanceof CommentWithdrawn) {
            return turn.withdraw();
        }
        if (command instanceof CommentAppealed appealed) {
            return turn.appeal(Report.appeal(appealed.words(), appealed.at()));
        }
        return turn.report(((CommentReported) command).report());
    }
}
