# SPDX-License-Identifier: GPL-3.0-or-later
"""Names as they stand under signatures: set in the type of offices or a rubber face, under a seal,
a pen's strokes, and what scanning does. Also what is no name, which the net must say nothing to."""
import os
import sys

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from net import BASE, CAP, HEIGHT, INDEX

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "digits"))
from damage import scan  # noqa: E402

WIDEST = 640
SHARE_NAMES = .74
ACADEMIC = ["TS. ", "ThS. ", "PGS.TS. ", "GS.TS. ", "PGS. TS. ", "BS. ", "BS.CKII. ", "ThS.BS. ", "ThS. BS. ",
            "TS.BS. ", "KS. ", "PGS.TS.BS. ", "ThS.", "TS."]
TITLES = ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN",
          "HIỆU TRƯỞNG", "CHÁNH VĂN PHÒNG", "TRƯỞNG BAN", "BÍ THƯ", "TL. CHỦ TỊCH", "THỨ TRƯỞNG", "VỤ TRƯỞNG"]
WORDS = """Nơi nhận như trên lưu văn thư các sở ban ngành huyện thành phố ngày tháng năm thực hiện báo cáo kết quả
    triển khai công tác theo quy định của pháp luật và tổ chức đơn vị trực thuộc gửi về trước""".split()


class Face:
    """A typeface, in one file or in two for different letters, of one size."""

    def __init__(self, files, size):
        self.fonts = [ImageFont.truetype(f, size) for f in files]
        self.size = size
        box = self.fonts[0].getbbox("H", anchor="ls")
        self.cap = -box[1]
        self.missing = [np.array(f.getmask("\U0010fffd")) for f in self.fonts]

    def font(self, c):
        for font, missing in zip(self.fonts, self.missing):
            mask = np.array(font.getmask(c))
            if c == " " or (mask.size > 0 and not np.array_equal(mask, missing)):
                return font
        return self.fonts[0]


def read_faces(folder):
    """Folder: plain files *.ttf *.otf, and pairs NAME-latin-…woff2, NAME-vietnamese-…woff2. By kind."""
    out = {"serif": [], "script": [], "other": []}
    for root, _, files in sorted(os.walk(folder)):
        for f in sorted(files):
            path = os.path.join(root, f)
            low = f.lower()
            if low.endswith((".ttf", ".otf")):
                pair = [path]
            elif low.endswith(".woff2") and "-latin-" in low and "latin-ext" not in low:
                pair = [path, path.replace("-latin-", "-vietnamese-")]
                if not os.path.exists(pair[1]):
                    continue
            else:
                continue
            script = any(s in low for s in ("chorus", "alex", "allura", "charm", "dancing", "vibes", "playball"))
            serif = any(s in low for s in ("termes", "liberationserif", "tinos")) and "regular" not in low
            kind = "script" if script else "serif" if serif else "other"
            if kind == "serif" and "bold" not in low and "700" not in low:
                kind = "other"
            out[kind].append(pair)
    return out


def read_prior(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path) if not line.startswith("#")]
    words = np.array([r[0] for r in rows])
    family, other = (np.array([float(r[i]) for r in rows]) for i in (1, 2))
    return words, family / family.sum(), other / other.sum()


class Namer:
    """Half the names as people have them, half of any syllables: the net shall read, not guess."""

    def __init__(self, rng, prior):
        self.rng = rng
        self.words, self.family, self.other = prior
        self.flat_family = np.where(self.family > 0, 1.0, 0) / (self.family > 0).sum()
        self.flat = np.full(len(self.words), 1.0 / len(self.words))

    def name(self):
        rng = self.rng
        wild = rng.random() < .5
        family = self.flat_family if rng.random() < .4 else self.family
        other = self.flat if wild else self.other
        n = int(rng.choice([1, 2, 3], p=[.08, .72, .2]))
        parts = [rng.choice(self.words, p=family)] + [rng.choice(self.words, p=other) for _ in range(n)]
        return " ".join(str(p) for p in parts)


def set_line(face, text, gap):
    """Ink of a line and the middle of each sign: array, baseline row, places."""
    pen, places, glyphs = 4.0, [], []
    for c in text:
        font = face.font(c)
        glyphs.append((c, font, pen))
        step = font.getlength(c) + gap
        places.append(pen + step / 2)
        pen += step
    w, base = int(pen + face.size), int(face.size * 1.3)
    image = Image.new("L", (w, int(face.size * 2)), 0)
    draw = ImageDraw.Draw(image)
    for c, font, x in glyphs:
        draw.text((x, base), c, font=font, fill=255, anchor="ls")
    return np.asarray(image).astype(np.float32) / 255, base, places


