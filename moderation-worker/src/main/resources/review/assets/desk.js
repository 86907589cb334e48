// The desk: which list is shown, which comment is open, and what happens when something is decided or changes.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { entry } from "./entry.js";
import { actions, did, item, who } from "./item.js";
import { listen, SHORTCUTS } from "./keys.js";
import { follow } from "./live.js";
import { signedInAs } from "./may.js";
import { ago, fill, number, say, switchLanguage, tag } from "./words.js";

const TABS = ["flagged", "pending", "rejected", "approved", "retracted", "withdrawn"];
const TOAST_MILLIS = 6000;
const WAITING = new Set(["flagged", "pending"]);

const desk = {
  me: "",
  status: "flagged",
  comments: [],
  next: null,
  open: null,
  reasons: [],
  deciding: false,
  counts: null,
  loading: 0,
  state: "loading",
  stopFollowing: () => {},
};

const order = () => (WAITING.has(desk.status) ? "oldest" : "newest");

// The list

async function load() {
  const turn = ++desk.loading;
  if (desk.comments.length === 0) {
    show("loading");
  }
  try {
    const page = await api.page(desk.status, order(), null);
    if (turn === desk.loading) {
      desk.comments = page.comments;
      desk.next = page.next;
      show(page.comments.length > 0 ? "list" : "empty");
      openFirstIfRoom();
    }
  } catch (problem) {
    if (turn === desk.loading) {
      show("failed", problem);
    }
  }
}

async function loadMore() {
  const turn = desk.loading;
  try {
    const page = await api.page(desk.status, order(), desk.next);
    if (turn === desk.loading) {
      const known = new Set(desk.comments.map((comment) => comment.id));
      desk.comments.push(...page.comments.filter((comment) => !known.has(comment.id)));
      desk.next = page.next;
      show("list");
    }
  } catch (problem) {
    toast(say("failed"), "bad");
  }
}

