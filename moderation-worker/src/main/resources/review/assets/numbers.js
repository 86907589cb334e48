// How the work goes, in numbers. They are read anew every now and then, and when the page is looked at again.

import { ask } from "./api.js";
import { byId, h } from "./dom.js";
import { frame } from "./page-frame.js";
import { phrase } from "./phrases.js";
import { absolute, number, percent, signal as nameOf, tag } from "./words.js";

const EVERY_MILLIS = 30_000;

const state = { numbers: null, problem: null, read: null };

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function load() {
  try {
    const query = new URLSearchParams({ ...(zone ? { zone } : {}) });
    state.numbers = await ask(`/v1/review/numbers?${query}`);
    state.problem = null;
    state.read = new Date();
  } catch (problem) {
    state.problem = problem;
  }
  write();
}

function write() {
  const { numbers, problem } = state;
  byId("as-of").textContent = state.read ? phrase("asOf", clock(state.read)) : "";
  byId("numbers").replaceChildren(...(numbers ? [cards(numbers), agreement(numbers.signals)] : []));
  byId("numbers").setAttribute("aria-busy", String(!numbers && !problem));
  byId("state").replaceChildren(
    ...(problem
      ? [
          h("p", { class: "state-title" }, phrase("numbersFailed")),
          h("button", { type: "button", class: "plain", onclick: load }, phrase("retry")),
        ]
      : numbers
        ? []
        : [h("p", { class: "state-title" }, phrase("loading"))]),
  );
}

const clock = (time) => new Intl.DateTimeFormat(tag(), { timeStyle: "short" }).format(time);

const date = (time) => new Intl.DateTimeFormat(tag(), { dateStyle: "medium" }).format(new Date(time));

const cards = (numbers) =>
  h(
    "dl",
    { class: "cards" },
    card("waiting", number(numbers.waiting), phrase("waitingNote", number(numbers.pending))),
    numbers.oldest
      ? card("oldest", waited(numbers.oldest), phrase("oldestNote", absolute(numbers.oldest)))
      : card("oldest", "–", phrase("nobodyWaits")),
    card("decided", number(numbers.today.decided), phrase("decidedNote", clock(new Date(numbers.today.since)))),
    card("overturned", number(numbers.today.overturned), phrase("overturnedNote")),
  );

const card = (name, value, note) =>
  h("div", { class: "card", id: `card-${name}` }, h("dt", {}, phrase(name)), h("dd", { class: "value" }, value), h("dd", { class: "soft small" }, note));

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** For how long something has been waiting, in the largest unit that fits. */
function waited(since) {
  const seconds = Math.max(1, (Date.now() - Date.parse(since)) / 1000);
  const [unit, size] = UNITS.find(([, s]) => seconds >= s);
  return new Intl.NumberFormat(tag(), { style: "unit", unit, unitDisplay: "short" }).format(Math.floor(seconds / size));
}

const agreement = (signals) =>
  h(
    "section",
    { class: "agreement", "aria-labelledby": "agreement-title" },
    h("h2", { id: "agreement-title" }, phrase("agreementTitle")),
    h("p", { class: "soft" }, phrase("agreementLead", date(signals.since))),
    signals.agreement.length === 0 ? h("p", { class: "none" }, phrase("agreementNone")) : table(signals.agreement),
  );

const table = (rows) =>
  h(
    "table",
    {},
    h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col" }, phrase("signal")), h("th", { scope: "col", class: "figure" }, phrase("decisions")), h("th", { scope: "col", class: "figure" }, phrase("agreed"))),
    ),
    h(
      "tbody",
      {},
      rows.map(({ signal, decisions, agreed }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, nameOf(signal)),
          h("td", { class: "figure" }, number(decisions)),
          h(
            "td",
            { class: "figure share" },
            h("meter", { min: 0, max: 1, value: agreed / decisions, "aria-hidden": "true" }),
            h("span", {}, percent(agreed / decisions)),
          ),
        ),
      ),
    ),
  );

await frame("numbers", write);
await load();
setInterval(() => document.hidden || load(), EVERY_MILLIS);
addEventListener("visibilitychange", () => document.hidden || load());
