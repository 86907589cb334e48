// The open comment: opening, closing, going on to the next.

import { named, nameOpen } from "./address.js";
import * as api from "./api.js";
import { showAround } from "./around.js";
import { claim, release } from "./claims.js";
import { byId, h } from "./dom.js";
import { item } from "./item.js";
import { entryElement, following, loadMore, placeOf } from "./list.js";
import { desk, wide } from "./state.js";
import { banner, toast } from "./tell.js";
import { say } from "./words.js";

let on = {};

/** Says what the open comment's buttons do. */
export function whenAsked(handlers) {
  on = handlers;
}

/** Opens what the address names, or the first comment where there is room for it beside the list. */
export function openFirstIfRoom() {
  const id = named();
  if (id && id !== desk.open?.id) {
    openById(id);
  } else if (!desk.open && desk.comments.length > 0 && wide()) {
    open(following(null) ?? desk.comments[0], { byItself: true }).then(prefetch);
  } else if (!desk.open) {
    render();
  }
}

export async function openById(id) {
  const known = desk.comments[placeOf(id)];
  if (known) {
    return open(known);
  }
  try {
    return await open(await api.one(id));
  } catch (problem) {
    toast(problem.status === 404 ? say("notFound") : say("failed"), "bad");
  }
}

/**
 * Opens a comment.
 *
 * @param keepDraft whether reason and note stay as they were typed
 * @param byItself whether nobody asked for this very comment: then one that somebody else looks at is passed over
 */
export async function open(comment, { keepDraft = false, byItself = false } = {}) {
  const draft = keepDraft ? readDraft() : {};
  desk.open = comment;
  unmarkEntries();
  const link = entryElement(comment.id)?.querySelector("a");
  link?.setAttribute("aria-current", "true");
  link?.scrollIntoView({ block: "nearest" });
  if (location.hash !== `#${comment.id}`) {
    nameOpen(comment.id);
  }
  document.body.dataset.view = "item";
  const reasons = await api.reasons(comment.site).catch(() => []);
  if (desk.open === comment) {
    desk.reasons = reasons;
    render(draft);
    readAround(comment);
    await claimOpen(comment, byItself);
  }
}

async function claimOpen(comment, byItself) {
  const other = await claim(comment);
  if (!other || desk.open !== comment) {
    return;
  }
  desk.claims = { ...desk.claims, [comment.id]: other };
  const next = byItself ? following(comment.id) : null;
  if (next) {
    await open(next, { byItself });
  } else {
    banner(say("claimedBanner", other), "", {
      label: say("takeOver"),
      does: () => claim(comment, true).then(() => banner(say("takenOver"))),
    });
  }
}

/** Has at hand what the next comment needs. */
export function prefetch() {
  const next = desk.open && following(desk.open.id);
  if (next) {
    api.reasons(next.site).catch(() => {});
    api.aroundSoon(next.id);
  }
  if (desk.comments.length < 10 && desk.next) {
    loadMore();
  }
}

/** What lies around the open comment comes after it: it is not waited for. */
async function readAround(comment) {
  const around = await api.around(comment.id).catch(() => null);
  const section = byId("around");
  if (desk.open === comment && section && around) {
    showAround(section, around, desk.me);
    section.setAttribute("aria-busy", "false");
  }
}

export const readDraft = () => ({ reason: byId("reason")?.value, note: byId("note")?.value });

export function render(draft = {}) {
  const reading = byId("reading");
  if (!desk.open) {
    document.body.dataset.view = "list";
    reading.replaceChildren(
      desk.state === "list"
        ? h("div", { class: "nothing" }, h("p", { class: "state-title" }, say("chooseTitle")), h("p", { class: "soft" }, say("chooseMore")))
        : "",
    );
    return;
  }
  reading.replaceChildren(item(desk.open, desk.me, desk.reasons, draft, { ...on, back: close }));
  reading.scrollTop = 0;
}

export function close() {
  const id = desk.open?.id;
  desk.open = null;
  release();
  nameOpen(null);
  render();
  unmarkEntries();
  (id && entryElement(id)?.querySelector("a"))?.focus();
}

function unmarkEntries() {
  for (const link of byId("entries").querySelectorAll("a[aria-current]")) {
    link.removeAttribute("aria-current");
  }
}

/** To the next comment, or the one before. */
export function step(by) {
  if (desk.comments.length === 0) {
    return;
  }
  const at = desk.open ? placeOf(desk.open.id) : -1;
  const to = Math.max(0, Math.min(at < 0 ? 0 : at + by, desk.comments.length - 1));
  open(desk.comments[to]).then(prefetch);
  if (to === desk.comments.length - 1 && desk.next) {
    loadMore();
  }
}
