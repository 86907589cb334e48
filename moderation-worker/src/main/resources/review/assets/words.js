// How the desk speaks: phrases, times and numbers in the language in use.

import en from "./words-en.js";
import zh from "./words-zh.js";

const WORDS = { en, zh };
const COOKIE = "winnow-language";

let language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** The language in use: zh or en. */
export const current = () => language;

/** The language as HTML and Accept-Language write it. */
export const tag = () => (language === "zh" ? "zh-CN" : "en");

/** A phrase, with values in the places of {0}, {1}…; a word that is not ours stays as it is. */
export function say(key, ...values) {
  const phrase = WORDS[language][key] ?? key;
  return phrase.replace(/\{(\d)\}/g, (_, i) => values[Number(i)]);
}

/** A reason's name; a site's own reasons are shown as they are. */
export const reason = (word) => WORDS[language][`reason_${word}`] ?? word;

/** Changes over to the other language, for this browser and the next visits too. */
export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  document.cookie = `${COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = tag();
}

/** Puts the words into whatever names them by data-words. */
export function fill(root) {
  for (const element of root.querySelectorAll("[data-words]")) {
    element.textContent = say(element.dataset.words);
  }
  for (const element of root.querySelectorAll("[data-words-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordsLabel));
  }
}

/** A signal's name; one of a newer release is shown as it is. */
export const signal = (name) => WORDS[language][`signal_${name}`] ?? name;

export const number = (n) => new Intl.NumberFormat(tag()).format(n);

export const percent = (p) => new Intl.NumberFormat(tag(), { style: "percent" }).format(p);

/** Both probabilities in a line. */
export const scores = ({ spam, abuse }) => `${say("spam")} ${percent(spam)} · ${say("abuse")} ${percent(abuse)}`;

export const absolute = (time) =>
  new Intl.DateTimeFormat(tag(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));

const STEPS = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 30],
  ["month", 12],
  ["year", Infinity],
];

/** How long ago, in the largest unit that fits. */
export function ago(time, now = Date.now()) {
  let value = Math.min(0, (new Date(time).getTime() - now) / 1000);
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size || size === Infinity) {
      return new Intl.RelativeTimeFormat(tag(), { numeric: "auto" }).format(Math.round(value), unit);
    }
    value /= size;
  }
}
