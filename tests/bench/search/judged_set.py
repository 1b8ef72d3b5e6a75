# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recipes for judged queries share: the papers that `search_bench dump` prints, plain string
tests over them, and the list of queries with every paper that is a right first hit. No search engine
has a say in which are right."""
import json, random, re, unicodedata


def nfc(text):
    return unicodedata.normalize("NFC", text).lower()


def fold(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c)).replace("đ", "d")


def words(text):
    return re.findall(r"\w+", text)


def line(text, change):
    return " " + " ".join(words(change(text))) + " "


TONES = {"\u0300": ("f", "2"), "\u0301": ("s", "1"), "\u0303": ("x", "4"), "\u0309": ("r", "3"), "\u0323": ("j", "5")}
MARKS = {"\u0302": ("", "6"), "\u0306": ("w", "8"), "\u031b": ("w", "7")}


def keys(word, method):
    """The keys of Telex (0) or VNI (1) that make the word."""
    out, tone = "", ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if c in TONES:
            tone = TONES[c][method]
        elif c in MARKS:
            out += out[-1] if method == 0 and c == "\u0302" else MARKS[c][method]
        elif c == "đ":
            out += "dd" if method == 0 else "d9"
        else:
            out += c
    return out + tone


class JudgedSet:
    MOST_RIGHT = 12  # a query that more papers answer tells little

    def __init__(self, path, most=10000):
        self.docs = [json.loads(row) for row in open(path)][:most]
        for d in self.docs:
            d["f"], d["m"] = line(d["subject"], fold), line(d["subject"], nfc)
            d["tf"], d["tm"] = line(d["text"], fold), line(d["text"], nfc)
            d["n"] = fold(d["number"]).lstrip("0")
        self.rows = []

    def put(self, kind, query, right):
        ids = [d["id"] for d in self.docs if right(d)]
        if not ids or len(ids) > self.MOST_RIGHT or any(query == q for _, q, _ in self.rows):
            return
        self.rows.append((kind, query, ids))

    def some(self, kind, count, make, tries=20000):
        while sum(row[0] == kind for row in self.rows) < count and tries > 0:
            tries -= 1
            made = make(random.choice(self.docs))
            if made:
                self.put(kind, *made)

    def print(self, recipe):
        print("# SPDX-License-Identifier: GPL-3.0-or-later")
        print(f"# Made by {recipe} over {len(self.docs)} composed papers: kind, query, every right first hit.")
        for kind, query, ids in self.rows:
            print(f"{kind}\t{query}\t{' '.join(ids)}")
