#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generates data/generated_<lang>.tsv from templates/<lang>.txt, deterministically.

    python3 generate.py            write both languages
    python3 generate.py --check    write nothing, fail if a file would change

Only the standard library is used. The language of the template files is described in data/README.md.
"""

import argparse
import random
import re
import sys
import unicodedata
from collections import OrderedDict
from pathlib import Path

SEED = 20240607
LANGUAGES = ("zh", "en")
HERE = Path(__file__).resolve().parent
HEADER = ["id", "lang", "source", "label", "sublabel", "text"]
MIN_LENGTH, MAX_LENGTH = 4, 300


# ---------------------------------------------------------------- TSV

def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "")


def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n"}.get(m.group(1), m.group(1)), text)


def key(text):
    """What duplicates are compared by: NFKC, lower case, letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).lower()
    kept = "".join(c for c in folded if c.isalnum())
    return kept or folded


def read_tsv(path):
    rows = []
    with open(path, encoding="utf-8", newline="") as lines:
        header = next(lines).rstrip("\n").split("\t")
        if header != HEADER:
            raise ValueError(f"{path}: unexpected header {header}")
        for line in lines:
            rows.append(dict(zip(HEADER, line.rstrip("\n").split("\t"))))
    return rows


# ---------------------------------------------------------------- templates

class Grammar:
    def __init__(self, path):
        self.slots = {}
        self.kinds = OrderedDict()
        current = None
        for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            line = raw.strip()
            if not line or line.startswith("//"):
                continue
            if line.startswith("# "):
                label, kind, count = line[2:].split()
                if label not in ("ok", "spam", "abuse") or kind in self.kinds:
                    raise ValueError(f"{path}:{number}: {line}")
                current = {"label": label, "count": int(count), "skeletons": []}
                self.kinds[kind] = current
            elif line.startswith("@"):
                name, _, body = line[1:].partition("=")
                alternatives = [a.strip() for a in split(body)]
                self.slots.setdefault(name.strip(), []).extend(alternatives)
            elif current is None:
                raise ValueError(f"{path}:{number}: a skeleton before the first kind")
            else:
                current["skeletons"].append(line)

    def expand(self, text, rng, fill, depth=0):
        if depth > 12:
            raise ValueError("slots nest too deeply: " + text)
        out, i = [], 0
        while i < len(text):
            c = text[i]
            if c == "\\" and i + 1 < len(text):
                out.append({"n": "\n", "t": "\t"}.get(text[i + 1], text[i + 1]))
                i += 2
            elif c == "[":
                end = closing(text, i, "[", "]")
                choice = rng.choice(split(text[i + 1:end]))
                out.append(self.expand(choice, rng, fill, depth + 1))
                i = end + 1
            elif c == "{":
                end = text.index("}", i)
                name = text[i + 1:end]
                i = end + 1
                if name.startswith("?"):
                    if rng.random() < 0.5:
                        continue
                    name = name[1:]
                if name.startswith("!"):
                    name, _, argument = name[1:].partition(":")
                    out.append(fill(name, argument, rng))
                elif name in self.slots:
                    out.append(self.expand(rng.choice(self.slots[name]), rng, fill, depth + 1))
                else:
                    raise ValueError("no such slot: " + name)
            else:
                out.append(c)
                i += 1
        return "".join(out)


def split(text):
    """Splits at | outside brackets."""
    parts, depth, start, i = [], 0, 0, 0
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
        elif c == "[":
            depth += 1
        elif c == "]":
            depth -= 1
        elif c == "|" and depth == 0:
            parts.append(text[start:i])
            start = i + 1
        i += 1
    parts.append(text[start:])
    return parts


def closing(text, start, left, right):
    depth, i = 0, start
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
        elif c == left:
            depth += 1
        elif c == right:
            depth -= 1
            if depth == 0:
                return i
        i += 1
    raise ValueError("unclosed bracket: " + text)


