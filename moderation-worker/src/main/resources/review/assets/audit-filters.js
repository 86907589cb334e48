// The form that says which decisions are looked for, and what it means for the API.

import { h } from "./dom.js";
import { phrase } from "./phrases.js";

const DAY = 86_400_000;
const CHOICES = {
  kind: ["moderator", "opinion", "campaign", "reports"],
  action: ["approve", "reject", "retract", "flag"],
  age: ["1", "7", "30"],
};
const TEXTS = { by: 80, site: 200, comment: 200 };

/** What the API is asked: the same, but for the age, of which it knows when it begins. */
export function queryOf(params) {
  const query = new URLSearchParams();
  for (const name of ["by", "kind", "action", "site", "comment"]) {
    if (params.get(name)) {
      query.set(name, params.get(name));
    }
  }
  if (CHOICES.age.includes(params.get("age"))) {
    query.set("from", new Date(Date.now() - Number(params.get("age")) * DAY).toISOString());
  }
  return query;
}

/** The form as it is filled in; what is chosen counts at once, what is written with Enter or the button. */
export function filterForm(params, filter) {
  const given = (form) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) {
        query.set(name, value.trim());
      }
    }
    return query;
  };
  return h(
    "form",
    {
      class: "filters",
      id: "filters",
      role: "search",
      "aria-label": phrase("filters"),
      onsubmit: (event) => {
        event.preventDefault();
        filter(given(event.target));
      },
      onchange: (event) => {
        if (event.target.matches("select")) {
          const { id } = event.target;
          filter(given(event.target.form));
          document.getElementById(id).focus();
        }
      },
    },
    text("by", params),
    choice("action", params),
    choice("kind", params),
    choice("age", params),
    text("site", params),
    text("comment", params),
    h(
      "div",
      { class: "filter-buttons" },
      h("button", { class: "plain" }, phrase("apply")),
      params.size > 0
        ? h("button", { type: "button", class: "quiet", id: "clear", onclick: () => filter(new URLSearchParams()) }, phrase("clear"))
        : null,
    ),
  );
}

const field = (name, input) => h("div", { class: "field" }, h("label", { for: `filter-${name}` }, phrase(name)), input);

const text = (name, params) =>
  field(
    name,
    h("input", {
      id: `filter-${name}`,
      name,
      value: params.get(name) ?? "",
      maxlength: TEXTS[name],
      autocomplete: "off",
      spellcheck: "false",
    }),
  );

const choice = (name, params) =>
  field(
    name,
    h(
      "select",
      { id: `filter-${name}`, name },
      h("option", { value: "" }, phrase("any")),
      CHOICES[name].map((word) => h("option", { value: word, selected: params.get(name) === word }, phrase(`${name}_${word}`))),
    ),
  );
