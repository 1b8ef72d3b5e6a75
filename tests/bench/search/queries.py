# SPDX-License-Identifier: GPL-3.0-or-later
"""The first recipe: 150 queries, those the ranking was tuned on.
Usage: queries.py DOCS.jsonl > queries.tsv, where `search_bench dump` printed DOCS.jsonl."""
import random, re, sys

from judged_set import JudgedSet, fold, keys, nfc, words

random.seed(11)
judged = JudgedSet(sys.argv[1])


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
        if not p or nfc(p) == fold(p):
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


judged.some("numbers", 40, number)
judged.some("no marks", 40, no_marks)
judged.some("marks", 30, marks)
judged.some("phrases", 10, phrase)
judged.some("fields", 14, fields)
judged.some("telex", 5, typed(0))
judged.some("vni", 4, typed(1))
judged.some("short forms", 7, short)
judged.print("queries.py")
