// Many comments at once: choosing them, deciding them as one act, and how far it is.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { actionsOf } from "./form.js";
import { isFiltered, load } from "./list.js";
import { may } from "./may.js";
import { desk } from "./state.js";
import { announce, toast } from "./tell.js";
import { number, reason as reasonName, say } from "./words.js";

const LOOK_MILLIS = 400;
const MOST = 5_000;
const MOST_OF_MODERATORS = 100;

/** How many the person may decide at once. */
const most = () => (may("lead") ? MOST : MOST_OF_MODERATORS);

let all = false;

/** Chooses a comment or lets it go. */
export function toggle(comment) {
  all = false;
  if (desk.chosen.has(comment.id)) {
    desk.chosen.delete(comment.id);
  } else {
    desk.chosen.set(comment.id, comment.revision);
  }
  renderChosen();
}

export function chooseNone() {
  all = false;
  desk.chosen.clear();
  renderChosen();
}

function chooseShown() {
  for (const comment of desk.comments.slice(0, most())) {
    desk.chosen.set(comment.id, comment.revision);
  }
  renderChosen();
}

function chooseAll() {
  all = true;
  renderChosen();
}

/** Shows how many are chosen and what can be done with them. */
export function renderChosen() {
  for (const box of byId("entries").querySelectorAll("input.choose")) {
    box.checked = all || desk.chosen.has(box.value);
  }
  const bar = byId("act-bar");
  const count = all ? Math.min(desk.matching, most()) : desk.chosen.size;
  bar.hidden = count === 0;
  if (count === 0) {
    bar.replaceChildren();
    return;
  }
  const focused = document.activeElement?.closest("#act-bar") ? document.activeElement.dataset.does : null;
  bar.replaceChildren(
    h("p", {}, say("chosen", number(count))),
    h(
      "div",
      { class: "act-choices" },
      all ? null : h("button", { type: "button", class: "link", "data-does": "shown", onclick: chooseShown }, say("chooseShown")),
      all || desk.matching <= desk.chosen.size
        ? null
        : h(
            "button",
            { type: "button", class: "link", "data-does": "all", onclick: chooseAll },
            say(isFiltered() ? "chooseMatching" : "chooseAll", number(Math.min(desk.matching, most()))),
          ),
      h("button", { type: "button", class: "link", "data-does": "none", onclick: chooseNone }, say("chooseNone")),
    ),
    h(
      "div",
      { class: "act-buttons" },
      actionsOf(desk.asked.status).map((action) =>
        h("button", { type: "button", class: `solid ${action}`, "data-does": action, onclick: () => ask(action, count) }, say(action)),
      ),
    ),
  );
  bar.querySelector(`[data-does="${focused}"]`)?.focus();
}

/** Asks for reason and note before many comments are decided. */
async function ask(action, count) {
  const dialog = byId("act");
  const site = desk.asked.site ?? desk.comments[0]?.site;
  const reasons = action === "approve" || action === "flag" ? [] : await api.reasons(site).catch(() => []);
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", { id: "act-title" }, say(`act_${action}`, number(count))),
    reasons.length === 0
      ? null
      : h(
          "div",
          { class: "field" },
          h("label", { for: "act-reason" }, say("reason")),
          h(
            "select",
            { id: "act-reason" },
            h("option", { value: "" }, say("noReason")),
            reasons.map((word) => h("option", { value: word }, reasonName(word))),
          ),
        ),
    h(
      "div",
      { class: "field" },
      h("label", { for: "act-note" }, say("noteOptional")),
      h("textarea", { id: "act-note", rows: "2", maxlength: "1000", dir: "auto" }),
    ),
    h(
      "div",
      { class: "act-buttons" },
      h("button", { class: `solid ${action}`, value: "yes" }, say(`act_${action}`, number(count))),
      h("button", { class: "plain", value: "no", formnovalidate: true }, say("cancel")),
    ),
  );
  dialog.replaceChildren(form);
  dialog.returnValue = "";
  dialog.showModal();
  dialog.onclose = () => {
    if (dialog.returnValue === "yes") {
      const reason = byId("act-reason")?.value;
      const note = byId("act-note").value.trim();
      const comments = all ? null : [...desk.chosen].map(([id, revision]) => ({ id, revision }));
      startAct({ decision: action, ...(reason ? { reason } : {}), ...(note ? { note } : {}) }, comments);
      chooseNone();
    }
  };
}

/**
 * Starts an act and shows how far it is.
 *
 * @param decision {decision, reason, note}
 * @param comments {id, revision} of each; null for all that match
 */
export async function startAct(decision, comments) {
  try {
    const act = await api.act(comments ? { ...decision, comments } : decision, comments ? null : desk.asked);
    follow(act);
  } catch (refusal) {
    toast(say("notTaken", refusal.problem?.detail ?? say("lost")), "bad");
  }
}

/** Shows how far an act is until it is done; a lost connection only delays that. */
async function follow(act) {
  const line = h(
    "div",
    { class: "act-progress" },
    h("label", { for: `act-${act.id}` }, say("actRunning", number(act.comments))),
    h("progress", { id: `act-${act.id}`, max: String(Math.max(1, act.comments)), value: "0" }),
  );
  byId("acts").append(line);
  let now = act;
  while (now.state !== "done") {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
    now = await api.actNow(act.id).catch(() => now);
    line.querySelector("progress").value = now.applied + now.refused + now.failed;
  }
  line.remove();
  const words = say("actDone", number(now.applied), number(now.comments));
  const rest = [
    now.refused > 0 ? say("actRefused", number(now.refused)) : "",
    now.failed > 0 ? say("actFailed", number(now.failed)) : "",
  ];
  toast([words, ...rest].filter(Boolean).join(" "), now.failed > 0 ? "bad" : now.decision);
  announce([words, ...rest].filter(Boolean).join(" "));
  load();
}
