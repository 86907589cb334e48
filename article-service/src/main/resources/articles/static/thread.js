// A thread on a page: shows and removes comments in place. The server's page has the same order and the same markup.

const HUES = 6;

export class Thread {
  #section;
  #template;
  #list;
  #elsewhere = new Set();
  #clock;

  constructor(section, template) {
    this.#section = section;
    this.#template = template;
    this.#list = section.querySelector("[data-thread]");
    // Swedish writes dates as the page does: 2025-06-21 00:36.
    this.#clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: section.dataset.zone, dateStyle: "short", timeStyle: "short",
    });
  }

  /** Shows a comment as it is now: in its place if it is new, else changed where it stands. */
  show(comment) {
    const present = element(comment.id);
    if (present) {
      fill(present, comment, this.#clock);
      return;
    }
    const root = this.#root(comment.parentId);
    const time = Date.parse(comment.submittedAt);
    if (!root && !this.#isHere(time, comment.id)) {
      this.#note(comment.id);
      return;
    }
    const item = this.#template.content.cloneNode(true).querySelector("li");
    fill(item, comment, this.#clock, root && this.#nameToAnswer(comment.parentId, root));
    item.classList.add("fresh");
    const list = root ? root.querySelector("[data-replies]") : this.#list;
    keepingPlace(item, () => insert(list, item, !root && this.#section.dataset.order === "newest"));
    this.#count(1);
    this.#announce(comment.author.name);
  }

  /** Takes a comment away. Its answers stay, each by itself, as the server would show them. */
  remove(id) {
    const item = element(id);
    if (!item) {
      if (this.#elsewhere.delete(id)) this.#count(-1);
      return;
    }
    keepingPlace(item, () => {
      const answers = [...item.querySelectorAll("[data-replies] > li")];
      item.remove();
      for (const answer of answers) {
        insert(this.#list, answer, this.#section.dataset.order === "newest");
      }
    });
    this.#count(-1);
  }

  #root(parentId) {
    const parent = parentId && element(parentId);
    return parent ? parent.closest("[data-thread] > li") : null;
  }

  #nameToAnswer(parentId, root) {
    const parent = element(parentId);
    return parent === root ? null : parent.querySelector(".author").textContent;
  }

  /** Whether a comment belongs on this page of the thread, or on one that a link leads to. */
  #isHere(time, id) {
    const { order, first, last } = this.#section.dataset;
    const items = [...this.#list.children];
    if (!items.length) return true;
    const newest = order === "newest";
    const beforeFirst = precedes(time, id, items[0], newest);
    const afterLast = !precedes(time, id, items.at(-1), newest);
    return !(beforeFirst && first !== "true") && !(afterLast && last !== "true");
  }

  #note(id) {
    if (this.#elsewhere.has(id)) return;
    this.#elsewhere.add(id);
    this.#section.querySelector("[data-more]").hidden = false;
    this.#count(1);
  }

  #count(difference) {
    const count = this.#section.querySelector("[data-count]");
    count.textContent = Math.max(0, Number(count.textContent) + difference);
    this.#section.querySelector("[data-empty]").hidden = this.#list.children.length > 0;
  }

  #announce(name) {
    this.#section.querySelector("[data-announcement]").textContent =
      this.#section.dataset.arrived.replace("{0}", name);
  }
}

const element = (id) => document.getElementById(`c-${id}`);

function fill(item, comment, clock, answers) {
  const entry = item.querySelector(".entry");
  const name = comment.author.name.trim();
  const first = [...name][0] ?? "?";
  const sum = [...name].reduce((total, c) => total + c.codePointAt(0), 0);
  item.id = `c-${comment.id}`;
  item.dataset.time = Date.parse(comment.submittedAt);
  const monogram = entry.querySelector(".monogram");
  monogram.textContent = first;
  monogram.className = `monogram hue-${sum % HUES}`;
  entry.querySelector(".author").textContent = comment.author.name;
  entry.querySelector(".text").textContent = comment.text;
  const when = entry.querySelector(".when");
  when.href = `#c-${comment.id}`;
  const time = when.querySelector("time");
  time.dateTime = comment.submittedAt;
  time.textContent = clock.format(new Date(comment.submittedAt));
  mark(entry, ".edited", comment.edited);
  if (answers) {
    entry.querySelector(".reply-to bdi").textContent = answers;
    mark(entry, ".reply-to", true);
  }
}

/** A mark that the server left out is made from the template's. */
function mark(entry, selector, on) {
  const present = entry.querySelector(selector);
  if (present) {
    present.hidden = !on;
  } else if (on) {
    const made = document.querySelector("[data-template]").content.querySelector(selector).cloneNode(true);
    made.hidden = false;
    entry.querySelector(".byline").append(made);
  }
}

function precedes(time, id, item, newest) {
  const other = Number(item.dataset.time);
  const earlier = time !== other ? time < other : `c-${id}` < item.id;
  return newest ? !earlier : earlier;
}

function insert(list, item, newest) {
  const id = item.id.slice(2);
  const next = [...list.children].find((other) => precedes(Number(item.dataset.time), id, other, newest));
  list.insertBefore(item, next ?? null);
}

/** What one reads must not move because something above it changed; some browsers see to that themselves. */
function keepingPlace(item, change) {
  if (CSS.supports("overflow-anchor: auto")) {
    change();
    return;
  }
  const anchor = [...document.querySelectorAll(".comment > .entry")]
    .find((entry) => !item.contains(entry) && entry.getBoundingClientRect().bottom > 0);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected) {
    window.scrollBy(0, anchor.getBoundingClientRect().top - before);
  }
}
