// Who looks at which comment. Opening one claims it; the claim is renewed while something is done, and let go of afterwards.

import * as api from "./api.js";
import { may } from "./may.js";
import { desk, waits } from "./state.js";

const RENEW_MILLIS = 30_000;
const IDLE_MILLIS = 90_000;

let held = null;
let active = Date.now();

/** Who else looks at a comment; null where nobody does. */
export const claimedBy = (id) => (desk.claims[id] && desk.claims[id] !== desk.me ? desk.claims[id] : null);

/**
 * Claims a comment and lets go of the one before.
 *
 * @returns who else has it; null where it is ours
 */
export async function claim(comment, force = false) {
  if (held !== comment.id) {
    release();
  }
  if (!may("moderator") || !waits(comment.status)) {
    return null;
  }
  held = comment.id;
  active = Date.now();
  try {
    await api.claim(comment.id, force);
    return null;
  } catch (refusal) {
    const other = refusal.problem?.claim;
    if (other && held === comment.id) {
      held = null;
    }
    return other?.by ?? null;
  }
}

/** Lets go of whatever is claimed. */
export function release() {
  if (held) {
    api.release(held);
    held = null;
  }
}

function renew() {
  if (held && Date.now() - active < IDLE_MILLIS) {
    api.claim(held, false).catch(() => {});
  }
}

/** Goes on renewing, and lets go when the page is left. */
export function keepClaims() {
  for (const sign of ["keydown", "pointerdown", "input", "scroll"]) {
    addEventListener(
      sign,
      () => {
        const wasIdle = Date.now() - active > IDLE_MILLIS;
        active = Date.now();
        if (wasIdle) {
          renew();
        }
      },
      { capture: true, passive: true },
    );
  }
  setInterval(renew, RENEW_MILLIS);
  addEventListener("pagehide", release);
}
