// One decision in the audit.

import { h } from "./dom.js";
import { languageOf, visible } from "./marks.js";
import { phrase } from "./phrases.js";
import { absolute, reason, scores, tag } from "./words.js";

const named = (by) => (by.kind === "moderator" ? by.name : phrase(`kind_${by.kind}`));

/** The row of an entry; a press on a moderator's name calls `only` with it. */
export function row(entry, only) {
  const time = new Date(entry.at);
  return h(
    "li",
    { class: "row", "data-id": entry.id },
    h(
      "time",
      { datetime: entry.at, title: absolute(entry.at) },
      new Intl.DateTimeFormat(tag(), { timeStyle: "short" }).format(time),
    ),
    h(
      "div",
      { class: "row-body" },
      h("p", { class: "did" }, decider(entry.by, only), " ", h("span", { class: `chip ${entry.refused ? "late" : entry.action}` }, phrase(`action_${entry.action}`)), aside(entry)),
      about(entry),
      entry.note && !entry.scores ? h("p", { class: "note", dir: "auto", lang: languageOf(entry.note) }, visible(entry.note)) : null,
      facts(entry),
    ),
  );
}

const decider = (by, only) =>
  by.kind === "moderator"
    ? h("button", { type: "button", class: "by", title: phrase("onlyBy", by.name), onclick: () => only(by.name) }, h("bdi", {}, by.name))
    : h("span", { class: "by machine" }, named(by));

function aside(entry) {
  if (entry.refused) {
    return h("span", { class: "aside" }, ` ${phrase("tooLate")}`);
  }
  if (!entry.overturns) {
    return null;
  }
  const own = entry.by.kind === "moderator" && entry.overturns.kind === "moderator" && entry.overturns.name === entry.by.name;
  return h("span", { class: "aside" }, " ", own ? phrase("overturnsOwn") : phrase("overturns", named(entry.overturns)));
}

const about = (entry) =>
  entry.excerpt
    ? h(
        "a",
        { class: "about", href: `/review#${encodeURIComponent(entry.comment)}`, title: phrase("openComment", entry.excerpt.author) },
        h("bdi", { class: "about-author" }, visible(entry.excerpt.author)),
        h("span", { class: "about-text", dir: "auto", lang: languageOf(entry.excerpt.text) }, visible(entry.excerpt.text)),
      )
    : h("p", { class: "about soft" }, phrase("erased"));

const facts = (entry) =>
  h(
    "p",
    { class: "facts" },
    entry.scores ? h("span", {}, scores(entry.scores)) : null,
    entry.reason ? h("span", { class: "reason" }, phrase("reason", reason(entry.reason))) : null,
    entry.site === "default" ? null : h("bdi", {}, entry.site),
    h("span", {}, h("bdi", {}, phrase("article", entry.article))),
    entry.policyVersion === null ? null : h("span", {}, phrase("policy", entry.policyVersion)),
    h("span", {}, phrase("revision", entry.seen ?? entry.revision)),
  );
