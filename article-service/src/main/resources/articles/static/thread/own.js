// The comments of this browser's reader: each is shown to its author as what it is, across reloads, until it has been
// decided and, if it was declined, until the author has seen why.

import { h } from "./dom.js";
import { entryOf } from "./comment.js";

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** An edit is on its way for a moment; until then the service tells of the text before. */
const EDIT_PAUSE = 2500;

export class Own {
  #words;
  #api;
  #shelf;
  #thread;
  #acts;

  /** `acts(li, own)` is asked for what its author can do with a comment. */
  constructor({ words, api, shelf, thread, acts }) {
    this.#words = words;
    this.#api = api;
    this.#shelf = shelf;
    this.#thread = thread;
    this.#acts = acts;
  }

  /** Shows what is kept. */
  begin() {
    for (const own of this.#all) {
      if (own.status !== "approved") this.#show(own);
      else this.dress(own.id);
      if (own.status !== "rejected" && own.status !== "retracted") this.#ask(own.id);
    }
  }

  get(id) {
    return this.#all.find((own) => own.id === id) ?? null;
  }

  /** Whether its author may still change it. */
  mayChange(own) {
    return Date.parse(own.until) > Date.now();
  }

  add(own) {
    this.#keep({ ...own, at: new Date().toISOString(), status: "pending" });
    this.#show(this.get(own.id));
    this.#thread.reveal(own.id);
    this.#ask(own.id);
  }

  edited(id, text) {
    this.#keep({ ...this.get(id), text, status: "pending", edited: true, appealed: false });
    this.#show(this.get(id));
    this.#ask(id, EDIT_PAUSE);
  }

  appealed(id) {
    this.#keep({ ...this.get(id), appealed: true, status: "pending" });
    this.#show(this.get(id));
    this.#ask(id, EDIT_PAUSE);
  }

  forget(id) {
    const own = this.get(id);
    this.#shelf.set("own", this.#all.filter((other) => other.id !== id));
    return own;
  }

  /** Takes in that readers see a comment; true when it is the reader's own, which does not wait behind a button. */
  arrived(comment) {
    const own = this.get(comment.id);
    if (!own) return false;
    // While an edit is on its way, what readers see may still be the text before.
    if (own.status === "pending" && own.edited && comment.text !== own.text) return true;
    const wasShown = own.shown;
    this.#keep({ ...own, status: "approved", text: comment.text, shown: true });
    this.#thread.show(comment);
    if (!wasShown) this.#thread.count(1);
    this.dress(comment.id);
    return true;
  }

  /** Takes in that readers see a comment no more; true when it is the reader's own. */
  removed(id) {
    const own = this.get(id);
    if (!own) return false;
    if (own.shown) this.#thread.count(-1);
    this.#keep({ ...own, shown: false, status: own.status === "approved" ? "pending" : own.status });
    this.#show(this.get(id));
    this.#ask(id);
    return true;
  }

  /** Puts on a comment's item what only its author sees. */
  dress(id) {
    const own = this.get(id);
    const li = this.#thread.find(id);
    if (!own || !li) return;
    const { status } = own;
    const declined = status === "rejected" || status === "retracted";
    li.classList.add("own");
    li.classList.toggle("pending", status === "pending");
    li.classList.toggle("declined", declined);
    const entry = entryOf(li);
    entry.querySelector(".standing")?.remove();
    const byline = entry.querySelector(".byline");
    if (!byline.querySelector(".you")) byline.querySelector(".author").after(h("span", { class: "you" }, this.#words.say("you")));
    if (status === "pending") entry.querySelector(".text").after(standing(this.#words.say(own.appealed ? "appealed" : "waiting")));
    if (declined) entry.querySelector(".text").after(standing(...this.#why(own)));
    this.#acts(li, own);
  }

  #why({ reason, automated, appealed }) {
    const { say, has } = { say: this.#words.say.bind(this.#words), has: this.#words.has.bind(this.#words) };
    const named = has(`reason.${reason}`) ? say(`reason.${reason}`) : reason;
    return [say(automated ? "declined.automated" : "declined.moderator", named), appealed ? ` ${say("appealedInVain")}` : null];
  }

  #show(own) {
    this.#thread.show({
      id: own.id, author: { name: own.name }, text: own.text, parentId: own.parentId, submittedAt: own.at, edited: false,
    });
    this.dress(own.id);
  }

  /** Asks where a comment stands, seldom and seldomer, until it has been decided. */
  #ask(id, pause = FIRST_PAUSE) {
    setTimeout(async () => {
      const own = this.get(id);
      if (!own) return;
      const status = document.hidden ? null : await this.#api.status(id);
      if (status) this.#learn(id, status);
      if (this.get(id)?.status === "pending") this.#ask(id, Math.min(pause * 2, LONGEST_PAUSE));
    }, pause);
  }

  #learn(id, status) {
    const own = this.get(id);
    if (!own) return;
    if (status.status === "approved") {
      if (own.status !== "approved") this.arrived({ ...status, parentId: status.parentId ?? null });
    } else if (status.status === "withdrawn") {
      this.forget(id);
      this.#thread.drop(id);
    } else if (status.status !== own.status && status.status !== "pending") {
      this.#keep({ ...own, status: status.status, reason: status.reason, automated: status.automated });
      this.#show(this.get(id));
    }
  }

  get #all() {
    return this.#shelf.get("own") ?? [];
  }

  #keep(own) {
    this.#shelf.set("own", [...this.#all.filter((other) => other.id !== own.id), own]);
  }
}

const standing = (...said) => h("p", { class: "standing", role: "status" }, ...said);
