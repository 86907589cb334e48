// What was reported and decided about a comment so far.

import { h } from "./dom.js";
import { visible } from "./marks.js";
import { absolute, ago, reason as reasonName, say, scores } from "./words.js";

const DID = { approve: "didApprove", reject: "didReject", retract: "didRetract", flag: "didFlag" };

/** Who decided, in words. */
export const who = (by, me) => (by.kind === "moderator" ? (by.name === me ? say("you") : by.name) : say(by.kind));

/** What somebody did, in words. */
export const did = (action) => say(DID[action]);

export function reports(comment) {
  if (comment.reports.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "reports", "aria-labelledby": "reports-title" },
    h("h3", { id: "reports-title" }, `${say("reportsTitle")} · ${comment.reported}`),
    h(
      "ul",
      {},
      comment.reports.map((report) =>
        h(
          "li",
          {},
          h("strong", {}, reasonName(report.reason)),
          report.note ? h("q", { dir: "auto" }, visible(report.note)) : null,
          h("time", { datetime: report.at, title: absolute(report.at) }, ago(report.at)),
        ),
      ),
    ),
  );
}

export function history(comment, me) {
  if (comment.decisions.length === 0) {
    return null;
  }
  return h(
    "section",
    { class: "history", "aria-labelledby": "history-title" },
    h("h3", { id: "history-title" }, say("historyTitle")),
    h(
      "ol",
      {},
      comment.decisions.map((decision) =>
        h(
          "li",
          { class: decision.refused ? "refused" : null },
          h("span", {}, h("bdi", {}, who(decision.by, me)), " ", did(decision.action)),
          decision.reason ? h("span", { class: "chip" }, reasonName(decision.reason)) : null,
          decision.scores
            ? h("span", { class: "soft" }, scores(decision.scores))
            : null,
          decision.refused ? h("span", { class: "soft" }, say("refusedSuffix")) : null,
          h("time", { datetime: decision.at, title: absolute(decision.at) }, ago(decision.at)),
          decision.note ? h("q", { dir: "auto" }, visible(decision.note)) : null,
        ),
      ),
    ),
  );
}