/** Shows the list, or what is to be said in its place. */
function show(state) {
  desk.state = state;
  const texts = {
    loading: [say("loading"), null],
    empty: desk.status === "flagged" ? [say("emptyFlagged"), say("emptyFlaggedMore")] : [say("emptyOther"), say("emptyOtherMore")],
    failed: [say("failed"), null],
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

const placeOf = (id) => desk.comments.findIndex((comment) => comment.id === id);

const before = (a, b) => {
  const [x, y] = [Date.parse(a.submittedAt), Date.parse(b.submittedAt)];
  const earlier = x !== y ? x < y : a.id < b.id;
  return order() === "oldest" ? earlier : !earlier;
};

/** Puts a comment where it belongs: a new entry, or in the place of what it was. */
function put(comment) {
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

function take(id) {
  const at = placeOf(id);
  if (at < 0) {
    return;
  }
  desk.comments.splice(at, 1);
  entryElement(id)?.remove();
  if (desk.comments.length === 0) {
    desk.next ? load() : show("empty");
  }
}

const entryElement = (id) => byId("entries").querySelector(`li[data-id="${CSS.escape(id)}"]`);

// The open comment

function openFirstIfRoom() {
  const named = decodeURIComponent(location.hash.slice(1));
  if (named && named !== desk.open?.id && named !== "reading") {
    openById(named);
  } else if (!desk.open && desk.comments.length > 0 && matchMedia("(min-width: 60rem)").matches) {
    open(desk.comments[0]);
  } else if (!desk.open) {
    render();
  }
}

async function openById(id) {
  const known = desk.comments[placeOf(id)];
  if (known) {
    open(known);
    return;
  }
  try {
    open(await api.one(id));
  } catch (problem) {
    toast(problem.status === 404 ? say("notFound") : say("failed"), "bad");
  }
}

async function open(comment, keepDraft = false) {
  const draft = keepDraft ? readDraft() : {};
  desk.open = comment;
  for (const link of byId("entries").querySelectorAll("a[aria-current]")) {
    link.removeAttribute("aria-current");
  }
  const link = entryElement(comment.id)?.querySelector("a");
  link?.setAttribute("aria-current", "true");
  link?.scrollIntoView({ block: "nearest" });
  if (location.hash !== `#${comment.id}`) {
    history.replaceState(null, "", `#${comment.id}`);
  }
  document.body.dataset.view = "item";
  const reasons = await api.reasons(comment.site).catch(() => []);
  if (desk.open === comment) {
    desk.reasons = reasons;
    render(draft);
  }
}

const readDraft = () => ({ reason: byId("reason")?.value, note: byId("note")?.value });

function render(draft = {}) {
  const reading = byId("reading");
  if (!desk.open) {
    document.body.dataset.view = "list";
    reading.replaceChildren(
      desk.state === "list"
        ? h("div", { class: "nothing" }, h("p", { class: "state-title" }, say("chooseTitle")), h("p", { class: "soft" }, say("chooseMore")))
        : "",
    );
    return;
  }
  reading.replaceChildren(item(desk.open, desk.me, desk.reasons, draft, { decide, back: close }));
  reading.scrollTop = 0;
}

function close() {
  const id = desk.open?.id;
  desk.open = null;
  history.replaceState(null, "", location.pathname);
  render();
  for (const link of byId("entries").querySelectorAll("a[aria-current]")) {
    link.removeAttribute("aria-current");
  }
  (id && entryElement(id)?.querySelector("a"))?.focus();
}

function step(by) {
  if (desk.comments.length === 0) {
    return;
  }
  const at = desk.open ? placeOf(desk.open.id) : -1;
  const to = Math.max(0, Math.min(at < 0 ? 0 : at + by, desk.comments.length - 1));
  open(desk.comments[to]);
  if (to === desk.comments.length - 1 && desk.next) {
    loadMore();
  }
}

function banner(words, kind = "") {
  const element = byId("banner");
  if (element) {
    element.hidden = false;
    element.className = `banner ${kind}`;
    element.textContent = words;
  }
  announce(words);
}

// Deciding

async function decide(action) {
  const comment = desk.open;
  if (!comment || desk.deciding || !actions(comment).includes(action)) {
    return;
  }
  const { reason, note } = readDraft();
  busy(true);
  try {
    await api.decide(comment.id, {
      decision: action,
      revision: comment.revision,
      ...(action !== "approve" && reason ? { reason } : {}),
      ...(note?.trim() ? { note: note.trim() } : {}),
    });
    decided(comment, action);
  } catch (problem) {
    refused(comment, problem);
  } finally {
    busy(false);
  }
}

function busy(on) {
  desk.deciding = on;
  for (const button of document.querySelectorAll("#decide button")) {
    button.setAttribute("aria-disabled", String(on));
  }
  byId("decide")?.classList.toggle("busy", on);
}

const SAID = { approve: "saidApprove", reject: "saidReject", retract: "saidRetract" };

/** The comment leaves the list, and the one after it opens. */
function decided(comment, action) {
  const at = placeOf(comment.id);
  take(comment.id);
  const following = desk.comments[Math.min(Math.max(at, 0), desk.comments.length - 1)];
  const words = say(SAID[action], comment.author.name);
  toast(words, action);
  announce(`${words} ${following ? say("nextOpened") : say("noneLeft")}`);
  if (desk.open?.id !== comment.id) {
    return;
  }
  desk.open = null;
  if (following && matchMedia("(min-width: 60rem)").matches) {
    open(following).then(() => entryElement(following.id)?.querySelector("a").focus({ preventScroll: true }));
  } else if (following && document.body.dataset.view === "item") {
    open(following).then(() => byId("item-title")?.focus());
  } else {
    close();
    byId("queue-title").focus();
  }
}

function refused(comment, refusal) {
  const problem = refusal.problem;
  if (refusal.status === 409 && problem?.comment) {
    standsNow(problem.comment, conflictWords(problem));
  } else if (refusal.status === 404) {
    take(comment.id);
    banner(say("erased"), "bad");
  } else if (refusal.status === 503) {
    banner(say("onItsWay"), "bad");
    setTimeout(() => readAgain(comment.id), 3000);
  } else {
    banner(say("notTaken", problem?.detail ?? say("lost")), "bad");
  }
}

function conflictWords(problem) {
  const decision = problem.decision;
  switch (problem.refused) {
    case "text-changed":
      return say("conflictText");
    case "withdrawn":
      return say("conflictWithdrawn");
    case "not-approved":
      return say("conflictNotApproved");
    default:
      return decision ? decidedWords(decision) : say("changedMeanwhile");
  }
}

const decidedWords = (decision) => say("conflictDecided", who(decision.by, desk.me), did(decision.action), ago(decision.at));

/** Shows how a comment stands that is not what it was when it was opened. */
async function standsNow(comment, words) {
  if (comment.status === desk.status) {
    put(comment);
  } else {
    take(comment.id);
  }
  if (desk.open?.id === comment.id) {
    await open(comment, true);
    banner(words, "news");
  }
}

// What changes by itself

function changed(change) {
  const known = desk.comments[placeOf(change.id)] ?? (desk.open?.id === change.id ? desk.open : null);
  if (known && known.revision >= change.revision && change.status !== "erased") {
    return;
  }
  if (change.status === "erased") {
    take(change.id);
    if (desk.open?.id === change.id) {
      banner(say("erased"), "bad");
    }
  } else if (change.status === desk.status || known) {
    readAgain(change.id, change.revision);
  }
}

/** Reads a comment that is said to have changed. */
async function readAgain(id, revision) {
  const comment = await api.one(id, revision).catch(() => null);
  if (!comment || (desk.deciding && desk.open?.id === id)) {
    return;
  }
  if (desk.open?.id === id && desk.open.revision < comment.revision) {
    const last = comment.decisions.filter((d) => !d.refused && d.by.kind === "moderator").at(-1);
    const isNews = last && last.revision > desk.open.revision;
    standsNow(comment, isNews ? decidedWords(last) : say("changedMeanwhile"));
  } else if (comment.status === desk.status) {
    const isNew = placeOf(id) < 0;
    put(comment);
    if (isNew && desk.status === "flagged") {
      announce(say("arrived"));
    }
    if (!desk.open) {
      openFirstIfRoom();
    }
  } else {
    take(id);
  }
}

function count(counts) {
  desk.counts = counts;
  renderTabs();
  document.title = say("documentTitle", number(counts.flagged));
}

function connection(state) {
  byId("live").dataset.state = state;
  byId("live-words").textContent = say(state);
}

function followAgain() {
  desk.stopFollowing();
  desk.stopFollowing = follow(desk.status, {
    connected: (first) => {
      connection("live");
      if (!first) {
        load();
      }
    },
    lost: () => {
      connection("lost");
      // An ended session looks like a lost connection; asking tells, and leads to the sign-in page.
      api.session().catch(() => {});
    },
    item: changed,
    counts: count,
  });
}

// The page around it

function renderTabs() {
  const tabs = byId("tabs");
  tabs.setAttribute("aria-label", say("tabsLabel"));
  const focused = document.activeElement?.dataset?.status;
  tabs.replaceChildren(
    ...TABS.map((status) =>
      h(
        "button",
        {
          type: "button",
          class: "tab",
          "data-status": status,
          "aria-current": status === desk.status ? "page" : null,
          onclick: () => choose(status),
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

function choose(status) {
  desk.status = status;
  desk.comments = [];
  desk.next = null;
  desk.open = null;
  history.replaceState(null, "", location.pathname);
  render();
  renderWords();
  load();
  followAgain();
}

/** Writes everything anew in the language that is in use. */
function renderWords() {
  document.documentElement.lang = tag();
  fill(document);
  byId("language").textContent = say("switchLanguage");
  byId("language").lang = tag() === "en" ? "zh-CN" : "en";
  byId("moderator").textContent = desk.me;
  byId("queue-title").textContent = say(desk.status);
  byId("order").textContent = say(order() === "oldest" ? "oldestFirst" : "newestFirst");
  connection(byId("live").dataset.state);
  renderTabs();
  byId("help-keys").replaceChildren(
    ...SHORTCUTS.flatMap(([keys, words]) => [h("dt", {}, keys.map((key) => h("kbd", {}, key))), h("dd", {}, say(words))]),
  );
}

function announce(words) {
  byId("say").textContent = words;
}

function toast(words, kind) {
  const element = h("p", { class: `toast ${kind}`, dir: "auto" }, words);
  byId("toasts").replaceChildren(element);
  setTimeout(() => element.remove(), TOAST_MILLIS);
}

function focusOn(id) {
  byId(id)?.focus();
}

async function start() {
  byId("sign-out").addEventListener("submit", (event) => {
    event.target.elements._csrf.value = api.crossSiteToken();
  });
  byId("language").addEventListener("click", () => {
    switchLanguage();
    renderWords();
    load().then(() => desk.open && openById(desk.open.id).catch(() => {}));
    if (desk.counts) {
      count(desk.counts);
    }
  });
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  byId("more").addEventListener("click", loadMore);
  addEventListener("hashchange", () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id && id !== desk.open?.id && id !== "reading") {
      openById(id).then(() => document.body.dataset.view === "item" && focusOn("item-title"));
    }
  });
  listen({
    next: () => step(1),
    previous: () => step(-1),
    approve: () => decide("approve"),
    reject: () => decide("reject"),
    retract: () => decide("retract"),
    note: () => focusOn("note"),
    reason: () => focusOn("reason"),
    back: close,
    help: () => byId("help").showModal(),
  });
  setInterval(refreshTimes, 30_000);
  renderWords();
  const session = await api.session().catch(() => ({ moderator: "", role: "operator" }));
  desk.me = session.moderator;
  signedInAs(session);
  renderWords();
  followAgain();
  await load();
}

function refreshTimes() {
  for (const time of byId("entries").querySelectorAll("time")) {
    time.textContent = ago(time.dateTime);
  }
}

start();
