// The desk: puts its parts together and starts.

import { named, read, write } from "./address.js";
import * as api from "./api.js";
import { chooseNone, renderChosen, toggle } from "./acts.js";
import { keepClaims } from "./claims.js";
import { correctionOf } from "./corrections.js";
import { decide, skip, takeBack } from "./deciding.js";
import { byId } from "./dom.js";
import { countAgain, countSoon, toggleFilters, whenCounted, whenFiltered } from "./filters.js";
import { count, renderWords, whenChosen } from "./frame.js";
import { listen } from "./keys.js";
import { load, loadMore, placeOf, whenLoaded } from "./list.js";
import { signedInAs } from "./may.js";
import { connectionWaits, followAgain } from "./news.js";
import { whenWaiting } from "./outbox.js";
import { close, open, openById, openFirstIfRoom, render, step, whenAsked } from "./reading.js";
import { desk } from "./state.js";
import { close as closeTip, whenPointed } from "./tip.js";
import { ago, switchLanguage } from "./words.js";

/** Shows another list: another status, order or filter. */
function choose(asked) {
  write(asked, { keep: true });
  ask(asked);
}

function ask(asked) {
  const another = asked.status !== desk.asked.status;
  const typing = document.activeElement?.id === "q" ? document.activeElement.selectionEnd : null;
  desk.asked = asked;
  desk.comments = [];
  desk.next = null;
  desk.open = null;
  chooseNone();
  render();
  renderWords();
  if (typing !== null) {
    byId("q").focus();
    byId("q").setSelectionRange(typing, typing);
  }
  load();
  countAgain();
  if (another) {
    followAgain(counted);
  }
}

function counted(counts) {
  count(counts);
  countSoon();
}

/** The reason of that number in the list. */
function chooseReason(number) {
  const select = byId("reason");
  if (select && number < select.options.length) {
    select.selectedIndex = number;
  }
}

function focusOn(id) {
  byId(id)?.focus();
}

function listenToPage() {
  byId("sign-out").addEventListener("submit", (event) => {
    event.target.elements._csrf.value = api.crossSiteToken();
    api.leave();
  });
  byId("language").addEventListener("click", async () => {
    switchLanguage();
    renderWords();
    if (desk.counts) {
      count(desk.counts);
    }
    countAgain();
    const opened = desk.open;
    await load();
    if (opened && desk.open?.id === opened.id) {
      open(await api.one(opened.id).catch(() => opened), { keepDraft: true });
    }
  });
  byId("order").addEventListener("change", (event) => choose({ ...desk.asked, order: event.target.value }));
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  byId("more").addEventListener("click", loadMore);
  byId("entries").addEventListener("change", (event) => {
    const comment = desk.comments[placeOf(event.target.value)];
    if (comment) {
      toggle(comment);
    }
  });
  addEventListener("popstate", () => ask(read()));
  addEventListener("hashchange", () => {
    const id = named();
    if (id && id !== desk.open?.id) {
      openById(id).then(() => document.body.dataset.view === "item" && focusOn("item-title"));
    }
  });
}

async function start() {
  desk.asked = read();
  whenLoaded(() => {
    renderChosen();
    openFirstIfRoom();
  });
  whenAsked({ decide, filter: (filter, value) => choose({ ...desk.asked, [filter]: value }) });
  whenChosen(choose);
  whenFiltered(choose);
  whenCounted(renderChosen);
  whenWaiting(connectionWaits);
  keepClaims();
  whenPointed(correctionOf);
  listenToPage();
  listen({
    next: () => step(1),
    previous: () => step(-1),
    approve: () => decide("approve"),
    reject: () => decide("reject"),
    retract: () => decide("retract"),
    flag: () => decide("flag"),
    undo: takeBack,
    skip,
    choose: () => desk.open && toggle(desk.open),
    note: () => focusOn("note"),
    reason: chooseReason,
    copies: () => byId("copies-too")?.click(),
    search: () => focusOn("q"),
    filters: toggleFilters,
    back: () => closeTip() || close(),
    help: () => byId("help").showModal(),
  });
  setInterval(refreshTimes, 30_000);
  renderWords();
  const session = await api.session().catch(() => ({ moderator: "", role: "operator" }));
  desk.me = session.moderator;
  signedInAs(session);
  renderWords();
  followAgain(counted);
  countAgain();
  await load();
}

function refreshTimes() {
  for (const time of byId("entries").querySelectorAll("time")) {
    time.textContent = ago(time.dateTime);
  }
}

start();
