// <winnow-comments site="default" article="an-article"></winnow-comments> shows an article's thread in any page.

import { h } from "./assets/thread/dom.js";
import { frame } from "./assets/thread/frame.js";
import { read } from "./assets/thread/reader.js";
import { surroundings } from "./assets/thread/surroundings.js";
import { Api } from "./assets/thread/api.js";
import { Words } from "./assets/thread/words.js";

const SIZE = 200;
const at = (path) => new URL(path.replace(/^\//, ""), import.meta.url).href;
const sheets = Promise.all(["assets/thread/thread.css", "assets/thread/form.css"].map(async (path) => {
  const answer = await fetch(at(path));
  return new CSSStyleSheet().replace(await answer.text());
}));

class WinnowComments extends HTMLElement {
  static observedAttributes = ["site", "article", "order", "lang"];

  #root = this.attachShadow({ mode: "open" });
  #reader;
  #turn = 0;
  #watch = new MutationObserver(() => this.#match());
  #scheme = matchMedia("(prefers-color-scheme: dark)");
  #matching = () => this.#match();

  connectedCallback() {
    for (const up of [document.documentElement, document.body]) {
      this.#watch.observe(up, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode"] });
    }
    this.#scheme.addEventListener("change", this.#matching);
    this.#begin();
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    this.#scheme.removeEventListener("change", this.#matching);
    this.#end();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.#turn) this.#begin();
  }

  #end() {
    this.#turn++;
    this.#reader?.stop();
    this.#reader = null;
  }

  async #begin() {
    this.#end();
    const turn = this.#turn;
    this.setAttribute("aria-busy", "true");
    try {
      await this.#show(() => turn === this.#turn);
    } catch (failure) {
      if (turn === this.#turn) this.#fail(failure);
    }
    if (turn === this.#turn) this.removeAttribute("aria-busy");
  }

  /** Shows the thread, as long as nothing else is to be shown meanwhile. */
  async #show(isWanted) {
    const site = this.getAttribute("site") ?? "default";
    const article = this.getAttribute("article") ?? location.pathname;
    const order = this.getAttribute("order") === "newest" ? "newest" : "oldest";
    const reading = at(`v1/sites/${encodeURIComponent(site)}/articles/${encodeURIComponent(article)}`);
    const lang = this.closest("[lang]")?.lang ?? "";
    const api = new Api({ reading, writing: null });
    const [styles, settings, first] = await Promise.all([
      sheets,
      api.widget(lang),
      api.page({ order, limit: SIZE }),
    ]);
    if (!isWanted()) return;
    let next = first.next;
    let reader;

    const add = (page) => {
      page.comments.forEach((comment) => reader.thread.show(comment));
      next = page.next;
      section.dataset.last = String(next === null);
      section.querySelector("[data-next]").hidden = next === null;
    };
    const more = async () => {
      const page = await api.page({ order, limit: SIZE, after: next }).catch(() => null);
      if (page && isWanted()) add(page);
    };
    const sort = (chosen) => this.setAttribute("order", chosen);
    const section = frame({ words: new Words(settings), settings, order, sort, more });
    section.querySelector("[data-count]").textContent = first.total;

    const again = this.#root.activeElement?.dataset.sort;
    this.#root.adoptedStyleSheets = styles;
    this.#root.replaceChildren(section);
    this.#match();
    const here = location.href.split("#")[0];
    reader = read({
      root: this.#root,
      section,
      settings: { ...settings, reading },
      position: first.position,
      permalink: (id) => `${here}#c-${id}`,
      anew: () => this.#begin(),
    });
    this.#reader = reader;
    add(first);
    // Whoever chose another order stays at that choice; whoever came by a link gets to the comment.
    if (again) section.querySelector(`[data-sort=${again}]`).focus();
    else while (location.hash.startsWith("#c-") && !reader.wanted() && next) await more();
  }

  /** Takes on the colours around it. */
  #match() {
    const section = this.#root.querySelector(".winnow");
    if (!section) return;
    const { ink, paper, dark } = surroundings(this);
    section.style.setProperty("--found-ink", ink);
    if (paper) section.style.setProperty("--found-paper", paper);
    else section.style.removeProperty("--found-paper");
    section.style.colorScheme = dark ? "dark" : "light";
  }

  #fail(failure) {
    console.error("winnow-comments: nothing could be read. Is this page's origin among the site's origins, and the service there?", failure);
    const chinese = /^zh/.test(this.closest("[lang]")?.lang || navigator.language);
    this.#root.replaceChildren(h("p", { role: "alert" },
      chinese ? "暂时无法读取评论。" : "The comments cannot be read right now.", " ",
      h("button", { type: "button", onclick: () => this.#begin() }, chinese ? "重试" : "Try again")));
  }
}

if (!customElements.get("winnow-comments")) customElements.define("winnow-comments", WinnowComments);
