// The open comment: what it says, why it is here, and the form to decide it.

import { h } from "./dom.js";
import { languageOf, marked, visible } from "./marks.js";
import { loudest } from "./entry.js";
import { may } from "./may.js";
import { absolute, ago, percent, reason as reasonName, say } from "./words.js";

const FIELDS = { text: "inText", "author.name": "inName", "author.email": "inEmail", url: "inUrl" };
const DID = { approve: "didApprove", reject: "didReject", retract: "didRetract", flag: "didFlag" };
const ACTIONS = {
  flagged: ["approve", "reject"],
  pending: ["approve", "reject"],
  rejected: ["approve"],
  approved: ["retract"],
  retracted: ["approve"],
  withdrawn: [],
};
const KEYS = { approve: "A", reject: "R", retract: "T" };

/** What can be decided about a comment as it stands. */
export const actions = (comment) => (may("moderator") ? (ACTIONS[comment.status] ?? []) : []);

/** Who decided, in words. */
export const who = (by, me) => (by.kind === "moderator" ? (by.name === me ? say("you") : by.name) : say(by.kind));

/** What somebody did, in words. */
export const did = (action) => say(DID[action]);

/**
 * The open comment.
 *
 * @param comment the comment
 * @param me the moderator's name
 * @param reasons the words that may be given as a reason
 * @param draft {reason, note} as far as it was filled in before
 * @param on {decide, back, filter}
 */
export function item(comment, me, reasons, draft, on) {
  const signals = comment.signals.map((signal, i) => ({ ...signal, number: i + 1 }));
  return h(
    "article",
    { class: "item", "aria-labelledby": "item-title" },
    h("button", { type: "button", class: "plain back", onclick: on.back }, `← ${say("back")}`),
    h("div", { class: "banner", id: "banner", hidden: true }),
    head(comment, signals, on),
    text(comment, signals),
    h("div", { class: "beside" }, whySection(comment, signals), scores(comment)),
    reports(comment),
    history(comment, me),
    form(comment, reasons, draft, on.decide),
  );
}

const of = (signals, field) => signals.filter((signal) => signal.field === field);

const describe = (signal) => `why-${signal.number}`;

function head(comment, signals, on) {
  const { author } = comment;
  return h(
    "header",
    { class: "item-head" },
    h("span", { class: "avatar", "aria-hidden": "true" }, [...author.name.trim()].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? "·"),
    h(
      "div",
      { class: "item-who" },
      h(
        "h2",
        { id: "item-title", tabindex: "-1" },
        h("span", { class: "visually-hidden" }, `${say("by")} `),
        h("bdi", {}, marked(author.name, of(signals, "author.name"), describe)),
        " ",
        h("span", { class: author.verified ? "badge known" : "badge" }, say(author.verified ? "verified" : "unverified")),
      ),
      h(
        "p",
        { class: "facts" },
        h("time", { datetime: comment.submittedAt, title: ago(comment.submittedAt) }, absolute(comment.submittedAt)),
        comment.editedAt ? h("span", { title: absolute(comment.editedAt) }, `${say("edited")} ${ago(comment.editedAt)}`) : null,
        comment.imported ? h("span", {}, say("imported")) : null,
        comment.parentId ? h("span", {}, say("answers")) : null,
        h(
          "button",
          { type: "button", class: "link", title: say("moreOfArticle"), onclick: () => on.filter("article", comment.article) },
          `${say("article")} `,
          h("bdi", {}, visible(comment.article)),
        ),
        comment.site === "default" ? null : h("span", {}, `${say("site")} `, h("bdi", {}, visible(comment.site))),
        author.email ? h("bdi", {}, marked(author.email, of(signals, "author.email"), describe)) : null,
        comment.url ? h("bdi", {}, marked(comment.url, of(signals, "url"), describe)) : null,
        author.id ? h("bdi", {}, `ID ${author.id}`) : null,
        h("button", { type: "button", class: "link", onclick: () => on.filter("author", comment.authors[0]) }, say("moreOfAuthor")),
      ),
    ),
    h("p", { class: `status ${comment.status}` }, say(comment.status)),
  );
}

