# SPDX-License-Identifier: GPL-3.0-or-later
"""Which syllables names are made of: counts for ocr/models/names.tsv. See README.md for inputs.

usage: prior.py --given vi.json --corpus phapdien.jsonl.xz --out names.tsv

A row: a syllable as names have it, its weight as a family name, its weight as another part of a
name. Family names by their share of the people; other parts counted from a list of given names;
every other syllable that there can be stands there with little weight, so that a rare
name can be read."""
import argparse
import collections
import json
import lzma
import re
import unicodedata

# Per mille of the people (Lê Trung Hoa, Họ và tên người Việt Nam, 2005; Hoàng with Huỳnh and Vũ with
# Võ parted in halves); below that list a guess for what papers show now and then.
FAMILIES = {
    "Nguyễn": 384, "Trần": 121, "Lê": 95, "Phạm": 70, "Hoàng": 30, "Huỳnh": 21, "Phan": 45, "Vũ": 22, "Võ": 17,
    "Đặng": 21, "Bùi": 20, "Đỗ": 14, "Hồ": 13, "Ngô": 13, "Dương": 10, "Lý": 5}
SOME = """Đinh Đào Đoàn Trịnh Trương Lâm Mai Cao Chu Châu Tô Tạ Hà Phùng Thái Lưu Lương Lại La Kiều Quách Từ Tống
    Thân Tăng Triệu Vương Nông Lò Đàm Đồng Trang Thạch Danh Nghiêm Hứa Ninh""".split()
RARE = """Khuất Giang Doãn Diệp Cù Bạch An Âu Tôn Sầm Mạc Ma Lục Kim Hầu Giàng Đường Cầm Bế Hoa Thẩm Ông Viên Vi
    Vàng Sùng Quàng Phương Ngụy Mã Lữ Liêu Khổng Kha Hàn Đới Chử Bàn Điêu Tòng Quan Mẫn Mạnh Lã Thiều Uông Lường
    Lù Phí Tiêu Văn Đậu Thiệu Ngọ Cấn Hạ Khương Đái Lầu Mùa Vừ Hạng Chẩu Nhâm Lèng Tráng Hoàn Giáp Nhữ Trà Đôn""".split()
MIDDLE = {"Văn": 700, "Thị": 450, "Đức": 90, "Xuân": 80, "Minh": 80, "Ngọc": 80, "Quang": 80, "Thanh": 80,
          "Hữu": 70, "Công": 60, "Đình": 60, "Anh": 40, "Quốc": 50, "Trọng": 40, "Thế": 40, "Hoàng": 40, "Tuấn": 40,
          "Mạnh": 30, "Bá": 20, "Huy": 25, "Duy": 30, "Tiến": 30, "Việt": 20, "Hồng": 30, "Kim": 20, "Thu": 20,
          "Như": 10, "Viết": 20, "Đăng": 20, "Thành": 40, "Chí": 30, "Phú": 15, "Gia": 15, "Nhật": 15, "Tấn": 20,
          "Vĩnh": 10, "Khắc": 15, "Doãn": 5, "Sỹ": 10, "Sĩ": 10, "Danh": 10, "Ích": 5, "Bảo": 15}
LAST = """Hùng Dũng Tuấn Hải Thắng Hưng Cường Sơn Long Bình Hà Nam Minh Anh Tùng Trung Thành Hiếu Đức Quang Phong
    Lan Hương Hoa Hằng Hạnh Nga Thủy Thuỷ Thúy Thuý Vân Yến Dung Phương Thảo Mai Hiền Huệ Loan Liên Nhung Oanh Tâm
    Chiến Tiến Quyết Thịnh Toàn Tuyên Phúc Lộc Thọ An Khoa Khôi Kiên Lâm Linh Luân Lực Mạnh Nghĩa Nhân Phú
    Phước Quân Quý Quyền Quỳnh Sang Tài Tân Thái Thanh Thạch Thiện Thông Thuận Tín Toản Trí Triều Trọng Trường Tú
    Việt Vinh Vũ Xuân Điệp Đông Đạt Giang Hậu Hiệp Hiệu Hòa Hoà Hoàng Huy Khánh Khải Khanh Danh Diện
    Phượng Phụng Nhàn Ngọc Nhất Dương Công Chính Chung Cảnh Bảy Ba Năm Tám Mười Út Bé Hồng Hợp Lợi Lương""".split()