# ---------------------------------------------------------------- numbers, handles, addresses
#
# Numbers are drawn from ranges that, as far as known, are assigned to nobody; addresses of sites and
# handles are random.

HAN = "零一二三四五六七八九"
DIGIT_FORMS = [
    "０１２３４５６７８９",
    "零一二三四五六七八九",
    "〇壹贰叁肆伍陆柒捌玖",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵",
    "O12E4S678g",
]
KEYCAPS = [str(d) + "\ufe0f\u20e3" for d in range(10)]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SYLLABLES = ("ba be bo da de di do fa fi ga go ha he ka ki ko la le li lo lu ma me mi mo na ne ni no pa po ra re ri "
             "ro ru sa se si so ta te ti to va ve vi wa xi ya yo za ze zo").split()
PINYIN = ("xiao ming li wang chen fang hong mei jie yang zhao lin hui qing yu xue long fei tao na bo jun an yan "
          "ning ke shu tian yun hao").split()


def digits(count, rng, first="0123456789"):
    return rng.choice(first) + "".join(rng.choice("0123456789") for _ in range(count - 1))


def disguise_digits(text, rng, strength):
    """Rewrites digits as people do who hide a number; strength is the share of numbers touched."""
    if rng.random() >= strength:
        return text
    way = rng.randrange(9)
    if way < 6:
        form = DIGIT_FORMS[way]
        mixed = rng.random() < 0.5
        return "".join(form[int(c)] if c.isdigit() and c.isascii() and (not mixed or rng.random() < 0.5) else c
                       for c in text)
    if way == 6:
        return "".join(KEYCAPS[int(c)] if c.isdigit() and c.isascii() and rng.random() < 0.6 else c for c in text)
    separator = rng.choice([" ", "-", ".", "，", "_", "~", "/", "·", "*"])
    if way == 7:
        return separator.join(text)
    size = rng.choice([2, 3, 4])
    return separator.join(text[i:i + size] for i in range(0, len(text), size))


def handle(rng):
    way = rng.randrange(7)
    if way == 0:
        return "".join(rng.choice(LETTERS) for _ in range(rng.choice([2, 3, 4]))) + digits(rng.choice([3, 4, 5, 6]), rng)
    if way == 1:
        return rng.choice(PINYIN) + rng.choice(PINYIN) + digits(rng.choice([2, 3, 4]), rng)
    if way == 2:
        return rng.choice(LETTERS) + digits(rng.choice([6, 7, 8]), rng)
    if way == 3:
        return rng.choice(PINYIN) + rng.choice(["_", "-", ""]) + digits(rng.choice([4, 5, 6]), rng)
    if way == 4:
        return "".join(rng.choice(LETTERS + "0123456789") for _ in range(rng.choice([6, 7, 8, 9])))
    if way == 5:
        return digits(rng.choice([3, 4]), rng) + "".join(rng.choice(LETTERS) for _ in range(3)) + digits(2, rng)
    return "".join(rng.choice(SYLLABLES) for _ in range(3)) + digits(rng.choice([2, 3]), rng)


def zh_mobile(rng):
    return rng.choice(["154", "160", "161", "163", "164", "168", "169", "142", "143"]) + digits(8, rng)


def qq(rng):
    return digits(10, rng, "56789")


def en_phone(rng):
    area = rng.choice(["800", "833", "844", "855", "866", "877", "888", "805", "917", "646"])
    exchange = digits(3, rng, "01")
    line = digits(4, rng)
    return rng.choice(["+1-{}-{}-{}", "1-{}-{}-{}", "+1 ({}) {}-{}", "{}-{}-{}", "+1 {} {} {}", "({}) {} {}",
                       "1{}{}{}", "+1{}{}{}", "{}.{}.{}"]).format(area, exchange, line)


def in_phone(rng):
    number = rng.choice("012345") + digits(9, rng)
    return rng.choice(["+91 ", "+91-", "+91", "", "0"]) + rng.choice([number, number[:5] + " " + number[5:],
                                                                       number[:5] + "-" + number[5:]])


