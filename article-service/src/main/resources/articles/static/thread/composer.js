// Writing a comment: what is typed is kept, and sending it again is safe.

import { h } from "./dom.js";
import { form, textField } from "./form.js";

const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 80;

/**
 * A form for a new comment, an answer where `parentId` is given. `sent` is told of what was taken.
 */
export function composer({ words, api, me, shelf, parentId = null, label, submit, sent, cancel }) {
  const draft = `draft:${parentId ?? "new"}`;
  const kept = shelf.get(draft) ?? {};
  const known = me.get("author") ?? {};

  const name = h("input", { type: "text", autocomplete: "name", required: true });
  name.value = known.name ?? "";
  const email = h("input", { type: "email", autocomplete: "email" });
  email.value = known.email ?? "";
  const text = textField({
    words, name: "text", path: "text", label: words.say("text"), longest: LONGEST_TEXT, value: kept.text,
    oninput: (value) => shelf.set(draft, value.trim() ? { ...shelf.get(draft), text: value } : null),
  });

  const element = form({
    words,
    label,
    submit,
    cancel,
    fields: [
      { name: "name", path: "author.name", label: words.say("name"), control: name, check: () => checkName(name.value, words) },
      { name: "email", path: "author.email", label: words.say("email"), control: email },
      text,
    ],
    send: async (values) => {
      const author = values.email ? { name: values.name, email: values.email } : { name: values.name };
      const comment = parentId ? { author, text: values.text, parentId } : { author, text: values.text };
      const { id, manageToken, manageUntil } = await api.submit(comment, key(comment));
      me.set("author", author);
      shelf.set(draft, null);
      text.control.value = "";
      text.recount();
      sent({ id, token: manageToken, until: manageUntil, parentId, name: values.name, text: values.text });
    },
  });
  element.classList.add("composer");
  return element;

  /** The same comment has the same key, however often it is sent and however often the page is loaded. */
  function key(comment) {
    const content = JSON.stringify(comment);
    const now = shelf.get(draft) ?? {};
    if (now.content === content) return now.key;
    const fresh = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
    shelf.set(draft, { text: comment.text, content, key: fresh });
    return fresh;
  }
}

function checkName(value, words) {
  if (!value.trim()) return words.say("missing.name");
  return [...value.trim()].length > LONGEST_NAME ? words.say("wrong.name") : null;
}

/** A form for another text of a comment. */
export function editor({ words, text, send, cancel }) {
  const field = textField({
    words, name: "text", path: "text", label: words.say("text"), longest: LONGEST_TEXT, value: text,
  });
  return form({
    words, label: words.say("edit"), submit: words.say("save"), cancel, fields: [field], send: (values) => send(values.text),
  });
}
