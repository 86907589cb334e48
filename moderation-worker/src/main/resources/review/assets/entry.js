// One comment in the list.

import { claimedBy } from "./claims.js";
import { h } from "./dom.js";
import { languageOf, marked, visible } from "./marks.js";
import { desk } from "./state.js";
import { absolute, ago, percent, say } from "./words.js";

const EXCERPT = 220;
const BEFORE_MARK = 24;

/** The part of a text that tells most in two lines: its beginning, or where the first mark is if that is further on. */
function excerpt(text, signals) {
  const first = Math.min(...signals.flatMap((signal) => signal.spans.map(([from]) => from)), Infinity);
  const from = first === Infinity || first < 90 ? 0 : first - BEFORE_MARK;
  const shifted = signals.map((signal) => ({
    ...signal,
    spans: signal.spans.map(([a, b]) => [a - from, b - from]).filter(([, b]) => b > 0),
  }));
  const cut = [...text.slice(from, from + EXCERPT)].join("");
  return [from > 0 ? "…" : null, marked(cut.replace(/\s+/g, (space) => " ".repeat(space.length)), shifted)];
}

/** What speaks loudest against a comment: spam, abuse, or something else. */
export function loudest(comment) {
  const strongest = comment.signals.find((signal) => signal.category !== "trust");
  if (strongest) {
    return strongest.category;
  }
  return comment.scores.abuse > comment.scores.spam ? "abuse" : "spam";
}

function claim(comment) {
  const by = claimedBy(comment.id);
  return h("span", { class: "chip claim", dir: "auto", hidden: !by }, by ? say("claimed", by) : "");
}

/** The list's item for a comment. */
export function entry(comment, isOpen) {
  const kind = loudest(comment);
  const score = Math.max(comment.scores.spam, comment.scores.abuse);
  const inText = comment.signals.filter((signal) => signal.field === "text");
  return h(
    "li",
    { "data-id": comment.id },
    h(
      "label",
      { class: "choose-box" },
      h("span", { class: "visually-hidden" }, say("choose", comment.author.name)),
      h("input", { type: "checkbox", class: "choose", value: comment.id, checked: desk.chosen.has(comment.id) }),
    ),
    h(
      "a",
      { href: `#${comment.id}`, class: "entry", "aria-current": isOpen ? "true" : null },
      h(
        "span",
        { class: "entry-top" },
        h("bdi", { class: "entry-author" }, visible(comment.author.name)),
        h("time", { datetime: comment.submittedAt, title: absolute(comment.submittedAt) }, ago(comment.submittedAt)),
      ),
      h(
        "span",
        { class: "entry-text", dir: "auto", lang: languageOf(comment.text) },
        excerpt(comment.text, inText.map((signal, i) => ({ ...signal, number: i + 1 }))),
      ),
      h(
        "span",
        { class: "entry-foot" },
        comment.signals.length > 0 || score >= 0.5
          ? h("span", { class: `chip ${kind}` }, say(kind), kind === "attention" ? null : ` ${percent(comment.scores[kind] ?? score)}`)
          : null,
        comment.reported > 0 ? h("span", { class: "chip attention" }, say("reported", comment.reported)) : null,
        claim(comment),
        h("bdi", { class: "entry-article" }, visible(comment.article)),
      ),
    ),
  );
}
