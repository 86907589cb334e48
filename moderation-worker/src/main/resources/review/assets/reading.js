// The open comment: opening, closing, going on to the next.

import { named, nameOpen } from "./address.js";
import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { item } from "./item.js";
import { entryElement, loadMore, placeOf } from "./list.js";
import { desk, wide } from "./state.js";
import { toast } from "./tell.js";
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
    open(desk.comments[0]);
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

export async function open(comment, keepDraft = false) {
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
  open(desk.comments[to]);
  if (to === desk.comments.length - 1 && desk.next) {
    loadMore();
  }
}
