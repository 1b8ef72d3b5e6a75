# SPDX-License-Identifier: GPL-3.0-or-later
"""The second recipe: what people half remember. Nothing was tuned on what it draws.
Usage: queries_second.py DOCS.jsonl > queries_second.tsv, where `search_bench dump` printed DOCS.jsonl."""
import random, re, sys, unicodedata

from judged_set import JudgedSet, fold, nfc, words

random.seed(2026)
judged = JudgedSet(sys.argv[1])
PASSAGE = 14   # words of a passage that is half remembered
COMMON = {}    # in how many papers a folded word is
for d in judged.docs:
    for word in set(d["tf"].split()):
        COMMON[word] = COMMON.get(word, 0) + 1
CITED = set("hoac or va cua cac theo".split())  # an operator, and words nobody remembers


def letters(some):
    return all(re.fullmatch(r"[^\W\d_]{2,}", word) for word in some)


def telling(word):
    return fold(word) not in CITED and COMMON.get(fold(word), 0) < len(judged.docs) / 4


def near(haystack, wanted):
    """All `wanted` words stand within one passage of the folded text."""
    places = {word: [] for word in wanted}
    for at, word in enumerate(haystack):
        if word in places:
            places[word].append(at)
    if not all(places.values()):
        return False
    return any(all(any(at <= other < at + PASSAGE for other in places[word]) for word in wanted)
               for start in wanted for at in places[start])


def body(d):
    """Three words out of a passage in the middle of the text, in the order of the text."""
    w = words(d["text"])
    if len(w) < 90:
        return None
    at = random.randrange(60, len(w) - PASSAGE - 8)
    some = [v for v in w[at:at + PASSAGE] if telling(v) and letters([v])]
    if len(some) < 3:
        return None
    kept = sorted(random.sample(range(len(some)), 3))
    query = [nfc(some[i]) for i in kept]
    wanted = {fold(v) for v in query}
    return query, wanted


def half_remembered(marks):
    def make(d):
        made = body(d)
        if not made or len(made[1]) < 3:
            return None
        query, wanted = made
        if random.random() < 0.5:
            random.shuffle(query)
        text = " ".join(query) if marks else fold(" ".join(query))
        return text, lambda o: all(f" {v} " in o["tf"] for v in wanted) and near(o["tf"].split(), wanted)
    return make


def subject_part(d, low=4, high=6):
    w = words(d["subject"])
    length = random.randint(low, high)
    if len(w) < length:
        return None
    at = random.randrange(len(w) - length + 1)
    some = w[at:at + length]
    return some if letters(some) and not CITED.issuperset(map(fold, some)) and "hoac" not in map(fold, some) else None


TONES = "\u0300\u0301\u0303\u0309\u0323"


def wrong_mark(d):
    """Words of a subject, one of them with another tone or none."""
    some = subject_part(d)
    if not some:
        return None
    marked = [i for i, v in enumerate(some) if any(c in TONES for c in unicodedata.normalize("NFD", v))]
    if len(marked) < 2:
        return None
    at = random.choice(marked)
    plain = unicodedata.normalize("NFD", nfc(some[at]))
    tone, place = next((c, i) for i, c in enumerate(plain) if c in TONES)
    while place + 1 < len(plain) and unicodedata.combining(plain[place + 1]):
        place += 1  # behind the other mark of the letter, or the two are no letter together
    other = random.choice([t for t in TONES if t != tone] + [""])
    right = fold(" ".join(some))
    typed = [nfc(v) for v in some]
    typed[at] = nfc(plain[:place + 1].replace(tone, "") + other + plain[place + 1:])
    return " ".join(typed), lambda o: f" {right} " in o["f"]


def other_order(d):
    """Four telling words of a subject, in any order, without marks."""
    some = list(dict.fromkeys(fold(v) for v in words(d["subject"]) if telling(v) and letters([v])))
    if len(some) < 4:
        return None
    picked = random.sample(some, 4)
    return " ".join(picked), lambda o: all(f" {v} " in o["f"] for v in picked)


