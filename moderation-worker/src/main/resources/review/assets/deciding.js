// Deciding the open comment, and what is said of it afterwards.

import * as api from "./api.js";
import { byId } from "./dom.js";
import { actions, did, who } from "./item.js";
import { belongs, entryElement, placeOf, put, take } from "./list.js";
import { close, open, readDraft } from "./reading.js";
import { desk, wide } from "./state.js";
import { announce, banner, toast } from "./tell.js";
import { ago, say } from "./words.js";

let again = () => {};

/** Says how a comment is read anew whose outcome is not known yet. */
export function whenUnsure(readAgain) {
  again = readAgain;
}

export async function decide(action) {
  const comment = desk.open;
  if (!comment || desk.deciding || !actions(comment).includes(action)) {
    return;
  }
  const { reason, note } = readDraft();
  busy(true);
  try {
    await api.decide(comment.id, {
      decision: action,
      revision: comment.revision,
      ...(action !== "approve" && reason ? { reason } : {}),
      ...(note?.trim() ? { note: note.trim() } : {}),
    });
    decided(comment, action);
  } catch (problem) {
    refused(comment, problem);
  } finally {
    busy(false);
  }
}

function busy(on) {
  desk.deciding = on;
  for (const button of document.querySelectorAll("#decide button")) {
    button.setAttribute("aria-disabled", String(on));
  }
  byId("decide")?.classList.toggle("busy", on);
}

const SAID = { approve: "saidApprove", reject: "saidReject", retract: "saidRetract" };

/** The comment leaves the list, and the one after it opens. */
function decided(comment, action) {
  const at = placeOf(comment.id);
  take(comment.id);
  const following = desk.comments[Math.min(Math.max(at, 0), desk.comments.length - 1)];
  const words = say(SAID[action], comment.author.name);
  toast(words, action);
  announce(`${words} ${following ? say("nextOpened") : say("noneLeft")}`);
  if (desk.open?.id !== comment.id) {
    return;
  }
  desk.open = null;
  if (following && wide()) {
    open(following).then(() => entryElement(following.id)?.querySelector("a").focus({ preventScroll: true }));
  } else if (following && document.body.dataset.view === "item") {
    open(following).then(() => byId("item-title")?.focus());
  } else {
    close();
    byId("queue-title").focus();
  }
}

function refused(comment, refusal) {
  const problem = refusal.problem;
  if (refusal.status === 409 && problem?.comment) {
    standsNow(problem.comment, conflictWords(problem));
  } else if (refusal.status === 404) {
    take(comment.id);
    banner(say("erased"), "bad");
  } else if (refusal.status === 503) {
    banner(say("onItsWay"), "bad");
    setTimeout(() => again(comment.id), 3000);
  } else {
    banner(say("notTaken", problem?.detail ?? say("lost")), "bad");
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
    await open(comment, true);
    banner(words, "news");
  }
}
