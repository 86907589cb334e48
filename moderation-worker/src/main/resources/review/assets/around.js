// What lies around the open comment: its thread, its author's other comments, near-copies of it.

import { h } from "./dom.js";
import { did, who } from "./history.js";
import { languageOf, visible } from "./marks.js";
import { absolute, ago, number, reason, say } from "./words.js";

/** Fills the section that waits for what lies around a comment. */
export function showAround(section, around, me) {
  section.replaceChildren(...[copies(around.copies), thread(around), author(around.author, me)].filter(Boolean));
}

const many = (title, count) => `${title} · ${number(count)}`;

/** Near-copies, of which each may be left out before all are decided as one. */
function copies(found) {
  if (found.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "copies", "aria-labelledby": "copies-title" },
    h("h3", { id: "copies-title" }, many(say("copiesTitle"), found.length)),
    h(
      "label",
      { class: "check" },
      h("input", { type: "checkbox", id: "copies-too", "aria-keyshortcuts": "C" }),
      h("span", {}, say("copiesToo", number(found.length)), " ", h("kbd", { "aria-hidden": "true" }, "C")),
    ),
    h(
      "details",
      {},
      h("summary", {}, say("copiesShow")),
      h(
        "ul",
        { class: "briefs" },
        found.map((copy) =>
          h(
            "li",
            {},
            h(
              "label",
              { class: "check" },
              h("input", {
                type: "checkbox",
                name: "copy",
                value: copy.id,
                "data-revision": copy.revision,
                checked: true,
              }),
              h("span", {}, h("bdi", { class: "brief-author" }, visible(copy.author.name)), " ", text(copy)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The near-copies that are to be decided too: {id, revision} of each. */
export function chosenCopies() {
  if (!document.getElementById("copies-too")?.checked) {
    return [];
  }
  return [...document.querySelectorAll("input[name=copy]:checked")].map((box) => ({
    id: box.value,
    revision: Number(box.dataset.revision),
  }));
}

const text = (brief) => h("span", { class: "brief-text", dir: "auto", lang: languageOf(brief.text) }, visible(brief.text));

function thread({ parent, before, after, answers }) {
  if (!parent && before.length + after.length + answers.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "thread", "aria-labelledby": "thread-title" },
    h("h3", { id: "thread-title" }, say("threadTitle")),
    h(
      "ol",
      { class: "briefs" },
      parent ? inThread(parent, "threadParent", "parent") : null,
      before.map((brief) => inThread(brief, "threadBefore", "beside")),
      h("li", { class: "here" }, say("threadHere")),
      answers.map((brief) => inThread(brief, "threadAnswer", "answer")),
      after.map((brief) => inThread(brief, "threadAfter", "beside")),
    ),
  );
}

function inThread(brief, role, kind) {
  return h(
    "li",
    { class: `brief ${kind}` },
    h(
      "a",
      { href: `#${brief.id}` },
      h("span", { class: "visually-hidden" }, `${say(role)} `),
      h("bdi", { class: "brief-author" }, visible(brief.author.name)),
      " ",
      h("span", { class: `status ${brief.status}` }, say(brief.status)),
      h("time", { datetime: brief.submittedAt, title: absolute(brief.submittedAt) }, ago(brief.submittedAt)),
      text(brief),
    ),
  );
}

function author(of, me) {
  const ended = Object.entries(of.ended);
  return h(
    "section",
    { class: "of-author", "aria-labelledby": "author-title" },
    h("h3", { id: "author-title" }, say("authorTitle")),
    ended.length === 0
      ? h("p", { class: "soft" }, say("authorNothing"))
      : h(
          "p",
          { class: "ended" },
          ended.map(([status, count]) => h("span", { class: `status ${status}` }, `${say(status)} ${number(count)}`)),
        ),
    of.known || ended.length === 0 ? null : h("p", { class: "soft small" }, say("authorByName")),
    h(
      "ul",
      { class: "briefs" },
      of.latest.slice(0, 5).map((brief) =>
        h(
          "li",
          { class: "brief" },
          h(
            "a",
            { href: `#${brief.id}` },
            h("span", { class: `status ${brief.status}` }, say(brief.status)),
            h("time", { datetime: brief.submittedAt, title: absolute(brief.submittedAt) }, ago(brief.submittedAt)),
            text(brief),
            brief.ended
              ? h("span", { class: "soft small" }, who(brief.ended.by, me), " ", did(brief.ended.action), brief.ended.reason ? ` · ${reason(brief.ended.reason)}` : "")
              : null,
          ),
        ),
      ),
    ),
  );
}