def domain(rng, lang):
    stem = rng.choice(["".join(rng.choice(SYLLABLES) for _ in range(rng.choice([2, 3]))),
                       "".join(rng.choice(LETTERS) for _ in range(rng.choice([3, 4, 5]))) + digits(rng.choice([1, 2, 3]), rng),
                       digits(rng.choice([4, 5, 6]), rng)])
    if lang == "zh":
        return stem + rng.choice([".com", ".cn", ".top", ".xyz", ".vip", ".cc", ".club", ".net", ".icu", ".app", ".live"])
    return stem + rng.choice([".com", ".com", ".net", ".org", ".info", ".xyz", ".co", ".io", ".site", ".online", ".shop", ".club"])


def url(rng, lang):
    path = rng.choice(["", "", "/", "/" + "".join(rng.choice(LETTERS) for _ in range(4)),
                       "/" + digits(3, rng), "/?id=" + digits(4, rng), "/reg", "/index.html"])
    return rng.choice(["https://", "http://", "https://www.", "www.", ""]) + domain(rng, lang) + path


def fill_common(name, argument, rng, lang):
    if name == "int":
        low, high = argument.split("-")
        return str(rng.randint(int(low), int(high)))
    if name == "round":
        low, high, step = (int(a) for a in argument.split("-"))
        return str(rng.randrange(low, high + 1, step))
    if name == "digits":
        return digits(int(argument), rng)
    if name == "handle":
        return handle(rng)
    if name == "domain":
        return domain(rng, lang)
    if name == "url":
        return url(rng, lang)
    if name == "hex":
        return "0x" + "".join(rng.choice("0123456789abcdef") for _ in range(int(argument)))
    if name == "version":
        return ".".join(str(rng.randint(0, 20)) for _ in range(rng.choice([2, 3])))
    if name == "id":
        return "".join(rng.choice(LETTERS + LETTERS.upper() + "0123456789") for _ in range(rng.randint(5, 8)))
    return None


def fill_zh(name, argument, rng):
    if name == "wx":
        return disguise_digits(rng.choice([handle, handle, zh_mobile])(rng), rng, 0.35)
    if name == "qq":
        return disguise_digits(qq(rng), rng, 0.35)
    if name == "mobile":
        return disguise_digits(zh_mobile(rng), rng, 0.4)
    if name == "hotline":
        return rng.choice(["400-{0}-{1}", "400{0}{1}", "400 {0} {1}"]).format(digits(3, rng, "23"), digits(4, rng))
    if name == "han":
        low, high = argument.split("-")
        return han_number(rng.randint(int(low), int(high)))
    value = fill_common(name, argument, rng, "zh")
    if value is None:
        raise ValueError("no such filler: " + name)
    return value


