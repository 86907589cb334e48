// What a mark says: shown beside it while it is pointed at or focused, and kept open by a click, a tap or Enter.

import { byId, h } from "./dom.js";
import { visible } from "./marks.js";
import { percent, say, signal as signalName } from "./words.js";

const MARGIN = 8;

let shownFor = null;
let kept = false;
let actions = () => [];

/** Says what can be done from a mark: a function from a signal to buttons. */
export function whenPointed(buttons) {
  actions = buttons;
}

/** Lets the marks in an element tell about the signals that they stand for. */
export function tellMarks(element, signals) {
  const of = (event) => {
    const mark = event.target.closest?.("mark[data-signals]");
    return mark && element.contains(mark) ? mark : null;
  };
  element.addEventListener("pointerover", (event) => event.pointerType === "mouse" && !kept && show(of(event), signals));
  element.addEventListener("pointerout", (event) => event.pointerType === "mouse" && !kept && of(event) && hide());
  element.addEventListener("focusin", (event) => !kept && show(of(event), signals));
  element.addEventListener("focusout", () => !kept && hide());
  element.addEventListener("click", (event) => of(event) && keep(of(event), signals));
  element.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && of(event)) {
      event.preventDefault();
      keep(of(event), signals);
      byId("tip").querySelector("button")?.focus();
    }
  });
}

function show(mark, signals) {
  if (!mark) {
    return;
  }
  const numbers = mark.dataset.signals.split(" ").map(Number);
  const tip = byId("tip");
  tip.replaceChildren(...numbers.map((number) => about(signals.find((signal) => signal.number === number))));
  tip.classList.toggle("kept", kept);
  if (!tip.matches(":popover-open")) {
    tip.showPopover();
  }
  place(tip, mark);
  shownFor = mark;
}

function about(signal) {
  return h(
    "div",
    { class: `tip-signal ${signal.category}` },
    h("p", { class: "tip-name" }, signalName(signal.name), h("span", { class: "soft" }, ` ${percent(signal.strength)}`)),
    h("p", { dir: "auto" }, visible(signal.why)),
    kept ? actions(signal) : null,
  );
}

function keep(mark, signals) {
  kept = true;
  show(mark, signals);
  byId("tip").append(h("button", { type: "button", class: "quiet", onclick: close }, say("close")));
  place(byId("tip"), mark);
}

/** Below the mark, or above where there is no room. */
function place(tip, mark) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const below = at.bottom + MARGIN;
  const fits = below + tip.offsetHeight < innerHeight;
  tip.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - tip.offsetWidth - MARGIN))}px`;
  tip.style.top = `${fits ? below : Math.max(MARGIN, at.top - tip.offsetHeight - MARGIN)}px`;
}

function hide() {
  kept = false;
  shownFor = null;
  const tip = byId("tip");
  if (tip.matches(":popover-open")) {
    tip.hidePopover();
  }
}

/** Closes it and goes back to the mark; false where nothing was open. */
export function close() {
  const mark = shownFor;
  if (!mark) {
    return false;
  }
  hide();
  if (mark.isConnected) {
    mark.focus();
    hide();
  }
  return true;
}

addEventListener("pointerdown", (event) => {
  if (kept && !event.target.closest("#tip, mark[data-signals]")) {
    hide();
  }
});
addEventListener("scroll", () => shownFor && hide(), { capture: true, passive: true });
