// Tells what happened: to the eye for some seconds, to a screen reader, or above the open comment.

import { byId, h } from "./dom.js";

const TOAST_MILLIS = 6000;
let going = 0;

/** To a screen reader. */
export function announce(words) {
  byId("say").textContent = words;
}

/**
 * To the eye, for some seconds.
 *
 * @param action {label, key, does, millis}: a button, and for how long it can be pressed
 */
export function toast(words, kind, action = null) {
  const button = action
    ? h("button", { type: "button", onclick: () => void (element.remove(), action.does()) }, action.label, action.key ? h("kbd", { "aria-hidden": "true" }, action.key) : null)
    : null;
  const element = h("div", { class: `toast ${kind}` }, h("p", { dir: "auto" }, words), button);
  byId("toasts").replaceChildren(element);
  clearTimeout(going);
  going = setTimeout(() => element.remove(), action?.millis ?? TOAST_MILLIS);
}

/** Above the open comment, and to a screen reader. */
export function banner(words, kind = "", action = null) {
  const element = byId("banner");
  if (element) {
    element.hidden = false;
    element.className = `banner ${kind}`;
    element.replaceChildren(words, ...(action ? [" ", h("button", { type: "button", class: "link", onclick: action.does }, action.label)] : []));
  }
  announce(words);
}
