// The desk's API, as the page uses it.

import { query } from "./address.js";
import { tag } from "./words.js";

/** A request that was answered with a problem, or not at all (status 0). */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `status ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

const cookie = (name) =>
  document.cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? "";

/** What other sites cannot know, so that they cannot act in the moderator's name. */
export const crossSiteToken = () => cookie("__Host-XSRF-TOKEN") || cookie("XSRF-TOKEN");

let leaving = false;

/** From now on the session may end: whoever signs out is told so, and not that the session was over. */
export const leave = () => {
  leaving = true;
};

/** Asks for JSON; ends in {@link Refused} when there is none. */
export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: { Accept: "application/json", "Accept-Language": tag(), "X-Requested-With": "fetch", ...options.headers },
    });
  } catch {
    throw new Refused(0, null);
  }
  if (response.status === 401 && !leaving) {
    location.assign("/review/sign-in?notice=expired");
  }
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => null));
  }
  return response.status === 204 ? null : response.json();
}

export const session = () => ask("/v1/review/session");

/** A page of the list that is asked for. */
export const page = (asked, after) => {
  const wanted = query(asked);
  wanted.set("limit", "50");
  if (after) {
    wanted.set("after", after);
  }
  return ask(`/v1/review/comments?${wanted}`);
};

/** How the list that is asked for falls apart. */
export const facets = (asked) => {
  const wanted = query(asked);
  wanted.delete("order");
  return ask(`/v1/review/facets?${wanted}`);
};

/** One comment; with a revision, as soon as it has that. */
export const one = (id, revision) =>
  ask(`/v1/review/comments/${encodeURIComponent(id)}${revision ? `?revision=${revision}` : ""}`);

/** What lies around a comment. */
export const around = (id) => {
  const known = soon?.id === id ? soon.answer : null;
  soon = null;
  return known ?? ask(`/v1/review/comments/${encodeURIComponent(id)}/around`);
};

let soon = null;

/** Asks what lies around a comment that will be opened soon. */
export function aroundSoon(id) {
  if (soon?.id !== id) {
    soon = { id, answer: ask(`/v1/review/comments/${encodeURIComponent(id)}/around`) };
    soon.answer.catch(() => {});
  }
}

const reasonsOfSites = new Map();

/** The reasons that a site's moderators may give. They change seldom: asked for once per page. */
export async function reasons(site) {
  if (!reasonsOfSites.has(site)) {
    const answer = await ask(`/v1/review/reasons?${new URLSearchParams({ site })}`);
    reasonsOfSites.set(site, answer.reasons);
  }
  return reasonsOfSites.get(site);
}

const changing = () => ({ "Content-Type": "application/json", "X-XSRF-TOKEN": crossSiteToken() });

export const decide = (id, decision) =>
  ask(`/v1/review/comments/${encodeURIComponent(id)}/decisions`, {
    method: "POST",
    headers: changing(),
    body: JSON.stringify(decision),
  });

/** Says that one looks at a comment. */
export const claim = (id, force) =>
  ask(`/v1/review/comments/${encodeURIComponent(id)}/claim${force ? "?force=true" : ""}`, { method: "PUT", headers: changing() });

/** Says that one does no longer; also while the page is being left. */
export const release = (id) =>
  ask(`/v1/review/comments/${encodeURIComponent(id)}/claim`, { method: "DELETE", headers: changing(), keepalive: true }).catch(() => {});

/** Decides many comments: those named, or all that are asked for. */
export const act = (decision, asked) => {
  const wanted = asked ? query(asked) : new URLSearchParams();
  wanted.delete("order");
  if (asked) {
    wanted.set("all", "true");
  }
  return ask(`/v1/review/acts?${wanted}`, { method: "POST", headers: changing(), body: JSON.stringify(decision) });
};

/** How far an act is. */
export const actNow = (id) => ask(`/v1/review/acts/${encodeURIComponent(id)}`);

/** A site's policy in force. */
export const policy = (site) => ask(`/v1/policies/${encodeURIComponent(site)}`);

/** What a policy would have changed. */
export const trial = (site, wanted, signal) =>
  ask(`/v1/policies/${encodeURIComponent(site)}/trials?${new URLSearchParams({ signal })}`, {
    method: "POST",
    headers: changing(),
    body: JSON.stringify(wanted),
  });

/** Puts a policy in the place of a version. */
export const changePolicy = (site, wanted, version) =>
  ask(`/v1/policies/${encodeURIComponent(site)}`, {
    method: "PUT",
    headers: { ...changing(), "If-Match": `"${version}"` },
    body: JSON.stringify(wanted),
  });
