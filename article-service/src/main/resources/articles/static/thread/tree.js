// Where comments stand: answers under what they answer, three levels deep, what lies deeper in a fold. The server
// arranges a page by the same rules.

import { h } from "./dom.js";
import { answers, authorOf } from "./comment.js";

/** The level whose answers are folded. */
const DEEPEST = 2;

export class Tree {
  #list;
  #root;
  #newest;
  #words;

  /** `root` is what ids are looked up in, `list` the outermost list. */
  constructor({ root, list, newest, words }) {
    this.#root = root;
    this.#list = list;
    this.#newest = newest;
    this.#words = words;
  }

  item(id) {
    return id ? this.#root.getElementById(`c-${id}`) : null;
  }

  get roots() {
    return [...this.#list.children];
  }

  get all() {
    return [...this.#list.querySelectorAll(".comment")];
  }

  /** Puts an item where it belongs, and answers that had to wait for it under it. */
  place(li) {
    this.#put(li);
    const id = li.id.slice(2);
    const waiting = this.roots.filter((other) => other.dataset.parent === id && !other.contains(li));
    if (waiting.length) this.#arrange(waiting);
  }

  /** Takes an item away. Its answers stay, each by itself, with their own. */
  remove(li) {
    const below = [...li.querySelectorAll(".comment")];
    const fold = li.closest(".fold");
    li.remove();
    this.#arrange(below);
    if (fold) this.#foldAgain(fold);
  }

  /** Opens every fold around an item. */
  unfold(li) {
    for (let fold = li.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /** Whether an item would come before another of the outermost list. */
  precedes(time, id, other) {
    return this.#newest ? !earlier(time, id, other) : earlier(time, id, other);
  }

  #arrange(items) {
    const all = [...new Set(items.flatMap((li) => [li, ...li.querySelectorAll(".comment")]))];
    all.sort((a, b) => (earlier(Number(a.dataset.time), a.id.slice(2), b) ? -1 : 1));
    for (const li of all) {
      li.remove();
      li.querySelector(":scope > .replies, :scope > .fold")?.remove();
    }
    all.forEach((li) => this.#put(li));
  }

  #put(li) {
    const parent = this.item(li.dataset.parent);
    if (!parent || li.contains(parent) || !this.#list.contains(parent)) {
      answers(li, null, this.#words);
      insert(this.#list, li, this.#newest);
      return;
    }
    const folded = parent.closest(".fold .replies");
    const deep = folded || this.#level(parent) >= DEEPEST;
    answers(li, folded ? authorOf(parent) : null, this.#words);
    insert(folded ?? (deep ? this.#fold(parent) : replies(parent)), li, false);
    if (deep) this.#foldAgain(li.closest(".fold"));
  }

  #level(li) {
    let level = 0;
    for (let up = li.parentElement.closest(".comment"); up; up = up.parentElement.closest(".comment")) level++;
    return level;
  }

  #fold(li) {
    const present = li.querySelector(":scope > .fold > .replies");
    if (present) return present;
    const list = h("ol", { class: "replies" });
    li.append(h("details", { class: "fold" }, h("summary"), list));
    return list;
  }

  #foldAgain(fold) {
    const count = fold.querySelectorAll(".comment").length;
    if (!count) fold.remove();
    else fold.querySelector("summary").textContent = this.#words.count("folded", count);
  }
}

function replies(li) {
  let list = li.querySelector(":scope > .replies");
  if (!list) {
    list = h("ol", { class: "replies" });
    entryEnd(li).after(list);
  }
  return list;
}

const entryEnd = (li) => li.querySelector(":scope > .entry");

function earlier(time, id, other) {
  const otherTime = Number(other.dataset.time);
  return time !== otherTime ? time < otherTime : `c-${id}` < other.id;
}

function insert(list, li, newest) {
  const time = Number(li.dataset.time);
  const id = li.id.slice(2);
  const next = [...list.children].find((other) => earlier(time, id, other) !== newest);
  list.insertBefore(li, next ?? null);
}
