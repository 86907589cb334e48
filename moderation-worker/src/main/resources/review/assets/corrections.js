// "This entry is wrong": a list entry is switched off for the site, or a phrase excepted from it, after a look at what that
// would have changed. It is a change of the site's policy like any other, with author and reason.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { may } from "./may.js";
import { desk } from "./state.js";
import { announce, toast } from "./tell.js";
import { close as closeTip } from "./tip.js";
import { number, say } from "./words.js";

const LONGEST_TERM = 100;
const UNDO_MILLIS = 30_000;
const TYPING_MILLIS = 500;
const AROUND = 4;

/** What can be done from a mark: for leads, where a list entry made it. */
export function correctionOf(signal) {
  return signal.entry && may("lead")
    ? [h("button", { type: "button", class: "link", onclick: () => void (closeTip(), correct(desk.open, signal)) }, say("entryWrong"))]
    : [];
}

/** A policy as it is asked for: without what the service adds. */
function asked(policy, why) {
  const { site, version, changedBy, changedAt, why: before, ...rest } = policy;
  return { ...rest, why };
}

/**
 * The policy with an entry corrected.
 *
 * @param exception a phrase in which the entry is harmless; without one it is switched off
 */
export function corrected(policy, signal, exception) {
  const { id } = signal.entry;
  const own = policy.entries.find((entry) => id === `site:${entry.term}`);
  if (own) {
    const others = policy.entries.filter((entry) => entry !== own);
    return { ...policy, entries: exception ? [...others, { ...own, exceptions: [...own.exceptions, exception] }] : others };
  }
  if (!exception) {
    return { ...policy, entriesOff: [...new Set([...policy.entriesOff, id])] };
  }
  const before = policy.exceptions.find((each) => each.entry === id)?.phrases ?? [];
  const others = policy.exceptions.filter((each) => each.entry !== id);
  return { ...policy, exceptions: [...others, { entry: id, phrases: [...new Set([...before, exception])] }] };
}

/** The words around the first mark of a signal: a likely exception. */
function aroundMark(comment, signal) {
  const [from, to] = signal.spans[0] ?? [0, 0];
  const text = signal.field === "text" ? comment.text : signal.entry.term;
  return text.slice(Math.max(0, from - AROUND), to + AROUND).replace(/\s+/g, " ").trim().slice(0, LONGEST_TERM);
}

async function correct(comment, signal) {
  const policy = await api.policy(comment.site).catch(() => null);
  if (!policy) {
    toast(say("failed"), "bad");
    return;
  }
  const dialog = byId("act");
  const exception = h("input", { id: "exception", maxlength: String(LONGEST_TERM), dir: "auto", disabled: true });
  exception.value = aroundMark(comment, signal);
  const found = h("p", { class: "soft", role: "status" });
  const why = h("input", { id: "correction-why", maxlength: "500", required: true, dir: "auto" });
  why.value = say("entryWhy", signal.entry.term);
  const isException = () => dialog.querySelector("[name=how]:checked")?.value === "exception";
  const wanted = () => corrected(policy, signal, isException() ? exception.value.trim() : null);
  let turn = 0;
  const tryIt = async () => {
    const mine = ++turn;
    found.textContent = say("entryTrying");
    const trial = await api.trial(comment.site, asked(wanted(), "trial"), signal.name).catch(() => null);
    if (mine === turn) {
      found.textContent = trial
        ? say(trial.more ? "entryTrialMore" : "entryTrial", number(trial.changed), number(trial.looked), trial.days)
        : say("entryTrialFailed");
    }
  };
  let typing = 0;
  exception.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(tryIt, TYPING_MILLIS);
  });
  const choice = (value, words, checked) =>
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "radio",
        name: "how",
        value,
        checked,
        onchange: () => {
          exception.disabled = !isException();
          tryIt();
        },
      }),
      h("span", {}, say(words)),
    );
  dialog.replaceChildren(
    h(
      "form",
      { method: "dialog" },
      h("h2", { id: "act-title" }, say("entryTitle", signal.entry.term)),
      h("div", { role: "radiogroup", "aria-labelledby": "act-title", class: "choice-list" }, choice("off", "entryOff", true), choice("exception", "entryException", false)),
      h("div", { class: "field" }, h("label", { for: "exception" }, say("entryPhrase")), exception),
      h("div", { class: "field" }, h("label", { for: "correction-why" }, say("entryWhyLabel")), why),
      found,
      h(
        "div",
        { class: "act-buttons" },
        h("button", { class: "solid flag", value: "yes" }, say("entryDo")),
        h("button", { class: "plain", value: "no", formnovalidate: true }, say("cancel")),
      ),
    ),
  );
  dialog.returnValue = "";
  dialog.onclose = () => {
    if (dialog.returnValue === "yes") {
      change(policy, asked(isException() && exception.value.trim() ? wanted() : corrected(policy, signal, null), why.value.trim()));
    }
  };
  dialog.showModal();
  tryIt();
}

/** Puts the corrected policy in force; taking it back puts the one before in force again, as a version of its own. */
async function change(before, wanted) {
  try {
    const now = await api.changePolicy(before.site, wanted, before.version);
    toast(say("entryDone"), "news", {
      label: say("undo"),
      does: () => takeBack(before, now),
      millis: UNDO_MILLIS,
    });
    announce(say("entryDone"));
  } catch (refusal) {
    toast(say("notTaken", refusal.problem?.detail ?? say("lost")), "bad");
  }
}

async function takeBack(before, now) {
  try {
    await api.changePolicy(before.site, asked(before, say("entryUndoWhy", now.version)), now.version);
    toast(say("undone"), "news");
    announce(say("undone"));
  } catch (refusal) {
    toast(say("notTaken", refusal.problem?.detail ?? say("lost")), "bad");
  }
}
