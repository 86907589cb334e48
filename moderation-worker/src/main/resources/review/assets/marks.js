// Shows a text as it is: the characters that signals point to are marked, and what cannot be seen is made visible.

import { h } from "./dom.js";
import { number, say } from "./words.js";

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFFA0]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;
const MARK = /\p{M}/u;
const MARKS_SHOWN = 4;

/**
 * Cuts a text where spans begin or end.
 *
 * @param text the text
 * @param signals what was noticed in it, each with spans [[from, to]]; spans may overlap
 * @returns pieces {from, to, signals, ends}: which signals cover it, and which of them end with it
 */
export function pieces(text, signals) {
  const spans = signals.flatMap((signal, index) =>
    signal.spans
      .map(([from, to]) => ({ index, from: boundary(text, from, -1), to: boundary(text, to, 1) }))
      .filter((span) => span.from < span.to),
  );
  const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i];
    const covering = spans.filter((span) => span.from <= from && span.to >= to);
    return {
      from,
      to,
      signals: [...new Set(covering.map((span) => span.index))],
      ends: [...new Set(covering.filter((span) => span.to === to).map((span) => span.index))],
    };
  });
}

/** A place within the text that does not part a surrogate pair. */
function boundary(text, at, direction) {
  const place = Math.max(0, Math.min(at, text.length));
  const parts = place > 0 && place < text.length && /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(place - 1, place + 1));
  return parts ? place + direction : place;
}

const nowhere = () => null;

/**
 * The text as nodes.
 *
 * @param text the text
 * @param signals what was noticed in it: {category, why, spans, number}
 * @param describe the id of the element that tells about a signal; without it, marks tell by their title alone
 */
export function marked(text, signals, describe = nowhere) {
  return pieces(text, signals).map((piece) => {
    const shown = visible(text.slice(piece.from, piece.to), text.slice(0, piece.from));
    if (piece.signals.length === 0) {
      return shown;
    }
    const covering = piece.signals.map((index) => signals[index]);
    const strongest = covering.find((signal) => signal.category !== "trust") ?? covering[0];
    return h(
      "mark",
      {
        class: strongest.category,
        title: describe === nowhere ? covering.map((signal) => signal.why).join("\n") : null,
        tabindex: describe === nowhere ? null : "0",
        role: describe === nowhere ? null : "button",
        "aria-haspopup": describe === nowhere ? null : "dialog",
        "aria-describedby": covering.map(describe).filter(Boolean).join(" ") || null,
        "data-signals": covering.map((signal) => signal.number).join(" "),
        "data-many": piece.signals.length > 1,
        "data-ends": piece.ends.map((index) => signals[index].number).join(" ") || null,
      },
      shown,
    );
  }).flat(Infinity);
}

/** Nodes for a stretch of text: what cannot be seen stands there as a small label. */
export function visible(text, before = "") {
  const nodes = [];
  let plain = "";
  let marks = 0;
  const flush = () => {
    if (plain) {
      nodes.push(document.createTextNode(plain));
    }
    plain = "";
  };
  const cut = () => {
    if (marks > MARKS_SHOWN) {
      flush();
      nodes.push(label(`+${number(marks - MARKS_SHOWN)}`, say("marksCut", number(marks - MARKS_SHOWN))));
    }
    marks = 0;
  };
  let previous = [...before].at(-1) ?? "";
  const characters = [...text];
  characters.forEach((c, i) => {
    if (MARK.test(c) && !PICTURE.test(c)) {
      marks += 1;
      plain += marks <= MARKS_SHOWN ? c : "";
    } else {
      cut();
      if (joins(c, previous, characters[i + 1]) || c === "\n" || c === "\t" || !INVISIBLE.test(c)) {
        plain += c;
      } else if (c !== "\r") {
        flush();
        const code = `U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
        nodes.push(label(code, say("invisible", code)));
      }
    }
    previous = c;
  });
  cut();
  flush();
  return nodes;
}

/** Whether a zero-width joiner does its proper work, between two pictures. */
const joins = (c, previous, next) => c === "\u200D" && PICTURE.test(previous) && PICTURE.test(next ?? "");

/** Characters that cannot be seen and have a name that tells. */
const NAMES = {
  0x00a0: "NBSP",
  0x00ad: "SHY",
  0x034f: "CGJ",
  0x200b: "ZWSP",
  0x200c: "ZWNJ",
  0x200d: "ZWJ",
  0x200e: "LRM",
  0x200f: "RLM",
  0x202a: "LRE",
  0x202b: "RLE",
  0x202c: "PDF",
  0x202d: "LRO",
  0x202e: "RLO",
  0x2060: "WJ",
  0x2066: "LRI",
  0x2067: "RLI",
  0x2068: "FSI",
  0x2069: "PDI",
  0xfeff: "BOM",
};

const SPACES = { " ": "·", "\t": "→", "\u3000": "□" };
const RAW_SHOWN = 5_000;

/** Nodes for a text as it came: each space, each line's end, each joiner and mark has a box or a sign of its own. */
export function raw(text) {
  const nodes = [];
  for (const c of [...text].slice(0, RAW_SHOWN)) {
    if (c === "\n") {
      nodes.push(h("span", { class: "space", "aria-hidden": "true" }, "↵"), document.createTextNode("\n"));
    } else if (SPACES[c]) {
      nodes.push(h("span", { class: "space", "aria-hidden": "true" }, SPACES[c]));
    } else if (INVISIBLE.test(c) || MARK.test(c) || (/\p{Zs}/u.test(c) && c !== " ")) {
      const code = c.codePointAt(0);
      const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      nodes.push(label(NAMES[code] ? `${hex} ${NAMES[code]}` : hex, say("invisible", hex)));
    } else {
      nodes.push(document.createTextNode(c));
    }
  }
  return nodes;
}

const label = (words, title) => h("span", { class: "unseen", title }, words);

/** The language a text is set in, so that Chinese characters get Chinese shapes; null where it is not plain. */
export function languageOf(text) {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    return "ja";
  }
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : null;
}
