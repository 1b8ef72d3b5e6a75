# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes units.jsonl: one article each of 500 laws, decrees and circulars of the electronic code of
Vietnamese law (Bộ pháp điển điện tử, phapdien.moj.gov.vn; texts of law are in the public domain), cut
at 160 words. Usage: excerpt.py phapdien.jsonl > units.jsonl"""
import json, random, re, sys

MOST, LEAST_WORDS, MOST_WORDS = 500, 80, 160


def articles(law):
    for unit in re.split(r"\n\n(?=Điều )", law["text"]):
        title, _, body = unit.strip().partition("\n")
        if ". " in title and len(title.split(". ", 1)[1].split()) >= 3 and len(body.split()) >= LEAST_WORDS:
            yield title + "\n" + " ".join(body.split()[:MOST_WORDS])


random.seed(30)
laws = [json.loads(row) for row in open(sys.argv[1])]
random.shuffle(laws)
left = MOST
for law in laws:
    found = list(articles(law))
    if left == 0 or not found or not law["trich_yeu"]:
        continue
    left -= 1
    row = {"so_ky_hieu": law["so_ky_hieu"], "trich_yeu": law["trich_yeu"], "text": random.choice(found)}
    print(json.dumps(row, ensure_ascii=False))