OFTEN, SEEN = 40, 3  # times in law texts
TONES = "\u0300\u0301\u0303\u0309\u0323"


def spelt(word):
    """Old tone placement, as papers have either."""
    return {w for pair in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("uý", "úy"), ("uỳ", "ùy"), ("uỷ", "ủy"))
            for a, b in (pair, pair[::-1]) if word.endswith(a) for w in [word[:-len(a)] + b]}


def given_counts(path):
    counts = collections.Counter()
    people = json.load(open(path))["first_name"]
    for name in people["male"] * 2 + people["female"] + people["generic"]:
        for word in unicodedata.normalize("NFC", name).split():
            counts[word] += 2
    for word, n in MIDDLE.items():
        counts[word] += 3 * n
    for word in LAST:
        counts[word] += 30
    for word, n in list(counts.items()):
        for other in spelt(word):
            counts[other] = max(counts[other], n // 2)
    return counts


ONSET = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split() + [""]
CODA = "c ch m n ng nh p t".split() + [""]


def syllables(path):
    """Of law texts, with how often they stand there: an onset, vowels, a coda, one tone at most."""
    counts = collections.Counter()
    word = re.compile("[a-zđà-ỹ]+")
    for line in lzma.open(path, "rt"):
        counts.update(word.findall(unicodedata.normalize("NFC", json.loads(line)["text"])))
    shape = re.compile("(%s)([aeiouy]{1,3})(%s)$" % tuple("|".join(sorted(p, key=len, reverse=True)) for p in (ONSET, CODA)))
    for w, n in counts.items():
        marks = unicodedata.normalize("NFD", w)
        bare = "".join(c for c in marks if unicodedata.category(c) != "Mn")
        found = shape.match(bare)
        if 2 <= len(w) <= 7 and found and sum(c in TONES for c in marks) <= 1:
            yield w.capitalize(), n, w[len(found[1]):]


def never_seen(seen):
    """Each rime of law texts after each onset that it may follow: names have some that no law has."""
    rimes = collections.Counter(rime for _, n, rime in seen if n >= OFTEN)
    front = tuple("eêiyèéẽẻẹềếễểệìíĩỉịỳýỹỷỵ")
    for rime in (r for r, n in rimes.items() if n >= 3):
        for onset in ONSET:
            if onset in ("gh", "ngh", "k") and not rime.startswith(front):
                continue
            if onset in ("g", "ng", "c") and rime.startswith(front) or onset in ("gi", "qu"):
                continue
            yield (onset + rime).capitalize()


def main():
    ask = argparse.ArgumentParser()
    for name in ("given", "corpus", "out"):
        ask.add_argument("--" + name, required=True)
    args = ask.parse_args()
    family = dict(FAMILIES)
    family.update({w: 3 for w in SOME})
    family.update({w: 0.15 for w in RARE if w not in family})
    given = given_counts(args.given)
    seen = list(syllables(args.corpus))
    floor = {w: 0.05 for w in never_seen(seen)}
    floor.update({w: 0.5 if n >= OFTEN else 0.1 for w, n, _ in seen if n >= SEEN})
    floor.update({w: 0.5 for w in family})
    with open(args.out, "w") as out:
        out.write("# syllable, weight as family name, weight as another part; made by ocr/training/names/prior.py\n")
        for w in sorted(set(given) | set(floor)):
            out.write("%s\t%g\t%g\n" % (w, family.get(w, 0), given.get(w, 0) or floor[w]))


if __name__ == "__main__":
    main()
