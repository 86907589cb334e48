package dev.winnow.worker.ownership;

import static java.util.Objects.requireNonNull;

import dev.winnow.events.Comment;
import dev.winnow.events.CommentDecided;
import dev.winnow.events.Decider;
import dev.winnow.events.Decision;
import dev.winnow.events.LogPosition;
import dev.winnow.events.ModeratedComment;
import dev.winnow.events.Report;
import dev.winnow.events.Signal;
import dev.winnow.events.Status;
import dev.winnow.events.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command being taken: starts from what the owner kept, ends as what it keeps and sends. Lives on one thread. */
final class Turn {

    private static final Decider SCREENING = new Decider(Decider.Kind.SCREENING, "screening");
    private static final Decider REPORTS = new Decider(Decider.Kind.REPORTS, "reports");

    private final Rules rules;
    private final Owned before;
    private final LogPosition position;
    private final long revision;
    private final Instant at;

    private @Nullable Comment comment;
    private @Nullable Verdict verdict;
    private long text;
    private long ruling;
    private Standing standing;
    private List<Report> reports = List.of();
    private final List<Decision> history = new ArrayList<>();
    private final List<Decision> decided = new ArrayList<>();
    private final List<Owned.Waiting> waiting;

    Turn(Rules rules, Owned before, LogPosition position, Instant at) {
        this.rules = rules;
        this.before = before;
        this.position = position;
        this.at = at;
        this.standing = before.standing();
        this.waiting = new ArrayList<>(before.waiting());
        var current = before.current();
        if (current != null) {
            comment = current.comment();
            verdict = current.verdict();
            text = current.textPosition();
            ruling = current.rulingPosition();
            reports = current.reports();
            history.addAll(current.decisions());
        }
        // Positions only grow, so their sum does; a view must never see a revision go back all the same.
        revision = current == null ? position.revision() : Math.max(position.revision(), current.revision() + 1);
    }

    boolean submit(Comment submitted) {
        begin(submitted);
        return true;
    }

    boolean edit(String newText) {
        var present = requireNonNull(comment);
        if (isWithdrawn() || present.text().equals(newText)) {
            return false;
        }
        begin(present.edited(newText, at));
        return true;
    }

    boolean withdraw() {
        if (isWithdrawn()) {
            return false;
        }
        standing = standing.withdrawn();
        ruling = 0;
        return true;
    }

    boolean report(Report report) {
        var known = reports.stream().anyMatch(r -> r.reporter().equals(report.reporter()));
        if (isWithdrawn() || known || reports.size() == ModeratedComment.REPORTS_KEPT) {
            return false;
        }
        reports = new ArrayList<>(reports);
        reports.add(report);
        var enough = rules.reportsToFlag(requireNonNull(comment).site());
        var readers = reports.stream().filter(r -> !r.fromAuthor()).count();
        if (readers >= Math.min(enough, ModeratedComment.REPORTS_KEPT - 1)) {
            standing = standing.withReports();
        }
        return true;
    }

    boolean appeal(Report appeal) {
        if (isWithdrawn() || reports.stream().anyMatch(Report::fromAuthor)) {
            return false;
        }
        var room = Math.min(reports.size(), ModeratedComment.REPORTS_KEPT - 1);
        reports = new ArrayList<>(reports.subList(0, room));
        reports.add(appeal);
        standing = standing.withAppeal(appeal.at());
        return true;
    }

    Effect decide(CommentDecided decision) {
        if (isKnown(decision.decisionId())) {
            return Effect.NOTHING_NEW;
        }
        if (!isWithdrawn() && decision.seen().text() > position.submitted() && waiting.size() < Owned.WAITING_KEPT) {
            waiting.add(new Owned.Waiting(decision, position.decided()));
            return Effect.WAITING;
        }
        return judge(decision, position.decided()) == null ? Effect.NEW : Effect.REFUSED;
    }

    Taken taken(Effect effect) {
        settleWaiting();
        noteHeldByReports();
        var owned = new Owned(event(), standing, position, waiting);
        return new Taken(owned, owned.current(), effect, decided);
    }

