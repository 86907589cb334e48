// What stands above every page but the queue: where one is, who is signed in, and in which language.

import { crossSiteToken, leave, session } from "./api.js";
import { byId, h } from "./dom.js";
import { signedInAs } from "./may.js";
import { showPages } from "./pages.js";
import { fillPhrases, phrase } from "./phrases.js";
import { switchLanguage, tag } from "./words.js";

/**
 * Builds it, and calls what writes the page's own words: now, and whenever the language changes.
 *
 * @returns who is signed in
 */
export async function frame(here, write) {
  const who = await session().catch(() => ({ moderator: "", role: "operator", sites: null }));
  signedInAs(who);
  const draw = () => {
    document.documentElement.lang = tag();
    document.title = `${phrase(here)} · Winnow`;
    byId("bar").replaceChildren(brand(), h("nav", { class: "pages", id: "pages" }), account(who, draw));
    showPages(here);
    fillPhrases();
    write(who);
  };
  draw();
  return who;
}

const brand = () =>
  h(
    "a",
    { class: "brand", href: "/review" },
    h("img", { src: "/review/assets/winnow.svg", alt: "", width: 28, height: 28 }),
    " ",
    h("span", {}, "Winnow"),
  );

function signingOut(event) {
  event.target.elements._csrf.value = crossSiteToken();
  leave();
}

function account(who, draw) {
  const other = tag() === "en" ? ["zh-CN", "中文"] : ["en", "English"];
  const switched = () => {
    switchLanguage();
    draw();
    byId("language").focus();
  };
  return h(
    "div",
    { class: "who" },
    h("button", { type: "button", class: "quiet", id: "language", lang: other[0], onclick: switched }, other[1]),
    h(
      "form",
      { method: "post", action: "/review/sign-out", id: "sign-out", onsubmit: signingOut },
      h("input", { type: "hidden", name: "_csrf" }),
      h(
        "button",
        { type: "submit", class: "quiet" },
        h("span", { id: "moderator" }, who.moderator),
        h("span", { class: "sign-out" }, phrase("signOut")),
      ),
    ),
  );
}
