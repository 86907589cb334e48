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
  if (response.status === 401) {
    location.assign("/review/sign-in?notice=expired");
  }
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => null));
  }
  return response.json();
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

const reasonsOfSites = new Map();

/** The reasons that a site's moderators may give. They change seldom: asked for once per page. */
export async function reasons(site) {
  if (!reasonsOfSites.has(site)) {
    const answer = await ask(`/v1/review/reasons?${new URLSearchParams({ site })}`);
    reasonsOfSites.set(site, answer.reasons);
  }
  return reasonsOfSites.get(site);
}

export const decide = (id, decision) =>
  ask(`/v1/review/comments/${encodeURIComponent(id)}/decisions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": crossSiteToken() },
    body: JSON.stringify(decision),
  });
