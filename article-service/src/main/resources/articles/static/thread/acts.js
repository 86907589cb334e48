// What a reader can do at a comment: answer it, report it; and with an own one: change it, take it back.

import { h } from "./dom.js";
import { authorOf, entryOf, idOf } from "./comment.js";
import { composer, editor } from "./composer.js";
import { explain } from "./form.js";
import { appealer, reporter } from "./report.js";

export class Acts {
  #context;
  own;

  /** `context` is words, api, me, shelf, thread (once it is there) and open. */
  constructor(context) {
    this.#context = context;
  }

  /** The buttons of somebody else's comment. */
  offer(li) {
    const { open, words, shelf } = this.#context;
    const id = idOf(li);
    const reported = (shelf.get("reported") ?? []).includes(id);
    this.#buttons(li, [
      open && ["reply", () => this.#reply(li)],
      reported ? words.say("reported") : ["report", () => this.#report(li)],
    ]);
  }

  /** The buttons of an own one. */
  offerOwn(li, own) {
    const { open } = this.#context;
    const may = this.own.mayChange(own);
    const declined = own.status === "rejected" || own.status === "retracted";
    this.#buttons(li, [
      open && own.status === "approved" && ["reply", () => this.#reply(li)],
      may && declined && !own.appealed && ["appeal", () => this.#appeal(li)],
      may && ["edit", () => this.#edit(li)],
      may && !declined && ["withdraw", () => this.#withdraw(li)],
      declined && ["dismiss", () => this.#dismiss(li)],
    ]);
  }

  #buttons(li, all) {
    const { words } = this.#context;
    const entry = entryOf(li);
    const before = entry.querySelector(":scope > .acts");
    const active = entry.getRootNode().activeElement;
    const focused = before?.contains(active) && active.dataset.act;
    const name = authorOf(li);
    const made = all.filter(Boolean).map((act) => (typeof act === "string"
      ? h("span", {}, act)
      : h("button", { type: "button", "data-act": act[0], "aria-label": `${words.say(act[0])}: ${name}`, onclick: act[1] },
        words.say(act[0]))));
    const acts = h("div", { class: "acts" }, ...made);
    if (before) before.replaceWith(acts);
    else entry.append(acts);
    const panel = entry.querySelector(":scope > .panel")?.dataset.panel;
    acts.querySelector(`[data-act="${panel}"]`)?.setAttribute("aria-expanded", "true");
    if (focused) (acts.querySelector(`[data-act=${focused}]`) ?? entry).focus();
  }

  #reply(li) {
    const { words, api, me, shelf } = this.#context;
    this.#panel(li, "reply", (close) => composer({
      words, api, me, shelf,
      parentId: idOf(li),
      label: `${words.say("reply")}: ${authorOf(li)}`,
      submit: words.say("reply"),
      cancel: close,
      sent: (own) => {
        close();
        this.own.add(own);
      },
    }));
  }

  #report(li) {
    const { words, api, shelf } = this.#context;
    const id = idOf(li);
    this.#panel(li, "report", (close) => reporter({
      words,
      cancel: close,
      send: async (report) => {
        await api.report(id, report);
        shelf.set("reported", [...(shelf.get("reported") ?? []), id].slice(-500));
        close();
        this.offer(li);
        this.#say(li, words.say("reportTaken"));
      },
    }));
  }

  #edit(li) {
    const { words, api } = this.#context;
    const own = this.own.get(idOf(li));
    this.#panel(li, "edit", (close) => editor({
      words,
      text: own.text,
      cancel: close,
      send: async (text) => {
        if (text !== own.text) {
          await api.edit(own, text);
          this.own.edited(own.id, text);
        }
        close();
      },
    }));
  }

  #appeal(li) {
    const { words, api } = this.#context;
    const own = this.own.get(idOf(li));
    this.#panel(li, "appeal", (close) => appealer({
      words,
      cancel: close,
      send: async (text) => {
        await api.appeal(own, text);
        close();
        this.own.appealed(own.id);
      },
    }));
  }

  #withdraw(li) {
    const { words, api, thread } = this.#context;
    const own = this.own.get(idOf(li));
    this.#panel(li, "withdraw", (close) => {
      const trouble = h("p", { class: "trouble", role: "alert", hidden: true });
      const sure = h("button", { class: "main", type: "button" }, words.say("withdraw"));
      sure.addEventListener("click", async () => {
        sure.disabled = true;
        try {
          await api.withdraw(own);
          const { shown } = this.own.forget(own.id);
          thread.drop(own.id);
          if (shown) thread.count(-1);
          thread.say(words.say("withdrawn"));
        } catch (failure) {
          sure.disabled = false;
          trouble.hidden = false;
          trouble.textContent = explain(words, failure);
        }
      });
      return h("div", { class: "form" }, h("p", {}, words.say("withdrawSure")), trouble,
        h("div", { class: "buttons" }, sure, h("button", { type: "button", onclick: close }, words.say("cancel"))));
    });
  }

  #dismiss(li) {
    this.own.forget(idOf(li));
    this.#context.thread.drop(idOf(li));
  }

  /** Opens a panel at a comment; one at a time, and the same button closes it. */
  #panel(li, name, make) {
    const entry = entryOf(li);
    const open = entry.querySelector(".panel");
    open?.remove();
    for (const button of entry.querySelectorAll("[aria-expanded]")) button.removeAttribute("aria-expanded");
    if (open?.dataset.panel === name) return;
    const button = () => entry.querySelector(`[data-act=${name}]`);
    const close = () => {
      entry.querySelector(".panel")?.remove();
      button()?.removeAttribute("aria-expanded");
      button()?.focus();
    };
    button()?.setAttribute("aria-expanded", "true");
    const panel = h("div", { class: "panel", "data-panel": name }, make(close));
    entry.append(panel);
    const fields = [...panel.querySelectorAll("input, textarea")];
    (fields.find((field) => !field.value) ?? fields.at(-1) ?? panel.querySelector("button")).focus();
  }

  #say(li, text) {
    entryOf(li).querySelector(".acts").before(h("p", { class: "standing", role: "status" }, text));
  }
}
