#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what disguises do: of bad comments that are found when clean, how many are found when disguised.

    python3 disguise.py write --input LABELLED.tsv [--input ...] --rows 400 --output disguised.tsv
    java -jar moderation-worker.jar screen --input disguised.tsv --output screened.tsv --model first
    python3 disguise.py count --screened screened.tsv

Draws so many bad comments of each language from files as `evaluate` reads them, and writes each clean, disguised whole, and
disguised in half: every second word, or three characters of six. Homophones and pinyin are of all characters or of one in
three. Only the standard library is used; what traditional characters do is measured where opencc-python-reimplemented is there.
"""

import argparse
import random
import re
from collections import defaultdict
from pathlib import Path

SEED = 20261128
RESOURCES = Path(__file__).resolve().parent.parent / "src/main/resources/text"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SIGNS = "*-_.~^+#"


def table(replacements):
    return dict(zip(LATIN, replacements.split()))


LOOK_ALIKES = table("а ь с ԁ е f ɡ һ і ј κ l м п о р q г ѕ т υ ν ѡ х у z")
SMALL_CAPITALS = table("ᴀ ʙ ᴄ ᴅ ᴇ ꜰ ɢ ʜ ɪ ᴊ ᴋ ʟ ᴍ ɴ ᴏ ᴘ ǫ ʀ ꜱ ᴛ ᴜ ᴠ ᴡ x ʏ ᴢ")
LEET = {"a": "4@", "b": "8", "e": "3", "g": "9", "i": "1!", "l": "1", "o": "0", "s": "5$", "t": "7"}
NUMERALS = "零一二三四五六七八九"


def is_latin(c):
    return c.isascii() and c.isalpha()


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def is_letter(c):
    return is_latin(c) or is_han(c)


def tsv(name):
    with open(RESOURCES / name, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


ALIKE = {c: (name, alike) for name, alike in tsv("syllables.tsv") for c in alike}
HALVES = {wholes[i + 1]: left + wholes[i] for left, wholes in tsv("split-characters.tsv") for i in range(0, len(wholes), 2)}


def each(change):
    """A disguise that changes letters one by one."""
    return lambda word, dice: "".join(change(c, dice) if is_letter(c) else c for c in word)


def shifted(small, large):
    """A disguise in letters that stand in order elsewhere in Unicode."""
    return each(lambda c, dice: chr(ord(c) - ord("a") + small) if c.islower() and is_latin(c)
                else chr(ord(c) - ord("A") + large) if is_latin(c) else c)


def between(sign):
    """A disguise by what stands between letters."""
    def disguise(word, dice):
        out = ""
        for i, c in enumerate(word):
            apart = i + 1 < len(word) and is_letter(c) and is_letter(word[i + 1])
            out += c + (sign(dice) if apart else "")
        return out
    return disguise


def one_sign(word, dice):
    sign = dice.choice(SIGNS)
    return between(lambda _: sign)(word, dice)


def in_pieces(word, dice):
    if len(word) < 4:
        return word
    cut = dice.randrange(1, len(word) - 1)
    return word[:cut] + dice.choice(SIGNS) + word[cut:]


def drawn_out(c, dice):
    return c * dice.randrange(3, 6) if c in "aeiouAEIOU" or is_han(c) and dice.random() < 0.3 else c


def homophone(c, dice):
    alike = [other for other in ALIKE[c][1][:40] if other != c] if c in ALIKE else []
    return dice.choice(alike) if alike else c


BOTH = {
    "zero-width": between(lambda dice: "\u200b"),
    "strike-through": each(lambda c, dice: c + "\u0336"),
    "combining marks": each(lambda c, dice: c + "\u0301\u0323"),
    "one sign between letters": one_sign,
    "signs and spaces at random": between(lambda dice: dice.choice([" ", "", *SIGNS[:5], ". ", " *"])),
    "drawn out": each(drawn_out),
}
ENGLISH = {
    "look-alikes": each(lambda c, dice: LOOK_ALIKES.get(c.lower(), c)),
    "full-width": shifted(0xFF41, 0xFF21),
    "mathematical": shifted(0x1D41A, 0x1D400),
    "circled": shifted(0x24D0, 0x24B6),
    "emoji letters": shifted(0x1F170, 0x1F170),
    "small capitals": each(lambda c, dice: SMALL_CAPITALS.get(c.lower(), c)),
    "case": each(lambda c, dice: c.upper() if dice.random() < 0.5 else c.lower()),
    "spaces between letters": between(lambda dice: " "),
    "signs within words, words apart": between(lambda dice: dice.choice(SIGNS)),
    "words broken into pieces by signs": in_pieces,
    "digits and signs for letters": each(lambda c, dice: dice.choice(LEET.get(c.lower(), c))),
}
CHINESE = {
    "spaces between letters": between(lambda dice: " "),
    "full-width": shifted(0xFF41, 0xFF21),
    "characters split in halves": each(lambda c, dice: HALVES.get(c, c)),
    "homophones": each(homophone),
    "pinyin": each(lambda c, dice: " " + ALIKE[c][0] + " " if c in ALIKE else c),
    "pinyin without spaces": each(lambda c, dice: ALIKE[c][0] if c in ALIKE else c),
}
SOUNDS = ("homophones", "pinyin", "pinyin without spaces")


def digits(text, dice):
    return "".join(NUMERALS[int(c)] if c in "0123456789" else c for c in text)


def english(text, disguise, dice, half, gap):
    words = text.split()
    return gap.join(disguise(w, dice) if i % 2 == 0 or not half else w for i, w in enumerate(words))


def chinese(text, disguise, dice, half, sound):
    if not half:
        return disguise(text, dice)
    if sound:
        return "".join(disguise(c, dice) if i % 3 == 0 else c for i, c in enumerate(text))
    return "".join(disguise(text[i:i + 3], dice) + text[i + 3:i + 6] for i in range(0, len(text), 6))


def variants(language, text, dice):
    yield "clean", text
    disguises = {**BOTH, **(ENGLISH if language == "en" else CHINESE)}
    for name, disguise in disguises.items():
        for half in (False, True):
            changed = (english(text, disguise, dice, half, "   " if "spaces" in name else " ")
                       if language == "en" else chinese(text, disguise, dice, half, name in SOUNDS))
            yield name + (", half" if half else ""), changed
    if language == "en":
        for half in (False, True):
            yield ("spaces between letters and none longer between words" + (", half" if half else ""),
                   english(text, ENGLISH["spaces between letters"], dice, half, " "))
    if language == "zh" and re.search("[0-9]{5}", text):
        yield "Han numerals for digits", digits(text, dice)
    traditional = converter()
    if language == "zh" and traditional:
        yield "traditional", traditional.convert(text)


def converter():
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    if not hasattr(converter, "made"):
        converter.made = OpenCC("s2t")
    return converter.made


def unescaped(text):
    return re.sub(r"\\([tn\\])", lambda m: {"t": "\t", "n": "\n", "\\": "\\"}[m.group(1)], text)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def command_write(args):
    bad = defaultdict(list)
    for file in args.input:
        with open(file, encoding="utf-8") as lines:
            header = next(lines).rstrip("\n").split("\t")
            for line in lines:
                row = dict(zip(header, line.rstrip("\n").split("\t")))
                if row["label"] != "ok":
                    text = unescaped(row["text"])
                    bad["zh" if any(map(is_han, text)) else "en"].append(text)
    dice = random.Random(SEED)
    with open(args.output, "w", encoding="utf-8") as out:
        out.write("id\ttext\n")
        for language in ("zh", "en"):
            for number, text in enumerate(dice.sample(bad[language], args.rows)):
                for name, changed in variants(language, text, dice):
                    out.write(f"{language}|{number}|{name}\t{escaped(changed)}\n")


def command_count(args):
    found = defaultdict(dict)
    with open(args.screened, encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            if cells[0].count("|") == 2:
                language, number, name = cells[0].split("|")
                found[language, name][number] = cells[3] != "approve"
    for (language, name), verdicts in sorted(found.items()):
        if name == "clean":
            print(f"{language}\tclean\t{sum(verdicts.values())} of {len(verdicts)} found")
        else:
            known = [verdict for number, verdict in verdicts.items() if found[language, "clean"][number]]
            print(f"{language}\t{name}\t{100 * sum(known) / len(known):.1f} % of {len(known)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    write = commands.add_parser("write")
    write.add_argument("--input", action="append", required=True)
    write.add_argument("--rows", type=int, default=400)
    write.add_argument("--output", required=True)
    write.set_defaults(run=command_write)
    count = commands.add_parser("count")
    count.add_argument("--screened", required=True)
    count.set_defaults(run=command_count)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
