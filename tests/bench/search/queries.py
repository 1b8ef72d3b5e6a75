# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes queries.tsv: 150 queries over the papers that `search_bench dump` prints, with every paper
that is a right first hit. Which are right is decided here by looking through all papers with plain
string tests, not by any search engine. Usage: queries.py DOCS.jsonl > queries.tsv"""
import json, random, re, sys, unicodedata

random.seed(11)
docs = [json.loads(line) for line in open(sys.argv[1])][:10000]


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


for d in docs:
    d["f"], d["m"] = line(d["subject"], fold), line(d["subject"], nfc)
    d["tf"], d["tm"] = line(d["text"], fold), line(d["text"], nfc)
    d["n"] = fold(d["number"]).lstrip("0")

rows = []


def put(kind, query, right):
    ids = [d["id"] for d in docs if right(d)]
    if not ids or len(ids) > 12 or any(query == q for _, q, _ in rows):
        return False
    rows.append((kind, query, ids))
    return True


def some(kind, count, make):
    while sum(row[0] == kind for row in rows) < count:
        made = make(random.choice(docs))
        if made:
            put(kind, *made)


def part(d, low=4, high=6):
    all_words = words(d["subject"])
    length = random.randint(low, high)
    if len(all_words) < length or any(w.isdigit() for w in all_words):
        return None
    at = random.randrange(len(all_words) - length + 1)
    return " ".join(all_words[at:at + length])


def no_marks(d):
    p = part(d)
    return p and (fold(p), lambda o: f" {fold(p)} " in o["f"])


def marks(d):
    p = part(d)
    return p and (nfc(p), lambda o: f" {nfc(p)} " in o["m"])


def phrase(d):
    w = words(d["text"])
    at = random.randrange(40, max(41, len(w) - 8))
    p = nfc(" ".join(w[at:at + 6]))
    if fold(p) == p or re.search(r"\d", p):
        return None
    return f'"{p}"', lambda o: f" {p} " in o["tm"]


def number(d):
    n, group = d["n"].split("/")
    form = random.randrange(7)
    whole = d["number"]
    query = [n, f"{n}/{group.split('-')[0]}", f"cv {n}", whole.replace("/", " ").replace("-", " "),
             f"số {whole}", fold(whole).replace("/", " ").replace("-", " "), f"0{n}-{fold(group)}"][form]
    if form == 0:
        right = lambda o: o["n"].split("/")[0] == n
    elif form == 1:
        right = lambda o: re.split("[/-]", o["n"])[:2] == [n, group.split("-")[0]]
    elif form == 2:
        if d["type"] != "CÔNG VĂN":
            return None
        right = lambda o: o["n"].split("/")[0] == n and o["type"] == "CÔNG VĂN"
    else:
        right = lambda o: o["n"] == d["n"]
    return query, right


def fields(d):
    p = part(d, 2, 3)
    if not p:
        return None
    y, m, day = d["date"].split("-")
    q = (int(m) + 2) // 3
    ask, when = random.choice([
        (f"ngay:{int(day)}/{int(m)}/{y}", lambda o: o["date"] == d["date"]),
        (f"ngay:t{int(m)}/{y}", lambda o: o["date"][:7] == d["date"][:7]),
        (f"ngay:q{q}/{y}", lambda o: o["date"][:4] == y and (int(o["date"][5:7]) + 2) // 3 == q),
        (f'loai:"{fold(d["type"])}" ngay:{y}', lambda o: o["type"] == d["type"] and o["date"][:4] == y),
        (f'coquan:"{nfc(d["issuer"])}" ngay:{y}', lambda o: o["issuer"] == d["issuer"] and o["date"][:4] == y)])
    return f"{fold(p)} {ask}", lambda o: f" {fold(p)} " in o["f"] and when(o)


def typed(method):
    def make(d):
        p = part(d, 4, 5)
        if not p or len(p) == len(fold(p).encode()):
            return None
        return " ".join(keys(w, method) for w in words(p)), lambda o: f" {nfc(p)} " in o["m"]
    return make


SHORT = {"ủy ban nhân dân": "ubnd", "quyết định": "qđ", "kế hoạch": "kh", "thông tư": "tt", "nghị định": "nđ",
         "bảo hiểm xã hội": "bhxh", "bảo hiểm y tế": "bhyt", "hội đồng nhân dân": "hđnd", "hợp tác xã": "htx",
         "công nghệ thông tin": "cntt", "giáo dục và đào tạo": "gdđt", "kinh tế xã hội": "ktxh"}


def short(d):
    p = nfc(part(d, 5, 8) or "")
    for full, brief in SHORT.items():
        if full in p and p != full:
            return p.replace(full, brief), lambda o: f" {p} " in o["m"]
    return None


some("numbers", 40, number)
some("no marks", 40, no_marks)
some("marks", 30, marks)
some("phrases", 10, phrase)
some("fields", 14, fields)
some("telex", 5, typed(0))
some("vni", 4, typed(1))
some("short forms", 7, short)
print("# SPDX-License-Identifier: GPL-3.0-or-later")
print("# Made by queries.py over the first 10000 papers of the corpus: kind, query, every right first hit.")
for kind, query, ids in rows:
    print(f"{kind}\t{query}\t{' '.join(ids)}")