def number(d):
    """Every form that issue 6 names, and ways to space, case and zero them."""
    whole = d["number"]
    n, group = whole.split("/")
    n = n.lstrip("0")
    first, *rest = re.split("-", group)
    same = lambda o: o["n"] == d["n"]
    alone = lambda o: o["n"].split("/")[0] == n
    beginning = lambda o: re.split("[/-]", o["n"])[:2] == [n, fold(first)]
    return random.choice([
        (n, alone), ("00" + n, alone), (f"số {n}", alone), (f"so: {n}", alone),
        (f"{n}/{fold(first)}", beginning), (f"{n} / {first}", beginning),
        (f"cv {n}", lambda o: alone(o) and o["type"] == "CÔNG VĂN") if d["type"] == "CÔNG VĂN" else (n, alone),
        (f"{n} {group.replace('-', ' ')}", same), (f"{n} {fold(group).replace('-', ' ')}", same),
        (f"số {whole}", same), (f"Số: {whole}", same), (f"{n} / {group.replace('-', ' - ')}", same),
        (f"{n}-{fold(group)}", same), (f"0{n}/{group.replace('Đ', 'Ð')}", same), (fold(whole).upper(), same)])


def months(d):
    some = subject_part(d, 2, 3)
    if not some:
        return None
    year, month, day = d["date"].split("-")
    part, m = fold(" ".join(some)), int(month)
    quarter = (m + 2) // 3
    ask, when = random.choice([
        (f"tháng {m}/{year}", year + "-" + month), (f"thang {m} nam {year}", year + "-" + month),
        (f"ngay:t{m}/{year}", year + "-" + month), (f"ngay:{year}-{month}", year + "-" + month),
        (f"ngay:{m}/{year}", year + "-" + month), (year, year),
        (f'ngay:"quý {quarter}/{year}"', None)])
    inside = (lambda o: o["date"].startswith(when)) if when else (
        lambda o: o["date"][:4] == year and (int(o["date"][5:7]) + 2) // 3 == quarter)
    return f"{part} {ask}", lambda o: f" {part} " in o["f"] and inside(o)


def signers(d):
    some = subject_part(d, 2, 3)
    if not some:
        return None
    part = fold(" ".join(some))
    given = d["signer"].split()[-1]
    query, who = random.choice([
        (f"{part} {fold(d['signer'])}", d["signer"]), (f"{part} nguoiky:{nfc(given)}", given),
        (f'{part} nguoiky:"{fold(d["signer"])}"', d["signer"]), (f"{nfc(d['signer'])} {part}", d["signer"])])
    return query, lambda o: f" {part} " in o["f"] and f" {fold(who)} " in f" {fold(o['signer'])} "


OFFICES = {"ỦY BAN NHÂN DÂN TỈNH NINH THUẬN": ["ubnd ninh thuan", "UBND tỉnh Ninh Thuận"],
           "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA": ["ubnd khanh hoa", "UBND tỉnh Khánh Hoà"],
           "SỞ GIÁO DỤC VÀ ĐÀO TẠO": ["sgddt", "Sở GD&ĐT", "so gddt"], "SỞ Y TẾ": ["syt"], "SỞ NỘI VỤ": ["snv"],
           "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN": ["snn", "Sở NN&PTNT"],
           "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG": ["stnmt", "Sở TN&MT"], "SỞ TÀI CHÍNH": ["stc"], "SỞ XÂY DỰNG": ["sxd"],
           "BỘ TÀI CHÍNH": ["btc"], "BỘ NỘI VỤ": ["bnv"], "VĂN PHÒNG CHÍNH PHỦ": ["vpcp"], "SỞ TƯ PHÁP": ["stp"]}


def offices(d):
    some = subject_part(d, 2, 3)
    if not some or d["issuer"] not in OFFICES:
        return None
    part, short = fold(" ".join(some)), random.choice(OFFICES[d["issuer"]])
    query = random.choice([f"{short} {part}", f"{part} {short}", f'{part} coquan:"{short}"'])
    return query, lambda o: f" {part} " in o["f"] and o["issuer"] == d["issuer"]


judged.some("numbers", 40, number)
judged.some("half remembered", 20, half_remembered(False))
judged.some("half remembered, marks", 20, half_remembered(True))
judged.some("wrong mark", 20, wrong_mark)
judged.some("other order", 15, other_order)
judged.some("months", 14, months)
judged.some("signers", 10, signers)
judged.some("offices", 11, offices)
judged.print("queries_second.py")
