// Decisions on their way. A decision is sent at once, so that nothing is lost if the tab is closed; taking it back within
// ten seconds is a decision of its own. What cannot be sent is tried again until it can.

import * as api from "./api.js";
import { desk } from "./state.js";

const UNDO_MILLIS = 10_000;
const SHORTEST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;

/** By which decision a comment comes back to where it stood. */
const BACK = { flagged: "flag", pending: "flag", approved: "approve", rejected: "reject", retracted: "reject" };

const onTheWay = new Map();
const settled = new Map();
const undoable = [];
let waiting = () => {};

/** Says whom to tell how many decisions wait for the connection. */
export function whenWaiting(tell) {
  waiting = tell;
}

/** Whether a decision on a comment is on its way. */
export const isOnTheWay = (id) => onTheWay.has(id);

/** Whether a comment, as a list has it, was decided here since: the list was made before. */
export const isStale = (comment) => onTheWay.has(comment.id) || (settled.get(comment.id) ?? 0) > comment.revision;

/**
 * Sends a decision.
 *
 * @param comment the comment as it was seen
 * @param decision {decision, reason, note}
 * @returns the comment as it stands since; fails as the API does, except while it cannot be reached
 */
export function send(comment, decision) {
  const answer = deliver(comment, { ...decision, revision: comment.revision });
  onTheWay.set(comment.id, answer);
  const sent = { comment, answer, until: Date.now() + UNDO_MILLIS };
  undoable.push(sent);
  answer
    .then((since) => settled.set(comment.id, since.revision))
    .catch(() => undoable.splice(undoable.indexOf(sent), 1))
    .finally(() => {
      onTheWay.delete(comment.id);
      tellWaiting();
    });
  return answer;
}

let stuck = 0;

const tellWaiting = () => waiting(stuck > 0 ? onTheWay.size : 0);

async function deliver(comment, decision) {
  let pause = SHORTEST_PAUSE_MILLIS;
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await api.decide(comment.id, decision);
      stuck -= tries > 0 ? 1 : 0;
      return answer;
    } catch (refusal) {
      if (tries > 0 && isMine(refusal, decision)) {
        stuck -= 1;
        return refusal.problem.comment;
      }
      if (refusal.status !== 0 && refusal.status !== 503) {
        stuck -= tries > 0 ? 1 : 0;
        throw refusal;
      }
      stuck += tries === 0 ? 1 : 0;
      tellWaiting();
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }
}

/** Whether what came first is this very decision, whose answer was lost. */
function isMine({ status, problem }, decision) {
  const first = problem?.decision;
  return status === 409 && first?.action === decision.decision && first.by.name === desk.me;
}

/** Takes the last decision back; null where there is none that is young enough. */
export async function undo() {
  const now = Date.now();
  const last = undoable.pop();
  if (!last || last.until < now) {
    undoable.length = 0;
    return null;
  }
  const decided = await last.answer;
  return deliver(decided, { decision: BACK[last.comment.status], revision: decided.revision });
}

addEventListener("beforeunload", (event) => {
  if (stuck > 0) {
    event.preventDefault();
  }
});
