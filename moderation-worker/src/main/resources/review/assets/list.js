// The list of comments: loading it, and putting each where it belongs.

import { FILTERS } from "./address.js";
import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { entry } from "./entry.js";
import { claimedBy } from "./claims.js";
import { isStale } from "./outbox.js";
import { desk } from "./state.js";
import { toast } from "./tell.js";
import { say } from "./words.js";

let loaded = () => {};

/** Says what is to be done when the list was loaded. */
export function whenLoaded(then) {
  loaded = then;
}

export const isFiltered = () => FILTERS.some((filter) => desk.asked[filter]);

export async function load() {
  const turn = ++desk.loading;
  if (desk.comments.length === 0) {
    show("loading");
  }
  try {
    const page = await api.page(desk.asked, null);
    if (turn === desk.loading) {
      desk.comments = page.comments.filter((comment) => !isStale(comment));
      desk.next = page.next;
      show(page.comments.length > 0 ? "list" : "empty");
      loaded();
    }
  } catch (problem) {
    if (turn === desk.loading) {
      show("failed", problem);
    }
  }
}

let loadingMore = null;

/** The next page; one at a time. */
export function loadMore() {
  loadingMore ??= nextPage().finally(() => {
    loadingMore = null;
  });
  return loadingMore;
}

async function nextPage() {
  const turn = desk.loading;
  try {
    const page = await api.page(desk.asked, desk.next);
    if (turn === desk.loading) {
      const known = new Set(desk.comments.map((comment) => comment.id));
      desk.comments.push(...page.comments.filter((comment) => !known.has(comment.id) && !isStale(comment)));
      desk.next = page.next;
      show("list");
    }
  } catch {
    toast(say("failed"), "bad");
  }
}

function emptyWords() {
  if (isFiltered()) {
    return [say("emptyFiltered"), say("emptyFilteredMore")];
  }
  return desk.asked.status === "flagged"
    ? [say("emptyFlagged"), say("emptyFlaggedMore")]
    : [say("emptyOther"), say("emptyOtherMore")];
}

/** Shows the list, or what is to be said in its place. */
export function show(state, problem) {
  desk.state = state;
  const texts = {
    loading: [say("loading"), null],
    empty: emptyWords(),
    failed: [say("failed"), problem?.status === 422 ? problem.message : null],
  }[state];
  byId("entries").replaceChildren(...(state === "list" ? desk.comments.map((c) => entry(c, c.id === desk.open?.id)) : []));
  byId("state").replaceChildren(
    ...(texts
      ? [
          h("p", { class: "state-title" }, texts[0]),
          texts[1] ? h("p", { class: "soft" }, texts[1]) : null,
          state === "failed" ? h("button", { type: "button", class: "plain", onclick: load }, say("retry")) : null,
        ].filter(Boolean)
      : []),
  );
  byId("state").dataset.state = state;
  byId("more").hidden = !(state === "list" && desk.next);
  byId("entries").setAttribute("aria-busy", String(state === "loading"));
}

export const placeOf = (id) => desk.comments.findIndex((comment) => comment.id === id);

export const entryElement = (id) => byId("entries").querySelector(`li[data-id="${CSS.escape(id)}"]`);

const moment = (comment) => Date.parse(desk.asked.order === "urgent" ? comment.due : comment.submittedAt);

const before = (a, b) => {
  const [x, y] = [moment(a), moment(b)];
  const earlier = x !== y ? x < y : a.id < b.id;
  return desk.asked.order === "newest" ? !earlier : earlier;
};

/** Whether a comment is one of those asked for. What a search finds only the service knows. */
export function belongs(comment) {
  const { status, site, article, author, signal, language, age, q } = desk.asked;
  return (
    comment.status === status &&
    (!site || comment.site === site) &&
    (!article || comment.article === article) &&
    (!author || comment.authors.includes(author)) &&
    (!signal || comment.signals.some((s) => s.name === signal)) &&
    (!language || comment.language === language) &&
    (!age || age === "hour" || placeOf(comment.id) >= 0) &&
    (!q || placeOf(comment.id) >= 0)
  );
}

/** Puts a comment where it belongs: a new entry, or in the place of what it was. */
export function put(comment) {
  const known = placeOf(comment.id);
  if (known >= 0) {
    desk.comments[known] = comment;
    entryElement(comment.id)?.replaceWith(entry(comment, comment.id === desk.open?.id));
    return;
  }
  const at = desk.comments.findIndex((other) => before(comment, other));
  if (at < 0 && desk.next) {
    return;
  }
  const fresh = entry(comment, comment.id === desk.open?.id);
  fresh.classList.add("fresh");
  if (desk.state !== "list") {
    desk.comments = [comment];
    show("list");
    return;
  }
  const following = at < 0 ? null : entryElement(desk.comments[at].id);
  desk.comments.splice(at < 0 ? desk.comments.length : at, 0, comment);
  byId("entries").insertBefore(fresh, following);
}

/** The comment to go on with after another: the next that nobody looks at and that was not left for later. */
export function following(id) {
  const at = placeOf(id);
  const others = [...desk.comments.slice(at + 1), ...desk.comments.slice(0, Math.max(at, 0))];
  return others.find((comment) => !claimedBy(comment.id) && !desk.skipped.has(comment.id)) ?? null;
}

/** Shows on each comment who looks at it. */
export function renderClaims() {
  for (const item of byId("entries").children) {
    const by = claimedBy(item.dataset.id);
    const chip = item.querySelector(".claim");
    chip.hidden = !by;
    chip.textContent = by ? say("claimed", by) : "";
  }
}

/** Takes a comment out of the list. */
export function take(id) {
  const at = placeOf(id);
  if (at < 0) {
    return;
  }
  desk.comments.splice(at, 1);
  entryElement(id)?.remove();
  if (desk.comments.length === 0) {
    if (desk.next) {
      load();
    } else {
      show("empty");
    }
  }
}
