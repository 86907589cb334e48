// Leads from one page of the desk to the others.

import { byId, h } from "./dom.js";
import { phrase } from "./phrases.js";

const PAGES = [
  ["queue", "/review"],
  ["audit", "/review/audit"],
  ["numbers", "/review/numbers"],
];

/** Fills the navigation of the page that is called so. */
export function showPages(here) {
  const nav = byId("pages");
  nav.setAttribute("aria-label", phrase("pages"));
  nav.replaceChildren(
    ...PAGES.map(([name, href]) => h("a", { href, "aria-current": name === here ? "page" : null }, phrase(name))),
  );
}