function text(comment, signals) {
  return h(
    "div",
    { class: "text", dir: "auto", lang: languageOf(comment.text), "data-testid": "text" },
    marked(comment.text, of(signals, "text"), describe),
  );
}

function whySection(comment, signals) {
  return h(
    "section",
    { class: "why", "aria-labelledby": "why-title" },
    h("h3", { id: "why-title" }, say("reasonsTitle")),
    signals.length === 0
      ? h("p", { class: "soft" }, say("noSignals"))
      : h("ol", { class: "signals" }, signals.map((signal) => why(signal))),
    h("p", { class: "soft small" }, say("policy", comment.screened.policyVersion, comment.screened.model)),
  );
}

function why(signal) {
  const highlight = (on) => () => {
    for (const mark of document.querySelectorAll("mark[data-signals]")) {
      mark.toggleAttribute("data-lit", on && mark.dataset.signals.split(" ").includes(String(signal.number)));
    }
  };
  return h(
    "li",
    { class: `signal ${signal.category}`, onmouseenter: highlight(true), onmouseleave: highlight(false) },
    h("span", { class: "signal-number", "aria-hidden": "true" }, String(signal.number)),
    h(
      "div",
      {},
      h("p", { id: describe(signal), dir: "auto" }, visible(signal.why)),
      h(
        "p",
        { class: "soft small" },
        `${say(signal.category)} · ${say(FIELDS[signal.field])} · ${say("strength", percent(signal.strength))}`,
      ),
    ),
  );
}

function scores(comment) {
  return h(
    "section",
    { class: "scores", "aria-labelledby": "scores-title" },
    h("h3", { id: "scores-title" }, say("scoresTitle")),
    ["spam", "abuse"].map((kind) =>
      h(
        "div",
        { class: `score ${kind}` },
        h("span", { id: `score-${kind}` }, say(kind)),
        h("meter", { min: "0", max: "1", value: comment.scores[kind], "aria-labelledby": `score-${kind}` }),
        h("span", { class: "figure" }, percent(comment.scores[kind])),
      ),
    ),
  );
}

function reports(comment) {
  if (comment.reports.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "reports", "aria-labelledby": "reports-title" },
    h("h3", { id: "reports-title" }, `${say("reportsTitle")} · ${comment.reported}`),
    h(
      "ul",
      {},
      comment.reports.map((report) =>
        h(
          "li",
          {},
          h("strong", {}, reasonName(report.reason)),
          report.note ? h("q", { dir: "auto" }, visible(report.note)) : null,
          h("time", { datetime: report.at, title: absolute(report.at) }, ago(report.at)),
        ),
      ),
    ),
  );
}

function history(comment, me) {
  if (comment.decisions.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "history", "aria-labelledby": "history-title" },
    h("h3", { id: "history-title" }, say("historyTitle")),
    h(
      "ol",
      {},
      comment.decisions.map((decision) =>
        h(
          "li",
          { class: decision.refused ? "refused" : null },
          h("span", {}, h("bdi", {}, who(decision.by, me)), " ", did(decision.action)),
          decision.reason ? h("span", { class: "chip" }, reasonName(decision.reason)) : null,
          decision.refused ? h("span", { class: "soft" }, say("refusedSuffix")) : null,
          h("time", { datetime: decision.at, title: absolute(decision.at) }, ago(decision.at)),
          decision.note ? h("q", { dir: "auto" }, visible(decision.note)) : null,
        ),
      ),
    ),
  );
}

/** The reason that is offered first: what speaks loudest against the comment. */
function likelyReason(comment, reasons) {
  const likely = loudest(comment) === "spam" ? "spam" : "insult";
  return comment.signals.length > 0 && reasons.includes(likely) ? likely : "";
}

function form(comment, reasons, draft, decide) {
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
        reasons.map((word) => h("option", { value: word, selected: word === chosen }, reasonName(word))),
      ),
    ),
    h(
      "div",
      { class: "field grow" },
      h("label", { for: "note" }, say("noteOptional")),
      textarea(draft.note ?? ""),
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

function textarea(note) {
  const area = h("textarea", { id: "note", name: "note", rows: "1", maxlength: "1000", dir: "auto" });
  area.value = note;
  return area;
}