def han_number(n):
    if n < 10:
        return HAN[n]
    if n < 20:
        return "十" + (HAN[n - 10] if n > 10 else "")
    if n < 100:
        return HAN[n // 10] + "十" + (HAN[n % 10] if n % 10 else "")
    return str(n)


def fill_en(name, argument, rng):
    if name == "phone":
        return en_phone(rng)
    if name == "inphone":
        return in_phone(rng)
    if name == "wa":
        return rng.choice(["1", "44", "234", "91", "27", "33", "49", "61", "971", "254"]) + "0" + digits(9, rng)
    if name == "anyphone":
        return rng.choice([en_phone, in_phone])(rng)
    value = fill_common(name, argument, rng, "en")
    if value is None:
        raise ValueError("no such filler: " + name)
    return value


# ---------------------------------------------------------------- register: the same for every label

ZH_EMOJI = "😂🤣😅👍😊🙏❤️😭🔥💪👏🤔😄🌹😎🙄😡👎🎉✨"
EN_EMOJI = "😂🤣😅👍😊🙏❤️😭🔥💪👏🤔😄💯😎🙄😡👎🎉✨"
ZH_BRACKETS = ["[笑哭]", "[doge]", "[赞]", "[捂脸]", "[流泪]", "[吃瓜]", "/笑哭", "/捂脸", "[OK]", "[玫瑰]", "[强]", "[允悲]"]
ZH_OPENERS = ["说实话，", "哈哈，", "路过，", "讲真，", "emmm，", "楼主，", "额，", "那个，", "大家好，", "确实，", "话说", "我说，",
              "看到这里，", "嗯，", "咳咳，", "兄弟们，", "姐妹们，", "有一说一，", "好吧，", "顺便说下，", "首先，"]
ZH_CLOSERS = ["哈哈哈", "就这样", "谢谢", "真的", "你们说呢", "懂？", "不解释", "仅此而已", "随便说说", "呵呵", "嘿嘿", "对吧", "辛苦了",
              "先这样吧", "顶一下", "打卡", "以上"]
ZH_TYPOS = [("的", "得"), ("得", "的"), ("在", "再"), ("再", "在"), ("那", "哪"), ("哪", "那"), ("做", "作"), ("吗", "嘛"),
            ("吧", "八"), ("什么", "神马"), ("没有", "木有"), ("这样", "酱"), ("怎么", "肿么"), ("喜欢", "稀饭"), ("他", "ta"),
            ("她", "ta"), ("有", "冇"), ("以", "已"), ("像", "象"), ("帐", "账"), ("账", "帐"), ("我", "偶"), ("了", "勒"),
            ("知道", "造"), ("是", "素")]
SIMPLIFIED = ("们这个来说时会对发开学经样现还过国后里无从见问与关长门东车马鱼鸟龙书买卖读语话课谢请谁让认识记设计论议讲评证试"
              "钱银铁错红绿给级线组织结网络续绝统综纪约纸气电脑听声听点热爱种动员运进远连选适应产业务团图难双机极标样树权条"
              "报帮师带头实宝审写宁岁岛帅广庆张强当录忆忧怀态总恋恶悬惊惯战户执扩扫护")
TRADITIONAL = ("們這個來說時會對發開學經樣現還過國後裡無從見問與關長門東車馬魚鳥龍書買賣讀語話課謝請誰讓認識記設計論議講評證試"
               "錢銀鐵錯紅綠給級線組織結網絡續絕統綜紀約紙氣電腦聽聲聽點熱愛種動員運進遠連選適應產業務團圖難雙機極標樣樹權條"
               "報幫師帶頭實寶審寫寧歲島帥廣慶張強當錄憶憂懷態總戀惡懸驚慣戰戶執擴掃護")
if len(SIMPLIFIED) != len(TRADITIONAL):
    raise ValueError("traditional characters do not match")
TO_TRADITIONAL = str.maketrans(SIMPLIFIED, TRADITIONAL)

EN_OPENERS = ["Hi, ", "Hello, ", "Hey ", "lol ", "Honestly, ", "So ", "Well, ", "Hmm, ", "OK, ", "Btw, ", "Hi all, ", "Hello everyone, ",
              "Dear author, ", "Hey guys, ", "Ok so ", "Look, ", "Wow. ", "Just saying, ", "Hello sir, ", "Not gonna lie, "]
EN_CLOSERS = ["Thanks!", "Thank you.", "Just saying.", "lol", "Cheers.", "Regards", "Have a nice day.", "Anyone?", "That's all.", "Really.",
              "Seriously.", "Good luck.", "Peace.", "No joke.", "imo", "Take care.", "smh", "Best wishes."]
EN_SHORT = [(" you ", " u "), (" your ", " ur "), (" are ", " r "), (" because ", " cuz "), (" please ", " plz "), (" people ", " ppl "),
            (" and ", " & "), (" to ", " 2 "), (" for ", " 4 "), ("going to", "gonna"), ("want to", "wanna"), (" with ", " w/ "),
            (" really ", " rly "), (" I ", " i "), ("though", "tho"), (" right ", " rite "), (" their ", " there ")]


def pick_emoji(text, rng):
    emoji = [e for e in re.findall(r".\ufe0f?", text)]
    chosen = rng.choice(emoji)
    return chosen * rng.choice([1, 1, 1, 2, 3])


def register_zh(text, rng):
    if rng.random() < 0.12 and len(text) < 200:
        text = rng.choice(ZH_OPENERS) + text
    if rng.random() < 0.10 and len(text) < 200:
        text = text.rstrip("。.") + rng.choice(["，", "。", " ", "\n"]) + rng.choice(ZH_CLOSERS)
    if rng.random() < 0.12:
        old, new = rng.choice(ZH_TYPOS)
        text = text.replace(old, new, 1)
    if rng.random() < 0.18:
        text = text.replace("，", " ")
    elif rng.random() < 0.06:
        text = text.replace("，", ",").replace("。", ".").replace("？", "?").replace("！", "!")
    elif rng.random() < 0.05:
        text = text.replace("，", "").replace("。", "")
    if rng.random() < 0.45:
        text = re.sub("。$", "", text)
    if rng.random() < 0.10:
        text = re.sub("。$", "", text) + rng.choice(["！", "！！", "！！！", "~", "～", "…", "……", "。。。", "!", "？？"])
    if rng.random() < 0.10:
        text = text + pick_emoji(ZH_EMOJI, rng)
    elif rng.random() < 0.06:
        text = text + rng.choice(ZH_BRACKETS)
    elif rng.random() < 0.03:
        text = pick_emoji(ZH_EMOJI, rng) + text
    if rng.random() < 0.03:
        text = text.translate(TO_TRADITIONAL)
    return text


def typo_en(text, rng):
    places = [m.start() for m in re.finditer(r"(?<=[a-z])[a-z]{2}(?=[a-z])", text)]
    if not places or "http" in text or "www" in text:
        return text
    i = rng.choice(places)
    way = rng.randrange(3)
    if way == 0:
        return text[:i] + text[i + 1] + text[i] + text[i + 2:]
    if way == 1:
        return text[:i] + text[i + 1:]
    return text[:i] + text[i] + text[i:]


def register_en(text, rng):
    has_link = re.search(r"https?:|www\.", text)
    if rng.random() < 0.10 and len(text) < 220:
        text = rng.choice(EN_OPENERS) + (text if has_link or rng.random() < 0.5 else text[0].lower() + text[1:])
    if rng.random() < 0.09 and len(text) < 220:
        text = text + rng.choice([" ", " ", "\n", "\n\n"]) + rng.choice(EN_CLOSERS)
    if rng.random() < 0.10:
        old, new = rng.choice(EN_SHORT)
        text = text.replace(old, new, 1)
    if rng.random() < 0.14:
        text = typo_en(text, rng)
    if rng.random() < 0.20 and not has_link:
        text = text.lower()
    elif rng.random() < 0.025 and not has_link:
        text = text.upper()
    if rng.random() < 0.10:
        text = text.replace("'", "")
    elif rng.random() < 0.15:
        text = text.replace("'", "\u2019")
    if rng.random() < 0.30:
        text = re.sub(r"\.$", "", text)
    elif rng.random() < 0.10:
        text = re.sub(r"\.$", "", text) + rng.choice(["!", "!!", "!!!", "...", "..", " :)", " ;)", "…"])
    if rng.random() < 0.06:
        text = re.sub(r"([.,]) ", r"\1", text)
    if rng.random() < 0.04:
        text = text.replace(". ", ".\n\n")
    if rng.random() < 0.08:
        text = text + " " + pick_emoji(EN_EMOJI, rng)
    elif rng.random() < 0.02:
        text = pick_emoji(EN_EMOJI, rng) + " " + text
    return text


# ---------------------------------------------------------------- length: the same for every label
#
# A comment shorter than the length drawn for it gets more sentences before or after it, so that length says
# nothing: of its own kind mostly, and ordinary ones for a share of them, so that the bad part has to be found
# among harmless ones.

ORDINARY = {
    "zh": ["code", "tech", "education", "parenting", "food", "sports", "film", "local", "politics", "life", "explain"],
    "en": ["code", "tech_news", "local_news", "food", "sports", "film_music", "parenting_edu", "politics", "life",
           "question", "explain"],
}
TYPICAL = {"zh": (20, 0.75), "en": (62, 0.75)}


OWN = {"ok": 0.5, "spam": 0.75, "abuse": 0.75}


def lengthen(text, label, own, lang, grammar, rng, fill):
    median, spread = TYPICAL[lang]
    target = min(int(median * rng.lognormvariate(0, spread)), MAX_LENGTH - 60)
    joint = rng.choice(["。", "，", " ", "\n", "。", "！"] if lang == "zh" else [". ", ". ", " ", "\n", "\n\n", "! "])
    kind = own if rng.random() < OWN[label] else rng.choice(ORDINARY[lang])
    while len(text) < target:
        other = grammar.expand(rng.choice(grammar.kinds[kind]["skeletons"]), rng, fill).strip().rstrip(",，")
        first, second = (other, text) if rng.random() < 0.6 else (text, other)
        between = joint
        if first[-1:] in ".!?。！？…" and joint.strip():
            between = "" if lang == "zh" else " "
        text = first + between + second
    return text


# ---------------------------------------------------------------- all together

def generate(lang):
    grammar = Grammar(HERE / "templates" / f"{lang}.txt")
    fill, register = {"zh": (fill_zh, register_zh), "en": (fill_en, register_en)}[lang]
    seen = set()
    hand = HERE / "data" / f"hand_{lang}.tsv"
    if hand.exists():
        seen.update(key(unescape(row["text"])) for row in read_tsv(hand))
    rows = []
    for kind, rule in grammar.kinds.items():
        # A generator of its own for every kind: changing one kind leaves the others as they are.
        rng = random.Random(f"{SEED}/{lang}/{kind}")
        made, tries = 0, 0
        # Whole names of authors stay as they are; comments get their register.
        plain = kind.endswith("author_name")
        fixed = plain or kind == "link_only"
        deck = []
        while made < rule["count"] and tries < rule["count"] * 30:
            tries += 1
            if not deck:
                deck = list(rule["skeletons"])
                rng.shuffle(deck)
            text = grammar.expand(deck.pop(), rng, fill).strip().rstrip(",，").rstrip()
            if not fixed:
                text = lengthen(text, rule["label"], kind, lang, grammar, rng, fill)
            if not plain:
                text = register(text, rng)
            text = re.sub(r" {2,}", " ", text).strip()
            if not MIN_LENGTH <= len(text) <= MAX_LENGTH or key(text) in seen:
                continue
            seen.add(key(text))
            made += 1
            rows.append([f"made-{lang}-{kind}-{made:04d}", lang, "made", rule["label"], kind, escape(text)])
        if made < rule["count"]:
            print(f"{lang} {kind}: only {made} of {rule['count']}", file=sys.stderr)
    return "".join("\t".join(row) + "\n" for row in [HEADER] + rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a file would change")
    arguments = parser.parse_args()
    stale = False
    for lang in (l for l in LANGUAGES if (HERE / "templates" / f"{l}.txt").exists()):
        path = HERE / "data" / f"generated_{lang}.tsv"
        text = generate(lang).encode("utf-8")
        if arguments.check:
            if not path.exists() or path.read_bytes() != text:
                print(f"{path.name} is not what the templates give", file=sys.stderr)
                stale = True
        else:
            path.write_bytes(text)
            print(f"{path.name}: {text.count(10) - 1} comments")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
