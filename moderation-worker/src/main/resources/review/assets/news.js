// What changes by itself: others' decisions, new comments, counts, and the connection by which we hear of them.

import * as api from "./api.js";
import { byId } from "./dom.js";
import { decidedWords, standsNow } from "./deciding.js";
import { belongs, load, placeOf, put, renderClaims, take } from "./list.js";
import { follow } from "./live.js";
import { isStale } from "./outbox.js";
import { openFirstIfRoom } from "./reading.js";
import { desk } from "./state.js";
import { announce, banner } from "./tell.js";
import { say } from "./words.js";

let stopFollowing = () => {};

function changed(change) {
  const known = desk.comments[placeOf(change.id)] ?? (desk.open?.id === change.id ? desk.open : null);
  if (known && known.revision >= change.revision && change.status !== "erased") {
    return;
  }
  if (change.status === "erased") {
    take(change.id);
    if (desk.open?.id === change.id) {
      banner(say("erased"), "bad");
    }
  } else if (change.status !== desk.asked.status && desk.open?.id !== change.id) {
    take(change.id);
  } else {
    readAgain(change.id, change.revision);
  }
}

/** Reads a comment that is said to have changed. */
export async function readAgain(id, revision) {
  const comment = await api.one(id, revision).catch(() => null);
  if (!comment || isStale(comment)) {
    return;
  }
  if (desk.open?.id === id && desk.open.revision < comment.revision) {
    const last = comment.decisions.filter((d) => !d.refused && d.by.kind === "moderator").at(-1);
    const isNews = last && last.revision > desk.open.revision;
    standsNow(comment, isNews ? decidedWords(last) : say("changedMeanwhile"));
  } else if (belongs(comment)) {
    const isNew = placeOf(id) < 0;
    put(comment);
    if (isNew && desk.asked.status === "flagged") {
      announce(say("arrived"));
    }
    if (!desk.open) {
      openFirstIfRoom();
    }
  } else {
    take(id);
  }
}

/** Says how many decisions wait for the connection. */
export function connectionWaits(decisions) {
  byId("live-waiting").textContent = decisions > 0 ? say("decisionsWait", decisions) : "";
}

/** Shows how the connection is. */
export function connection(state) {
  byId("live").dataset.state = state;
  byId("live-words").textContent = say(state);
}

/**
 * Follows what concerns the list that is shown.
 *
 * @param counted what is to be done with new counts
 */
export function followAgain(counted) {
  stopFollowing();
  stopFollowing = follow(desk.asked.status, {
    connected: () => {
      connection("live");
      // What changed before anybody listened is in no news.
      load();
    },
    lost: () => {
      connection("lost");
      // An ended session looks like a lost connection; asking tells, and leads to the sign-in page.
      api.session().catch(() => {});
    },
    item: changed,
    counts: counted,
    claims: (claims) => {
      desk.claims = claims;
      renderClaims();
    },
  });
}
