// What is asked for, kept in the page's address: a list can be kept, sent and gone back to.

import { orders } from "./state.js";

export const STATUSES = ["flagged", "pending", "rejected", "approved", "retracted", "withdrawn"];
export const FILTERS = ["q", "site", "article", "author", "signal", "language", "age"];

/** What the address asks for: {status, order, and the filters that are set}. */
export function read() {
  const query = new URLSearchParams(location.search);
  const status = STATUSES.includes(query.get("status")) ? query.get("status") : "flagged";
  const order = orders(status).includes(query.get("order")) ? query.get("order") : orders(status)[0];
  const asked = { status, order };
  for (const filter of FILTERS) {
    if (query.get(filter)) {
      asked[filter] = query.get(filter);
    }
  }
  return asked;
}

/** What is asked for, as a query of the API: all of it. */
export function query(asked) {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

/** Writes it into the address; what goes without saying is left out. */
export function write(asked, { keep = false } = {}) {
  const said = query(asked);
  if (asked.status === "flagged") {
    said.delete("status");
  }
  if (asked.order === orders(asked.status)[0]) {
    said.delete("order");
  }
  const address = said.size > 0 ? `${location.pathname}?${said}` : location.pathname;
  if (keep) {
    history.pushState(null, "", address);
  } else {
    history.replaceState(null, "", address);
  }
}

/** Names the open comment in the address, or none. */
export function nameOpen(id) {
  const address = location.pathname + location.search + (id ? `#${id}` : "");
  history.replaceState(null, "", address);
}

/** The comment that the address names. */
export function named() {
  const id = decodeURIComponent(location.hash.slice(1));
  return id === "reading" ? "" : id;
}
