// The filters above the list, with how many comments each choice would leave.

import { FILTERS } from "./address.js";
import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { isFiltered } from "./list.js";
import { visible } from "./marks.js";
import { desk } from "./state.js";
import { number, say, signal } from "./words.js";

const TYPING_MILLIS = 350;
const REFRESH_MILLIS = 5_000;

/** Filters with a list of choices: the facet that counts them, and how a value is called. */
const CHOICES = {
  site: ["sites", (value) => value],
  article: ["articles", (value) => value],
  signal: ["signals", signal],
  language: ["languages", (value) => say(`language_${value}`)],
  age: ["ages", (value) => say(`age_${value}`)],
};
const AGES = ["hour", "day", "week", "older"];
const MOST_COUNTED = 10_000;

let facets = null;
let turn = 0;
let choose = () => {};
let refreshing = 0;
let counted = () => {};

/** Says what is to be done when another filter is chosen. */
export function whenFiltered(then) {
  choose = then;
}

/** Says what is to be done when it is known how many comments match. */
export function whenCounted(then) {
  counted = then;
}

const set = (filter, value) => choose({ ...desk.asked, [filter]: value || undefined });

/** How a filter's value is called. */
function nameOf(filter, value) {
  if (filter === "author") {
    return value.startsWith("name:") ? value.slice(5) : value;
  }
  return CHOICES[filter] ? CHOICES[filter][1](value) : value;
}

/** Counts again, at once. */
export async function countAgain() {
  const mine = ++turn;
  const found = await api.facets(desk.asked).catch(() => null);
  if (mine === turn && found) {
    facets = found;
    desk.matching = found.total;
    renderChoices();
    counted();
  }
}

/** Counts again in a while: the news come one by one. */
export function countSoon() {
  refreshing ||= setTimeout(() => {
    refreshing = 0;
    countAgain();
  }, REFRESH_MILLIS);
}

/** Draws the filters anew. */
export function renderFilters() {
  facets = null;
  desk.matching = 0;
  const panel = byId("filters");
  const wasOpen = panel.querySelector("details")?.open ?? false;
  panel.replaceChildren(
    searchField(),
    h(
      "details",
      { id: "filter-panel", open: wasOpen },
      h("summary", {}, say("filtersTitle"), h("kbd", { "aria-hidden": "true" }, "F")),
      h("div", { class: "choices", id: "choices" }),
    ),
    h("div", { class: "chosen", id: "chosen" }),
  );
  renderChoices();
}

function searchField() {
  let typing = 0;
  const field = h("input", {
    id: "q",
    type: "search",
    maxlength: "100",
    placeholder: say("search"),
    "aria-label": say("search"),
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    dir: "auto",
    oninput: () => {
      clearTimeout(typing);
      typing = setTimeout(() => set("q", field.value.trim()), TYPING_MILLIS);
    },
  });
  field.value = desk.asked.q ?? "";
  return field;
}

function renderChoices() {
  if (!byId("choices")) {
    return;
  }
  const focused = document.activeElement?.id;
  byId("choices").replaceChildren(...Object.keys(CHOICES).map(choice).filter(Boolean));
  byId("chosen").replaceChildren(...chosen());
  if (focused?.startsWith("filter-")) {
    byId(focused)?.focus();
  }
}

/** One filter's choices; none where there is nothing to choose. */
function choice(filter) {
  const [facet, called] = CHOICES[filter];
  const counted = new Map((facets?.[facet] ?? []).map(({ value, comments }) => [value, comments]));
  const value = desk.asked[filter];
  if (filter === "site" && !value && counted.size < 2) {
    return null;
  }
  const values = filter === "age" ? AGES : [...counted.keys()];
  if (value && !values.includes(value)) {
    values.unshift(value);
  }
  const id = `filter-${filter}`;
  return h(
    "div",
    { class: "choice" },
    h("label", { for: id }, say(`filter_${filter}`)),
    h(
      "select",
      { id, onchange: (event) => set(filter, event.target.value) },
      h("option", { value: "", selected: !value }, say("any")),
      values.map((each) =>
        h(
          "option",
          { value: each, selected: each === value },
          facets ? `${called(each)} · ${number(counted.get(each) ?? 0)}` : called(each),
        ),
      ),
    ),
  );
}

/** What is set, each with a button that removes it, and how many comments are left. */
function chosen() {
  if (!isFiltered()) {
    return [];
  }
  const words = facets
    ? facets.more
      ? say("foundMore", number(facets.total), number(MOST_COUNTED))
      : say("found", number(facets.total))
    : "";
  return [
    h("p", { class: "found" }, words),
    ...FILTERS.filter((filter) => desk.asked[filter]).map((filter) => {
      const name = `${say(`filter_${filter}`)}: ${nameOf(filter, desk.asked[filter])}`;
      return h(
        "button",
        { type: "button", class: "chosen-one", "aria-label": say("removeFilter", name), onclick: () => set(filter, null) },
        h("bdi", {}, visible(name)),
        h("span", { "aria-hidden": "true" }, " ×"),
      );
    }),
    h("button", { type: "button", class: "clear", onclick: clear }, say("clearFilters")),
  ];
}

export function clear() {
  const { status, order } = desk.asked;
  choose({ status, order });
}

/** Opens or closes the choices. */
export function toggleFilters() {
  const panel = byId("filter-panel");
  panel.open = !panel.open;
  if (panel.open) {
    panel.querySelector("select")?.focus();
  }
}
