// A form whose errors stand at its fields. What was typed stays until it has been sent.

import { h } from "./dom.js";

let made = 0;

/**
 * `fields` are {name, path, label, control, check?}; `send` takes the values by name and may fail with a Failure, whose
 * errors are shown at the fields of the same path. `cancel` is optional.
 */
export function form({ words, label, fields, submit, send, cancel }) {
  const slots = new Map(fields.map((field) => [field.name, slot(field)]));
  const trouble = h("p", { class: "trouble", role: "alert", hidden: true });
  const button = h("button", { class: "main", type: "submit" }, submit);
  const buttons = h("div", { class: "buttons" }, button,
    cancel && h("button", { type: "button", onclick: cancel }, words.say("cancel")));
  const element = h("form", { class: "form", novalidate: true, "aria-label": label },
    ...fields.map((field) => slots.get(field.name).element), trouble, buttons);

  const say = (text) => {
    trouble.textContent = text ?? "";
    trouble.hidden = !text;
  };

  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    say(null);
    const wrong = fields.filter((field) => !slots.get(field.name).say(field.check?.(field.control)));
    if (wrong.length) return focusOn(wrong[0]);
    button.disabled = true;
    try {
      await send(Object.fromEntries(fields.map(({ name, control }) => [name, valueOf(control)])));
    } catch (failure) {
      const known = fields.filter(({ path }) => failure.errors?.some((error) => error.field === path));
      for (const field of known) slots.get(field.name).say(words.say(`wrong.${field.name}`));
      if (known.length) focusOn(known[0]);
      else say(explain(words, failure));
    } finally {
      button.disabled = false;
    }
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && cancel) cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element.requestSubmit();
  });
  return element;
}

/** A label, a control and the place for what is wrong with it. */
function slot({ label, control, hint }) {
  const id = `winnow-${++made}`;
  const error = h("span", { class: "error", id: `${id}-error`, hidden: true });
  const group = control.matches("fieldset");
  if (!group) control.id = id;
  control.setAttribute("aria-describedby", `${id}-error${hint ? ` ${id}-hint` : ""}`);
  if (hint) hint.id = `${id}-hint`;
  control.addEventListener("input", () => say(null));
  /** Shows what is wrong, or that nothing is; true when nothing is. */
  function say(text) {
    error.textContent = text ?? "";
    error.hidden = !text;
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return !text;
  }
  return { say, element: h("div", { class: "field" }, group ? null : h("label", { for: id }, label), control, hint, error) };
}

const focusOn = ({ control }) => (control.querySelector("input") ?? control).focus();
const valueOf = (control) => control.querySelector?.("input:checked")?.value ?? control.value?.trim() ?? "";

/** In words, why nothing was sent and what to do. */
export function explain(words, { kind, retryAfter }) {
  if (retryAfter && words.has(`failed.${kind}`)) return words.say(`failed.${kind}`, retryAfter);
  return words.say(words.has(`failed.${kind}`) ? `failed.${kind}` : "failed.internal", retryAfter ?? "");
}

/** A field for a text, with how much of it is left. */
export function textField({ words, name, path, label, longest, needed = true, rows = 3, value = "", oninput }) {
  const control = h("textarea", { rows });
  control.value = value;
  const hint = h("span", { class: "left" });
  const count = () => {
    const left = longest - [...control.value.trim()].length;
    hint.textContent = left >= 0 ? words.count("left", left) : words.count("over", -left);
    hint.classList.toggle("over", left < 0);
  };
  control.addEventListener("input", () => {
    count();
    oninput?.(control.value);
  });
  count();
  const check = () => {
    const length = [...control.value.trim()].length;
    if (needed && !length) return words.say("missing.text");
    return length > longest ? words.count("over", length - longest) : null;
  };
  return { name, path, label, control, hint, check, recount: count };
}
