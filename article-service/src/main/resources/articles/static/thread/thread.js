// A thread before a reader: what is new waits behind a button, so that nothing moves while one reads; what changes or
// goes does so in place.

import { entryOf, fill, idOf, item } from "./comment.js";
import { Tree } from "./tree.js";

export class Thread {
  #section;
  #tools;
  #tree;
  #waiting = new Map();
  #elsewhere = new Set();
  #made;
  #timer;

  /**
   * `root` is the document or shadow root around `section`; `tools` are words, clock and permalink. `made` is told of
   * each item, also of those that the server made.
   */
  constructor({ root, section, tools, made = () => {} }) {
    this.#section = section;
    this.#tools = tools;
    this.#made = made;
    const list = section.querySelector("[data-thread]");
    this.#tree = new Tree({ root, list, newest: section.dataset.order === "newest", words: tools.words });
    for (const li of this.#tree.all) {
      tools.clock.write(entryOf(li).querySelector(".when"), Number(li.dataset.time));
      made(li);
    }
    this.#button.addEventListener("click", () => this.#showWaiting());
    list.addEventListener("click", (event) => this.#follow(event));
    this.#timer = setInterval(() => this.#tellTime(), 60_000);
  }

  /** Takes a comment as it is now: changes it where it stands, or lets it wait. */
  arrive(comment) {
    const present = this.#tree.item(comment.id);
    if (present) {
      keepingPlace(this.#section, () => fill(present, comment, this.#tools));
      return;
    }
    if (!this.#waiting.has(comment.id) && !this.#elsewhere.has(comment.id)) this.count(1);
    if (this.#belongsHere(comment)) {
      this.#waiting.set(comment.id, comment);
      this.#announce();
    } else {
      this.#elsewhere.add(comment.id);
      const more = this.#section.querySelector("[data-more]");
      if (more) more.hidden = false;
    }
  }

  /** Puts a comment where it belongs, at once. */
  show(comment) {
    this.#waiting.delete(comment.id);
    const present = this.#tree.item(comment.id);
    if (present) {
      fill(present, comment, this.#tools);
      return present;
    }
    const li = item(comment, this.#tools);
    keepingPlace(this.#section, () => this.#tree.place(li));
    this.#made(li, comment);
    this.#empty();
    return li;
  }

  /** Takes a comment away that readers saw. Its answers stay, each by itself. */
  remove(id) {
    if (this.drop(id) || this.#elsewhere.delete(id) || this.#waiting.delete(id)) this.count(-1);
    this.#announce();
  }

  /** Takes an item away; false when it is not here. */
  drop(id) {
    const li = this.#tree.item(id);
    if (!li) return false;
    keepingPlace(this.#section, () => this.#tree.remove(li));
    this.#empty();
    return true;
  }

  /** Says something to those who do not see it. */
  say(text) {
    this.#section.querySelector("[data-said]").textContent = text;
  }

  stop() {
    clearInterval(this.#timer);
  }

  /** Brings a comment before the reader, out of its fold; false when it is not here. */
  reveal(id) {
    const li = this.#tree.item(id);
    if (!li) return false;
    this.#tree.unfold(li);
    this.#section.querySelector(".wanted")?.classList.remove("wanted");
    li.classList.add("wanted");
    entryOf(li).focus({ preventScroll: true });
    entryOf(li).scrollIntoView({ block: "center" });
    return true;
  }

  /** The item of a comment, or null. */
  find(id) {
    return this.#tree.item(id);
  }

  get #button() {
    return this.#section.querySelector("[data-arrivals] button");
  }

  #follow(event) {
    const when = event.target.closest("a.when");
    if (!when || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", when.href);
    this.reveal(idOf(when.closest(".comment")));
  }

  /** Whether a comment belongs on this page of the thread, or on one that a link leads to. */
  #belongsHere(comment) {
    const { first, last } = this.#section.dataset;
    const roots = this.#tree.roots;
    if (this.#tree.item(comment.parentId) || this.#waiting.has(comment.parentId) || !roots.length) return true;
    const time = Date.parse(comment.submittedAt);
    const beforeFirst = this.#tree.precedes(time, comment.id, roots[0]);
    const afterLast = !this.#tree.precedes(time, comment.id, roots.at(-1));
    return !(beforeFirst && first !== "true") && !(afterLast && last !== "true");
  }

  #showWaiting() {
    const items = [...this.#waiting.values()].map((comment) => this.show(comment));
    for (const li of items) {
      this.#tree.unfold(li);
      li.classList.add("fresh");
    }
    this.#announce();
    const first = this.#tree.all.find((li) => items.includes(li));
    if (first) this.reveal(idOf(first));
  }

  #announce() {
    const { words } = this.#tools;
    const count = this.#waiting.size;
    this.#section.querySelector("[data-arrivals]").hidden = !count;
    if (count) this.#button.textContent = words.count("arrived", count);
    this.#section.querySelector("[data-announcement]").textContent = count ? words.count("arrived", count) : "";
  }

  /** Takes so many more or less into the number of comments. */
  count(difference) {
    const count = this.#section.querySelector("[data-count]");
    count.textContent = Math.max(0, Number(count.textContent) + difference);
  }

  #empty() {
    this.#section.querySelector("[data-empty]").hidden = this.#tree.roots.length > 0;
  }

  #tellTime() {
    for (const li of this.#tree.all) {
      this.#tools.clock.write(entryOf(li).querySelector(".when"), Number(li.dataset.time));
    }
  }
}

/** What one reads must not move because something above it changed; some browsers see to that themselves. */
function keepingPlace(section, change) {
  if (CSS.supports("overflow-anchor: auto")) {
    change();
    return;
  }
  const anchor = [...section.querySelectorAll(".entry")].find((entry) => entry.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected) window.scrollBy(0, anchor.getBoundingClientRect().top - before);
}
