// One comment: the same markup as the server's comment.html.

import { h } from "./dom.js";

const HUES = 6;

/** A new item for a comment. */
export function item(comment, { words, clock, permalink }) {
  const made = h("li", { class: "comment", id: `c-${comment.id}` },
    h("article", { class: "entry", tabindex: -1 },
      h("span", { class: "monogram", "aria-hidden": "true" }),
      h("header", { class: "byline" },
        h("h3", { class: "author", dir: "auto" }),
        h("span", { class: "reply-to", hidden: true }, `${words.say("replyTo")} `, h("bdi")),
        h("a", { class: "when", href: permalink(comment.id), title: words.say("permalink") }, h("time")),
        h("span", { class: "edited", hidden: true }, words.say("edited"))),
      h("div", { class: "text", dir: "auto" })));
  fill(made, comment, { clock, words });
  return made;
}

/** Writes a comment as it is now into its item. */
export function fill(li, comment, { clock, words }) {
  const entry = entryOf(li);
  const name = comment.author.name.trim();
  const sum = [...name].reduce((total, c) => total + c.codePointAt(0), 0);
  const millis = Date.parse(comment.submittedAt);
  li.dataset.time = millis;
  if (comment.parentId) li.dataset.parent = comment.parentId;
  const monogram = entry.querySelector(".monogram");
  monogram.textContent = [...name][0] ?? "?";
  monogram.className = `monogram hue-${sum % HUES}`;
  entry.querySelector(".author").textContent = comment.author.name;
  entry.querySelector(".text").textContent = comment.text;
  entry.querySelector("time").dateTime = comment.submittedAt;
  clock.write(entry.querySelector(".when"), millis);
  const edited = entry.querySelector(".edited");
  if (edited) edited.hidden = !comment.edited;
  else if (comment.edited) entry.querySelector(".byline").append(h("span", { class: "edited" }, words.say("edited")));
}

/** Says whom a comment answers, where its place does not. */
export function answers(li, name, words) {
  const byline = entryOf(li).querySelector(".byline");
  let mark = byline.querySelector(".reply-to");
  if (!mark) {
    mark = h("span", { class: "reply-to" }, `${words.say("replyTo")} `, h("bdi"));
    byline.querySelector(".author").after(mark);
  }
  mark.hidden = !name;
  mark.querySelector("bdi").textContent = name ?? "";
}

export const entryOf = (li) => li.querySelector(":scope > .entry");
export const authorOf = (li) => entryOf(li).querySelector(".author").textContent;
export const idOf = (li) => li.id.slice(2);
