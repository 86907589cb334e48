// The page around list and comment: the tabs, the order, the language, the list of keys.

import { STATUSES } from "./address.js";
import { byId, h } from "./dom.js";
import { renderFilters } from "./filters.js";
import { SHORTCUTS } from "./keys.js";
import { connection } from "./news.js";
import { showPages } from "./pages.js";
import { desk, orders } from "./state.js";
import { fill, number, say, tag } from "./words.js";

let choose = () => {};

/** Says what is to be done when another list is chosen. */
export function whenChosen(then) {
  choose = then;
}

export function count(counts) {
  desk.counts = counts;
  renderTabs();
  document.title = say("documentTitle", number(counts.flagged));
}

function renderTabs() {
  const tabs = byId("tabs");
  tabs.setAttribute("aria-label", say("tabsLabel"));
  const focused = document.activeElement?.dataset?.status;
  tabs.replaceChildren(
    ...STATUSES.map((status) =>
      h(
        "button",
        {
          type: "button",
          class: "tab",
          "data-status": status,
          "aria-current": status === desk.asked.status ? "page" : null,
          onclick: () => choose({ ...desk.asked, status, order: orders(status)[0] }),
        },
        say(status),
        desk.counts && status in desk.counts ? h("span", { class: "count" }, number(desk.counts[status])) : null,
      ),
    ),
  );
  if (focused) {
    tabs.querySelector(`[data-status="${focused}"]`)?.focus();
  }
}

/** Keys side by side, or from one to another. */
const between = (keys) => keys.flatMap((key, i) => [i > 0 ? "–" : null, h("kbd", {}, key)]);

/** Writes everything anew in the language that is in use. */
export function renderWords() {
  document.documentElement.lang = tag();
  fill(document);
  showPages("queue");
  byId("language").textContent = say("switchLanguage");
  byId("language").lang = tag() === "en" ? "zh-CN" : "en";
  byId("moderator").textContent = desk.me;
  byId("queue-title").textContent = say(desk.asked.status);
  byId("order").replaceChildren(
    ...orders(desk.asked.status).map((order) =>
      h("option", { value: order, selected: order === desk.asked.order }, say(`${order}First`)),
    ),
  );
  connection(byId("live").dataset.state);
  renderTabs();
  renderFilters();
  byId("help-keys").replaceChildren(
    ...SHORTCUTS.map(([title, keys]) =>
      h(
        "section",
        {},
        h("h3", {}, say(title)),
        h("dl", {}, keys.flatMap(([of, words]) => [h("dt", {}, between(of)), h("dd", {}, say(words))])),
      ),
    ),
  );
}
