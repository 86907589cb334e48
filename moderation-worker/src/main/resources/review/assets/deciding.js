// Deciding the open comment: the decision goes its way, and the next comment is there at once.

import { chosenCopies } from "./around.js";
import { byId } from "./dom.js";
import { keepDraft } from "./drafts.js";
import { actions } from "./form.js";
import { did, who } from "./history.js";
import { belongs, entryElement, following, load, put, take } from "./list.js";
import { isOnTheWay, send, undo } from "./outbox.js";
import { close, open, openById, prefetch, readDraft } from "./reading.js";
import { startAct } from "./acts.js";
import { desk, wide } from "./state.js";
import { announce, banner, toast } from "./tell.js";
import { ago, number, say } from "./words.js";

const UNDO_MILLIS = 10_000;
const SAID = { approve: "saidApprove", reject: "saidReject", retract: "saidRetract", flag: "saidFlag" };

/** Decides the open comment, and near-copies of it if that is ticked. */
export function decide(action) {
  const comment = desk.open;
  if (!comment || isOnTheWay(comment.id) || !actions(comment).includes(action)) {
    return;
  }
  const { reason, note } = readDraft();
  const decision = {
    decision: action,
    ...(action !== "approve" && action !== "flag" && reason ? { reason } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
  };
  const copies = chosenCopies();
  send(comment, decision).then(
    () => keepDraft(comment.id, ""),
    (refusal) => refused(comment, refusal),
  );
  if (copies.length > 0) {
    startAct(decision, copies);
  }
  goOn(comment, action, copies.length);
}

/** The comment leaves the list, and the one after it opens. */
function goOn(comment, action, copies) {
  const next = following(comment.id);
  take(comment.id);
  const words = say(SAID[action], comment.author.name) + (copies > 0 ? ` ${say("andCopies", number(copies))}` : "");
  toast(words, action, { label: say("undo"), key: "Z", does: takeBack, millis: UNDO_MILLIS });
  announce(`${words} ${next ? say("nextOpened") : say("noneLeft")}`);
  openNext(next);
}

/** Opens the next comment, or shows the list where there is none. */
function openNext(next) {
  desk.open = null;
  if (next && wide()) {
    open(next, { byItself: true }).then(() => entryElement(next.id)?.querySelector("a").focus({ preventScroll: true }));
  } else if (next && document.body.dataset.view === "item") {
    open(next, { byItself: true }).then(() => byId("item-title")?.focus());
  } else {
    close();
    byId("queue-title").focus();
  }
  prefetch();
}

/** Leaves the open comment for later. */
export function skip() {
  const comment = desk.open;
  if (!comment) {
    return;
  }
  desk.skipped.add(comment.id);
  const next = following(comment.id);
  announce(next ? say("skipped") : say("noneLeft"));
  openNext(next);
}

/** Takes the last decision back and opens its comment again. */
export async function takeBack() {
  try {
    const comment = await undo();
    if (!comment) {
      toast(say("nothingToUndo"), "bad");
      return;
    }
    if (belongs(comment)) {
      put(comment);
    }
    await open(comment);
    toast(say("undone"), "news");
    announce(say("undone"));
  } catch (refusal) {
    toast(refusal.problem ? conflictWords(refusal.problem) : say("notTaken", say("lost")), "bad");
  }
}

/** Tells that a decision was not taken; who decides goes on meanwhile and is not torn away. */
function refused(comment, refusal) {
  const problem = refusal.problem;
  const words =
    refusal.status === 404
      ? say("erased")
      : refusal.status === 409 && problem?.comment
        ? conflictWords(problem)
        : say("notTaken", problem?.detail ?? say("lost"));
  toast(words, "bad", { label: say("show"), does: () => openById(comment.id), millis: UNDO_MILLIS });
  announce(words);
  if (refusal.status !== 404 && refusal.status !== 409) {
    load();
  }
}

function conflictWords(problem) {
  const decision = problem.decision;
  switch (problem.refused) {
    case "text-changed":
      return say("conflictText");
    case "withdrawn":
      return say("conflictWithdrawn");
    case "not-approved":
      return say("conflictNotApproved");
    default:
      return decision ? decidedWords(decision) : say("changedMeanwhile");
  }
}

export const decidedWords = (decision) => say("conflictDecided", who(decision.by, desk.me), did(decision.action), ago(decision.at));

/** Shows how a comment stands that is not what it was when it was opened. */
export async function standsNow(comment, words) {
  if (belongs(comment)) {
    put(comment);
  } else {
    take(comment.id);
  }
  if (desk.open?.id === comment.id) {
    await open(comment, { keepDraft: true });
    banner(words, "news");
  }
}
