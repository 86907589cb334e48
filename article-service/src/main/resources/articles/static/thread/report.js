// What goes to the moderators: a report, for which a reason must be chosen, and an author's appeal against a refusal.

import { h } from "./dom.js";
import { form, textField } from "./form.js";

const REASONS = ["spam", "abuse", "hate", "sexual", "personal-data", "off-topic", "other"];
const LONGEST_NOTE = 500;

let made = 0;

export function reporter({ words, send, cancel }) {
  const group = `winnow-reason-${++made}`;
  const reasons = h("fieldset", {}, h("legend", {}, words.say("reportWhy")),
    ...REASONS.map((reason) => h("label", {},
      h("input", { type: "radio", name: group, value: reason }), ` ${words.say(`reason.${reason}`)}`)));
  const note = textField({
    words, name: "note", path: "note", label: words.say("note"), longest: LONGEST_NOTE, needed: false, rows: 2,
  });
  return form({
    words,
    label: words.say("report"),
    submit: words.say("sendReport"),
    cancel,
    fields: [
      {
        name: "reason", path: "reason", control: reasons,
        check: () => (reasons.querySelector(":checked") ? null : words.say("missing.reason")),
      },
      note,
    ],
    send: ({ reason, note: said }) => send(said ? { reason, note: said } : { reason }),
  });
}

/** A form for a few words against a refusal. */
export function appealer({ words, send, cancel }) {
  const why = textField({
    words, name: "text", path: "text", label: words.say("appealWhy"), longest: LONGEST_NOTE, rows: 2,
  });
  return form({
    words, label: words.say("appeal"), submit: words.say("sendAppeal"), cancel, fields: [why], send: ({ text }) => send(text),
  });
}
