// The audit: who decided what, newest first, day by day. What is asked for is kept in the address.

import { ask } from "./api.js";
import { byId, h } from "./dom.js";
import { frame } from "./page-frame.js";
import { may } from "./may.js";
import { phrase } from "./phrases.js";
import { row } from "./audit-row.js";
import { filterForm, queryOf } from "./audit-filters.js";
import { tag } from "./words.js";

const LIMIT = 50;

const audit = { entries: [], next: null, turn: 0, state: "loading", problem: null };

const asked = () => new URLSearchParams(location.search);

async function load(more = false) {
  const turn = ++audit.turn;
  const query = queryOf(asked());
  query.set("limit", LIMIT);
  if (more) {
    query.set("after", audit.next);
  } else {
    audit.entries = [];
    show("loading");
  }
  try {
    const page = await ask(`/v1/review/audit?${query}`);
    if (turn === audit.turn) {
      const first = audit.entries.length;
      audit.entries.push(...page.entries);
      audit.next = page.next;
      show(audit.entries.length > 0 ? "list" : "empty");
      byId("say").textContent = phrase("found", audit.entries.length);
      if (more) {
        document.querySelectorAll("#entries .row")[first]?.querySelector("a, button")?.focus();
      }
    }
  } catch (problem) {
    if (turn === audit.turn) {
      show("failed", problem);
    }
  }
}

function show(state, problem = null) {
  Object.assign(audit, { state, problem });
  const filtered = asked().size > 0;
  const said = {
    loading: () => [h("p", { class: "state-title" }, phrase("loading"))],
    list: () => [],
    empty: () => [
      h("p", { class: "state-title" }, phrase(filtered ? "emptyFiltered" : "empty")),
      h("p", { class: "soft" }, phrase(filtered ? "emptyFilteredMore" : "emptyMore")),
    ],
    failed: () => [
      h("p", { class: "state-title" }, problem.status === 422 ? phrase("wrong", problem.problem?.detail ?? "") : phrase("failed")),
      problem.status === 422 ? null : h("button", { type: "button", class: "plain", onclick: () => load() }, phrase("retry")),
    ],
  }[state]();
  byId("state").replaceChildren(...said.filter(Boolean));
  byId("entries").setAttribute("aria-busy", String(state === "loading"));
  byId("entries").replaceChildren(...(state === "list" ? days() : []));
  byId("more").hidden = state !== "list" || !audit.next;
}

/** The entries under the days on which they were made, as the reader's clock has them. */
function days() {
  const format = new Intl.DateTimeFormat(tag(), { dateStyle: "full" });
  const groups = new Map();
  for (const entry of audit.entries) {
    const day = format.format(new Date(entry.at));
    groups.set(day, [...(groups.get(day) ?? []), entry]);
  }
  return [...groups].map(([day, entries]) =>
    h("section", { class: "day" }, h("h2", {}, day), h("ol", { class: "rows" }, entries.map((e) => row(e, filterBy)))),
  );
}

/** Looks for something else, and puts that into the address. */
function filter(query) {
  history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
  write();
  load();
}

function filterBy(name) {
  const query = asked();
  query.set("by", name);
  filter(query);
}

function write() {
  const query = asked();
  byId("filters").replaceWith(filterForm(query, filter));
  byId("export").hidden = !may("lead");
  byId("export").href = `/v1/review/audit/export?${queryOf(query)}`;
  show(audit.state, audit.problem);
}

byId("more").addEventListener("click", () => load(true));
addEventListener("popstate", () => filter(asked()));
await frame("audit", write);
load();
