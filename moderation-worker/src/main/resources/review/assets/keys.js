// Working through the queue without the mouse.

/** The keys and what they do, for the list of them. */
export const SHORTCUTS = [
  [["J"], "keyNext"],
  [["K"], "keyPrevious"],
  [["A"], "approve"],
  [["R"], "reject"],
  [["T"], "retract"],
  [["E"], "keyReason"],
  [["N"], "keyNote"],
  [["/"], "keySearch"],
  [["F"], "keyFilters"],
  [["Esc"], "keyBack"],
  [["?"], "keyHelp"],
];

const DOES = { j: "next", k: "previous", a: "approve", r: "reject", t: "retract", e: "reason", n: "note", "/": "search", f: "filters", "?": "help", escape: "back" };

/** Calls what belongs to a key, unless somebody writes, a dialog is open, or the key means something else with Ctrl and the like. */
export function listen(does) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) {
      return;
    }
    const name = DOES[event.key.toLowerCase()];
    const writing = event.target.closest("input, textarea, select");
    if (writing) {
      if (name === "back") {
        event.target.blur();
      }
      return;
    }
    if (name && !event.repeat) {
      event.preventDefault();
      does[name]();
    } else if (name === "next" || name === "previous") {
      event.preventDefault();
      does[name]();
    }
  });
}