    /** A text starts anew: nothing that was said of another one counts for it. */
    private void begin(Comment started) {
        comment = started;
        text = position.submitted();
        ruling = 0;
        reports = List.of();
        var found = rules.screen(started);
        verdict = found;
        standing = Standing.screened(found.outcome(), rules.isInDoubt(found));
        if (standing.status() != Status.PENDING) {
            var action = Decision.Action.valueOf(found.outcome().name());
            note(new Decision("screening:" + text, action, SCREENING, null, null, at, revision, null, basis(revision)));
        }
    }

    private void settleWaiting() {
        for (var next : List.copyOf(waiting)) {
            if (isWithdrawn() || next.decision().seen().text() <= position.submitted()) {
                waiting.remove(next);
                judge(next.decision(), next.position());
            }
        }
    }

    private Decision.@Nullable Refusal judge(CommentDecided decision, long at) {
        var refused = refusal(decision);
        var after = standing.after(decision.action());
        if (refused == null && after == null) {
            refused = Decision.Refusal.NOT_APPROVED;
        } else if (refused == null && after != null) {
            standing = after;
        }
        // A moderator who wanted to retract what was no longer approved has spoken all the same: no automated decider
        // may publish it now. So which ruling is in force follows from positions alone, whatever policy made of the
        // text.
        if (isModerator(decision) && (refused == null || refused == Decision.Refusal.NOT_APPROVED)) {
            ruling = at;
            standing = standing.withRuling(decision.at());
        }
        note(new Decision(
                decision.decisionId(),
                decision.action(),
                decision.by(),
                decision.reason(),
                decision.note(),
                decision.at(),
                revision,
                refused,
                decision.seen().text() == text ? basis(decision.seen().revision()) : null));
        return refused;
    }

    /** What whoever saw a revision of the present text had before its eyes. */
    private Decision.@Nullable Basis basis(long seen) {
        if (verdict == null) {
            return null;
        }
        var against = verdict.signals().stream()
                .filter(s -> s.category() == Signal.Category.SPAM || s.category() == Signal.Category.ABUSE)
                .map(Signal::name)
                .distinct()
                .toList();
        return new Decision.Basis(seen, text, verdict.policyVersion(), against);
    }

    private Decision.@Nullable Refusal refusal(CommentDecided decision) {
        if (isWithdrawn()) {
            return Decision.Refusal.WITHDRAWN;
        }
        if (comment == null || decision.seen().text() != text) {
            return Decision.Refusal.TEXT_CHANGED;
        }
        var overruled = isModerator(decision) ? decision.seen().ruling() != ruling : ruling != 0;
        return overruled ? Decision.Refusal.DECIDED_FIRST : null;
    }

    private void noteHeldByReports() {
        var current = before.current();
        var wasHeld = current != null && before.standing().heldByReports(current.rulingPosition() != 0);
        if (!wasHeld && standing.heldByReports(ruling != 0)) {
            var id = "reports:" + revision;
            note(new Decision(id, Decision.Action.FLAG, REPORTS, null, null, at, revision, null, basis(revision)));
        }
    }

    private @Nullable ModeratedComment event() {
        if (comment == null || verdict == null) {
            return null;
        }
        var status = standing.visible(ruling != 0);
        var current = before.current();
        var unchanged = current != null && current.status() == status && current.textPosition() == text
                ? current.changedAt()
                : null;
        return new ModeratedComment(
                comment,
                status,
                revision,
                position,
                text,
                ruling,
                verdict,
                newest(history),
                reports,
                unchanged == null ? at : unchanged);
    }

    private void note(Decision decision) {
        history.add(decision);
        decided.add(decision);
    }

    private boolean isKnown(String decisionId) {
        return history.stream().anyMatch(d -> d.id().equals(decisionId))
                || waiting.stream().anyMatch(w -> w.decision().decisionId().equals(decisionId));
    }

    private boolean isWithdrawn() {
        return standing.status() == Status.WITHDRAWN;
    }

    private static boolean isModerator(CommentDecided decision) {
        return decision.by().kind() == Decider.Kind.MODERATOR;
    }

    private static List<Decision> newest(List<Decision> all) {
        return all.size() <= ModeratedComment.DECISIONS_KEPT
                ? all
                : all.subList(all.size() - ModeratedComment.DECISIONS_KEPT, all.size());
    }
}
