// What stands around the comments: the same markup as the server's article.html.

import { h } from "./dom.js";

/** The empty thread of an article; `sort` is told of the order that a reader chooses, `more` loads the next part. */
export function frame({ words, settings, order, sort, more }) {
  const sorting = (name) =>
    h("button", { type: "button", "data-sort": name, "aria-current": order === name && "true", onclick: () => sort(name) }, words.say(name));
  return h("section", { class: "winnow", lang: settings.language, "aria-labelledby": "title", "data-order": order, "data-first": "true" },
    h("header", { class: "head" },
      h("h2", { id: "title" }, words.say("comments"), " ", h("span", { class: "count", "data-count": true })),
      h("nav", { class: "order", "aria-label": words.say("order") }, sorting("oldest"), sorting("newest"))),
    settings.open ? null : h("p", { class: "note" }, words.say("closed")),
    settings.open && settings.writing ? h("div", { class: "compose", "data-compose": true }) : null,
    h("p", { class: "empty", "data-empty": true }, words.say("empty")),
    h("div", { class: "arrivals", "data-arrivals": true, hidden: true }, h("button", { type: "button" })),
    h("ol", { class: "thread", "data-thread": true }),
    h("p", { class: "buttons", "data-next": true, hidden: true }, h("button", { type: "button", onclick: more }, words.say("next"))),
    h("p", { class: "offline", "data-interrupted": true, hidden: true }, words.say("offline")),
    h("p", { class: "unseen", role: "status", "data-announcement": true }),
    h("p", { class: "unseen", role: "status", "data-said": true }));
}