def seal_picture(rng, faces):
    """A round seal 260 pixels wide: rings, lettering along them, star or emblem or words within."""
    size, c = 260, 130
    art = np.zeros((size, size), np.float32)
    cv2.circle(art, (c, c), 122, 1, int(rng.integers(2, 6)), cv2.LINE_AA)
    if rng.random() < .8:
        cv2.circle(art, (c, c), 117 - int(rng.integers(0, 4)), 1, 1, cv2.LINE_AA)
    inner = int(rng.uniform(74, 92))
    cv2.circle(art, (c, c), inner, 1, int(rng.integers(1, 4)), cv2.LINE_AA)
    face = Face(faces["other"][int(rng.integers(len(faces["other"])))], int(rng.uniform(16, 24)))
    text = " * ".join(str(rng.choice(["CỘNG HÒA XHCN VIỆT NAM", "TỈNH KIÊN GIANG", "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI",
                                      "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "ĐẠI HỌC QUỐC GIA", "HUYỆN ĐÔNG ANH"]))
                      for _ in range(2)) + " *"
    step = 360 / len(text)
    for i, sign in enumerate(text):
        glyph = Image.new("L", (size, size), 0)
        ImageDraw.Draw(glyph).text((c, c - inner - 4), sign, font=face.font(sign), fill=255, anchor="ms")
        art = np.maximum(art, np.asarray(glyph.rotate(-i * step, Image.BILINEAR)).astype(np.float32) / 255)
    if rng.random() < .6:  # an emblem: spots in a ring, a star
        spots = rng.random((44, 44)).astype(np.float32)
        spots = (cv2.resize(spots, (size, size), interpolation=cv2.INTER_CUBIC) > rng.uniform(.35, .65)).astype(np.float32)
        ring = np.zeros((size, size), np.float32)
        cv2.circle(ring, (c, c), int(inner * .8), 1, int(inner * rng.uniform(.2, .5)))
        art = np.maximum(art, spots * ring)
        star = np.array([[c + r * np.sin(a), c - r * np.cos(a)] for k in range(10)
                         for r, a in [((26, 11)[k % 2], k * np.pi / 5)]], np.int32)
        cv2.fillPoly(art, [star], 1, cv2.LINE_AA)
    else:
        image = Image.new("L", (size, size), 0)
        draw = ImageDraw.Draw(image)
        for k, line in enumerate(["SỞ", "Y TẾ"] if rng.random() < .5 else ["VĂN PHÒNG", "ỦY BAN", "NHÂN DÂN"]):
            draw.text((c, c - 20 + 26 * k), line, font=face.fonts[0], fill=255, anchor="mm")
        art = np.maximum(art, np.asarray(image).astype(np.float32) / 255)
    return art


def as_read(grey):
    """Ink 0..1 as ocr/names.cpp makes it of a cut: the lightest tenth is paper, the darkest hundredth ink."""
    paper, dark = np.quantile(grey, .9), np.quantile(grey, .01)
    return np.clip((paper - grey) / max(paper - dark, .16), 0, 1)


class Drawer:
    def __init__(self, seed, fonts, prior):
        self.rng = np.random.default_rng(seed)
        self.namer = Namer(self.rng, read_prior(prior))
        self.faces = read_faces(fonts)
        self.made = {}
        self.seals = [seal_picture(self.rng, self.faces) for _ in range(24)]

    def face(self, kind, size):
        pairs = self.faces[kind]
        at = int(self.rng.integers(len(pairs)))
        key = (kind, at, size)
        if key not in self.made:
            self.made[key] = Face(pairs[at], size)
        return self.made[key]

    def text(self):
        """What is set, and whether it is a name."""
        rng = self.rng
        if rng.random() < SHARE_NAMES:
            name = self.namer.name()
            if rng.random() < .12:
                name = str(rng.choice(ACADEMIC)) + name
            if rng.random() < .03:
                name = name.upper()
            return name, True
        dice = rng.random()
        if dice < .4:
            return "", False
        if dice < .6:
            return str(rng.choice(TITLES)), False
        if dice < .75:
            return " ".join(str(w) for w in rng.choice(WORDS, int(rng.integers(2, 6)))), False
        return self.namer.name(), False  # above or below the row

    def sample(self):
        """Grey picture as the reader cuts it, 0 paper to 1 ink, with [(sign, column)]."""
        rng = self.rng
        text, is_name = self.text()
        kind = "serif" if rng.random() < .56 else "script" if rng.random() < .64 else "other"
        scale = float(np.clip(rng.normal(1, .1), .75, 1.3))
        paper = np.zeros((HEIGHT, WIDEST), np.float32)
        said, right = [], float(rng.uniform(90, 300))
        x0 = rng.uniform(2, 170)
        if text:
            face = self.face(kind, int(rng.choice([24, 28, 32])))
            ink, base, places = set_line(face, text, rng.normal(0, .4) if kind != "script" else rng.uniform(-.5, .2))
            f = CAP * scale / face.cap * (1.12 if kind == "script" and rng.random() < .5 else 1)
            across = f * float(np.clip(rng.normal(1, .1), .72, 1.3))
            lift = float(np.clip(rng.normal(0, .12), -.32, .32)) * CAP
            if not is_name and text not in TITLES and text[:1].isupper():
                lift = rng.choice([-1, 1]) * rng.uniform(.7, 2.2) * CAP
            turn = rng.normal(0, .03 if rng.random() < .25 else .012)
            shear = rng.normal(0, .08) + (.2 if rng.random() < .05 else 0)
            x0 = min(x0, max(2, WIDEST - ink.shape[1] * across - 2))
            m = np.float32([[across, -shear, x0 + shear * base], [turn * across, f, BASE + lift - base * f]])
            m[1, 2] -= turn * across * ink.shape[1] / 2
            small = cv2.GaussianBlur(ink, (0, 0), max(.01, .42 / f)) if f < .8 else ink
            paper = cv2.warpAffine(small, m, (WIDEST, HEIGHT), flags=cv2.INTER_LINEAR)
            right = x0 + ink.shape[1] * across
            if is_name:
                said = [(c, x0 + x * across) for c, x in zip(text, places)]
        paper *= rng.uniform(.55, 1)
        paper = self.soil(paper, x0, right)
        width = int(np.clip(right + rng.uniform(5, 160), 120, WIDEST)) // 4 * 4
        grey = scan(rng, (1 - np.clip(paper, 0, 1))[:, :width])
        return as_read(grey), [(INDEX[c], x) for c, x in said]

    def soil(self, paper, x0, right):
        rng = self.rng
        if rng.random() < .62:
            self.add_seal(paper, x0, right)
        for _ in range(int(rng.choice([0, 1, 2, 3], p=[.4, .3, .2, .1]))):
            self.add_stroke(paper, right)
        if rng.random() < .12:
            face = self.face("serif", 28)
            word = str(rng.choice(TITLES)) if rng.random() < .5 else self.namer.name()
            ink, base, _ = set_line(face, word, 0)
            f = CAP / face.cap
            y = rng.choice([-1, 1]) * rng.uniform(1.5, 2.6) * CAP
            m = np.float32([[f, 0, rng.uniform(-30, 200)], [0, f, BASE + y - base * f]])
            np.maximum(paper, cv2.warpAffine(ink, m, (WIDEST, HEIGHT)), out=paper)
        return paper

    def add_seal(self, paper, x0, right):
        rng = self.rng
        art = self.seals[int(rng.integers(len(self.seals)))]
        size = rng.uniform(.8, 1.05) * 36 / 2.9 * CAP / 260
        turn = rng.uniform(-180, 180) if rng.random() < .3 else rng.normal(0, 12)
        x = x0 + rng.uniform(-.35, .75) * (right - x0)
        y = BASE - CAP / 2 + rng.uniform(-1, 1) * 125 * size
        m = cv2.getRotationMatrix2D((130, 130), turn, size)
        m[:, 2] += (x - 130, y - 130)
        ink = cv2.warpAffine(art, m, (paper.shape[1], paper.shape[0]), flags=cv2.INTER_AREA)
        if rng.random() < .5:  # pressed unevenly
            holes = rng.random((HEIGHT // 5 + 1, WIDEST // 5 + 1)).astype(np.float32)
            ink = ink * np.clip(cv2.resize(holes, (WIDEST, HEIGHT)) * 3 - rng.uniform(.1, .9), 0, 1)
        strength = rng.uniform(.7, 1) if rng.random() < .6 else rng.uniform(.1, .7)
        if rng.random() < .15:
            ink = cv2.dilate(ink, np.ones((2, 2), np.uint8))
        np.maximum(paper, ink * strength, out=paper)

    def add_stroke(self, paper, right):
        rng = self.rng
        n = int(rng.integers(3, 7))
        x, y = rng.uniform(0, right), rng.uniform(-.5, 1.5) * HEIGHT
        pts = [(x, y)]
        for _ in range(n):
            x, y = x + rng.normal(25, 60), np.clip(y + rng.normal(0, 30), -60, HEIGHT + 60)
            pts.append((x, y))
        pts = np.array(pts, np.float32)
        t = np.linspace(0, len(pts) - 1, 60)
        smooth = np.stack([np.convolve(np.pad(np.interp(t, np.arange(len(pts)), pts[:, k]), 4, "edge"),
                                       np.ones(9) / 9, "valid") for k in (0, 1)], 1)
        layer = np.zeros_like(paper)
        cv2.polylines(layer, [np.int32(smooth * 8)], False, rng.uniform(.4, 1), int(rng.integers(1, 5)), cv2.LINE_AA, 3)
        np.maximum(paper, layer, out=paper)


if __name__ == "__main__":
    import time
    drawer = Drawer(int(sys.argv[3]) if len(sys.argv) > 3 else 1, sys.argv[1], sys.argv[2])
    start = time.time()
    rows = []
    for _ in range(30):
        ink, said = drawer.sample()
        row = np.zeros((HEIGHT + 2, WIDEST), np.float32)
        row[:HEIGHT, :ink.shape[1]] = ink
        row[HEIGHT:] = .5
        rows.append(row)
    print((time.time() - start) / 30, {k: len(v) for k, v in drawer.faces.items()})
    sheet = np.concatenate([np.concatenate(rows[:15]), np.concatenate(rows[15:])], 1)
    cv2.imwrite("/tmp/people/names.png", (255 * (1 - sheet)).astype(np.uint8))
