// Tells what happened: to the eye for some seconds, to a screen reader, or above the open comment.

import { byId, h } from "./dom.js";

const TOAST_MILLIS = 6000;

/** To a screen reader. */
export function announce(words) {
  byId("say").textContent = words;
}

/** To the eye, for some seconds. */
export function toast(words, kind) {
  const element = h("p", { class: `toast ${kind}`, dir: "auto" }, words);
  byId("toasts").replaceChildren(element);
  setTimeout(() => element.remove(), TOAST_MILLIS);
}

/** Above the open comment, and to a screen reader. */
export function banner(words, kind = "") {
  const element = byId("banner");
  if (element) {
    element.hidden = false;
    element.className = `banner ${kind}`;
    element.textContent = words;
  }
  announce(words);
}
