// The open comment: what it says, why it is here, and the form to decide it.

import { h } from "./dom.js";
import { form } from "./form.js";
import { history, reports } from "./history.js";
import { languageOf, marked, raw, visible } from "./marks.js";
import { tellMarks } from "./tip.js";
import { absolute, ago, percent, say } from "./words.js";

const FIELDS = { text: "inText", "author.name": "inName", "author.email": "inEmail", url: "inUrl" };
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
  const article = h(
    "article",
    { class: "item", "aria-labelledby": "item-title" },
    h("button", { type: "button", class: "plain back", onclick: on.back }, `← ${say("back")}`),
    h("div", { class: "banner", id: "banner", hidden: true }),
    head(comment, signals, on),
    text(comment, signals),
    h("div", { class: "beside" }, whySection(comment, signals), scores(comment)),
    reports(comment),
    history(comment, me),
    h("div", { class: "around", id: "around", "aria-busy": "true" }),
    form(comment, reasons, draft, on.decide),
  );
  tellMarks(article, signals);
  return article;
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
    {},
    h(
      "div",
      { class: "text", dir: "auto", lang: languageOf(comment.text), "data-testid": "text" },
      marked(comment.text, of(signals, "text"), describe),
    ),
    h(
      "details",
      { class: "raw" },
      h("summary", {}, say("rawTitle")),
      h("p", { class: "raw-text", dir: "ltr" }, raw(comment.text)),
      h("p", { class: "soft small" }, say("rawMore")),
    ),
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

/** How sure that is, in a word. */
const sure = (p) => say(p >= 0.9 ? "sureVery" : p >= 0.6 ? "sureLikely" : p >= 0.3 ? "surePerhaps" : p >= 0.1 ? "sureHardly" : "sureNot");

/** What decided comes first: a second opinion, where there is one, else screening. */
function scores(comment) {
  const decided = comment.opinion ?? comment.scores;
  return h(
    "section",
    { class: "scores", "aria-labelledby": "scores-title" },
    h("h3", { id: "scores-title" }, say(comment.opinion ? "scoresOpinion" : "scoresTitle")),
    ["spam", "abuse"].map((kind) =>
      h(
        "div",
        { class: `score ${kind}` },
        h("span", { id: `score-${kind}` }, say(kind), h("span", { class: "soft" }, ` ${sure(decided[kind])}`)),
        h("meter", { min: "0", max: "1", value: decided[kind], "aria-labelledby": `score-${kind}` }),
        h("span", { class: "figure" }, percent(decided[kind])),
      ),
    ),
    comment.opinion
      ? h("p", { class: "soft small" }, say("scoresFirst", percent(comment.scores.spam), percent(comment.scores.abuse)))
      : null,
  );
}
