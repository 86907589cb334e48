// Working through the queue without the mouse.

/** The keys and what they do, in groups, for the list of them. */
export const SHORTCUTS = [
  [
    "keysDeciding",
    [
      [["A"], "approve"],
      [["R"], "reject"],
      [["T"], "retract"],
      [["B"], "flag"],
      [["1", "9"], "keyReasons"],
      [["N"], "keyNote"],
      [["C"], "keyCopies"],
      [["Z"], "undo"],
    ],
  ],
  [
    "keysMoving",
    [
      [["J"], "keyNext"],
      [["K"], "keyPrevious"],
      [["S"], "keySkip"],
      [["X"], "keyChoose"],
      [["/"], "keySearch"],
      [["F"], "keyFilters"],
      [["Esc"], "keyBack"],
      [["?"], "keyHelp"],
    ],
  ],
];

const DOES = {
  j: "next",
  k: "previous",
  a: "approve",
  r: "reject",
  t: "retract",
  b: "flag",
  n: "note",
  c: "copies",
  z: "undo",
  s: "skip",
  x: "choose",
  "/": "search",
  f: "filters",
  "?": "help",
  escape: "back",
};

/** Calls what belongs to a key, unless somebody writes, a dialog is open, or the key means something else with Ctrl and the like. */
export function listen(does) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) {
      return;
    }
    const name = DOES[event.key.toLowerCase()];
    const writing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (writing) {
      if (name === "back") {
        event.target.blur();
      }
      return;
    }
    if (/^[1-9]$/.test(event.key) && !event.repeat) {
      does.reason(Number(event.key));
    } else if (name && !event.repeat) {
      event.preventDefault();
      does[name]();
    } else if (name === "next" || name === "previous") {
      event.preventDefault();
      does[name]();
    }
  });
}
