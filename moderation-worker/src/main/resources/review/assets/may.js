// What the person who is signed in may do. Pages show no more than that; the server holds to it in any case.

const ROLES = ["operator", "moderator", "lead"];

let role = ROLES[0];

/** Takes what the API said of the session. */
export function signedInAs(session) {
  role = session.role;
}

/** Whether what needs that role may be shown. */
export const may = (needed) => ROLES.indexOf(role) >= ROLES.indexOf(needed);
