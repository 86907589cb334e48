// What the desk's parts share: which list is shown, what is in it, and which comment is open.

export const desk = {
  me: "",
  /** What is asked for; see address.js. */
  asked: { status: "flagged", order: "urgent" },
  comments: [],
  next: null,
  open: null,
  reasons: [],
  /** Who looks at what, by comment. */
  claims: {},
  /** What was left for later, in this tab. */
  skipped: new Set(),
  /** What is chosen for an act: revisions by id. */
  chosen: new Map(),
  /** How many comments match what is asked for, as far as that is counted. */
  matching: 0,
  counts: null,
  loading: 0,
  state: "loading",
};

const WAITING = new Set(["flagged", "pending"]);

/** Whether what stands there waits for somebody. */
export const waits = (status) => WAITING.has(status);

/** The orders that make sense for a status, the usual one first. */
export const orders = (status) => (waits(status) ? ["urgent", "oldest", "newest"] : ["newest", "oldest"]);

export const wide = () => matchMedia("(min-width: 60rem)").matches;
