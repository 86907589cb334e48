// The form by which a comment is decided.

import { h } from "./dom.js";
import { draftOf, keepDraft } from "./drafts.js";
import { loudest } from "./entry.js";
import { may } from "./may.js";
import { reason as reasonName, say } from "./words.js";

const ACTIONS = {
  flagged: ["approve", "reject"],
  pending: ["approve", "reject"],
  rejected: ["approve", "flag"],
  approved: ["retract", "flag"],
  retracted: ["approve", "flag"],
  withdrawn: [],
};
const KEYS = { approve: "A", reject: "R", retract: "T", flag: "B" };

/** What can be decided about a comment as it stands. */
export const actions = (comment) => actionsOf(comment.status);

/** What can be decided about what stands there. */
export const actionsOf = (status) => (may("moderator") ? (ACTIONS[status] ?? []) : []);

/** The reason that is offered first: what speaks loudest against the comment. */
function likelyReason(comment, reasons) {
  const likely = loudest(comment) === "spam" ? "spam" : "insult";
  return comment.signals.length > 0 && reasons.includes(likely) ? likely : "";
}

export function form(comment, reasons, draft, decide) {
  const possible = actions(comment);
  if (possible.length === 0) {
    return h("p", { class: "decide soft" }, say(may("moderator") ? "nothingToDecide" : "onlyLooking"));
  }
  const chosen = draft.reason ?? likelyReason(comment, reasons);
  return h(
    "form",
    { class: "decide", id: "decide", "aria-label": say("decisionTitle"), onsubmit: (event) => event.preventDefault() },
    h(
      "div",
      { class: "field" },
      h("label", { for: "reason" }, say("reason")),
      h(
        "select",
        { id: "reason", name: "reason" },
        h("option", { value: "", selected: chosen === "" }, say("noReason")),
        reasons.map((word, i) =>
          h("option", { value: word, selected: word === chosen }, i < 9 ? `${i + 1} ${reasonName(word)}` : reasonName(word)),
        ),
      ),
    ),
    h(
      "div",
      { class: "field grow" },
      h("label", { for: "note" }, say("noteOptional")),
      textarea(comment, draft.note ?? draftOf(comment.id)),
    ),
    h(
      "div",
      { class: "buttons" },
      possible.map((action) =>
        h(
          "button",
          { type: "button", class: action, "data-action": action, "aria-keyshortcuts": KEYS[action], onclick: () => decide(action) },
          say(action),
          h("kbd", { "aria-hidden": "true" }, KEYS[action]),
        ),
      ),
    ),
  );
}

function textarea(comment, note) {
  const area = h("textarea", {
    id: "note",
    name: "note",
    rows: "1",
    maxlength: "1000",
    dir: "auto",
    oninput: () => keepDraft(comment.id, area.value),
  });
  area.value = note;
  return area;
}
