# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented pages without any mark, as sharp ink 0..1 at DPI: head in two columns, title, addressees,
text, tables, a round seal, a signature. What marks are pressed on, and what must not look like one."""
import json
import lzma
import os
import sys

import cv2
import numpy as np

from faces import Faces, set_words

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "names"))

DPI = 200
MM = DPI / 25.4
WIDTH, HEIGHT = int(210 * MM), int(297 * MM)
HEADS = ["ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG", "SỞ Y TẾ", "BỘ CÔNG AN", "VĂN PHÒNG", "BỘ QUỐC PHÒNG", "ỦY BAN MẶT TRẬN TỔ QUỐC",
         "BAN CHẤP HÀNH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "HỘI ĐỒNG NHÂN DÂN", "THANH TRA CHÍNH PHỦ", "TỈNH ỦY", "CỤC THUẾ"]
TITLES = ["QUYẾT ĐỊNH", "KẾ HOẠCH", "THÔNG BÁO", "BÁO CÁO", "CHỈ THỊ", "TỜ TRÌNH", "GIẤY MỜI", "CÔNG ĐIỆN", "BIÊN BẢN", "HƯỚNG DẪN",
          "DANH MỤC BÍ MẬT NHÀ NƯỚC", "BẢO MẬT THÔNG TIN MẠNG", "VỀ CÔNG TÁC BẢO MẬT", "MẶT BẰNG TỔNG THỂ", "MẬT ĐỘ XÂY DỰNG",
          "QUY CHẾ BẢO VỆ BÍ MẬT", "PHỤ LỤC", "MẪU SỐ 01", "TÌNH HÌNH KHẨN CẤP", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "MẤT AN TOÀN"]


def read_texts(path, most=4000):
    """Paragraphs of public law texts."""
    out = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for part in json.loads(line)["text"].split("\n"):
                if 60 < len(part) < 900:
                    out.append(part.strip())
            if len(out) > most:
                return out
    return out


def put(page, ink, x, y):
    """Darkens the page by a piece of ink whose top left is at x, y; outside is cut."""
    x, y = int(round(x)), int(round(y))
    left, top = max(0, x), max(0, y)
    right, bottom = min(page.shape[1], x + ink.shape[1]), min(page.shape[0], y + ink.shape[0])
    if right > left and bottom > top:
        part = page[top:bottom, left:right]
        np.maximum(part, ink[top - y:bottom - y, left - x:right - x], out=part)


class Pages:
    def __init__(self, seed, fonts, corpus):
        self.rng = np.random.default_rng(seed)
        self.faces = Faces(fonts, self.rng)
        self.texts = read_texts(corpus)

    def page(self):
        """One page; a fifth of them begins in the middle of a text."""
        rng = self.rng
        self.ink = np.zeros((HEIGHT, WIDTH), np.float32)
        y = rng.uniform(12, 25) * MM
        y = self.head(y) if rng.random() < .75 else y
        tables, end = float(rng.choice([0, .1, .9], p=[.4, .4, .2])), rng.uniform(.45, .97)
        while y < end * HEIGHT:
            y = self.table(y) if rng.random() < tables else self.paragraph(y)
        if y < .8 * HEIGHT:
            self.foot(y + 3 * MM)
        elif rng.random() < .2:
            self.seal(rng.uniform(.4, .85) * WIDTH, rng.uniform(.1, .9) * HEIGHT)
        if rng.random() < .35:
            self.box_of_lines()
        for _ in range(int(rng.integers(0, 4))):
            self.scribble()
        return (np.clip(self.ink, 0, 1) * 255).astype(np.uint8)

    def words(self, kind, cap_mm, text):
        return set_words(self.faces.pick(kind, cap_mm * MM), text)

    def centred(self, kind, cap, text, middle, y):
        ink = self.words(kind, cap, text)
        put(self.ink, ink, middle * WIDTH - ink.shape[1] / 2, y)
        return y + cap * MM * self.rng.uniform(1.9, 2.4)

    def head(self, y):
        rng = self.rng
        left, right, cap = y, y, rng.uniform(2.7, 3.5)
        for _ in range(int(rng.integers(1, 3))):
            left = self.centred("bold" if rng.random() < .6 else "plain", cap, str(rng.choice(HEADS)), .27, left)
        right = self.centred("bold", cap, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .68, right)
        right = self.centred("bold", cap, "Độc lập - Tự do - Hạnh phúc", .68, right)
        left = self.centred("plain", cap, "Số: %d/%s-UBND" % (rng.integers(1, 4000), rng.choice(["QĐ", "KH", "BC"])), .27, left + 2 * MM)
        right = self.centred("slanted", cap, "Kiên Giang, ngày %d tháng %d năm 20%02d" % tuple(rng.integers((1, 1, 5), (31, 13, 26))), .68, right + 2 * MM)
        y = max(left, right) + rng.uniform(1, 9) * MM
        if rng.random() < .6:
            for _ in range(int(rng.integers(1, 3))):
                y = self.centred("bold", cap * 1.1, str(rng.choice(TITLES)), .52, y)
        else:
            y = self.centred("plain", cap, "Kính gửi: " + str(rng.choice(["Sở Y tế", "Các đơn vị trực thuộc", "Ủy ban nhân dân tỉnh"])), .52, y)
        return y + 4 * MM

    def paragraph(self, y):
        rng = self.rng
        if rng.random() < .12:
            return self.centred("bold", rng.uniform(2.7, 3.6), str(rng.choice(TITLES)), rng.uniform(.3, .6), y) + MM
        words = str(rng.choice(self.texts)).split()
        kind, cap = ("bold" if rng.random() < .12 else "plain"), rng.uniform(2.3, 3.2)
        if rng.random() < .1:
            words = [w.upper() for w in words[:14]]
        left, right = rng.uniform(.08, .15) * WIDTH, rng.uniform(.9, .97) * WIDTH
        font = self.faces.pick(kind, cap * MM)
        line, x = [], left
        for word in words + [None]:
            step = font.getlength(word + " ") if word else 1e9
            if x + step > right and line:
                put(self.ink, set_words(font, " ".join(line)), left, y)
                y += cap * MM * rng.uniform(2.0, 2.2)
                line, x = [], left
            if word:
                line.append(word)
                x += step
        return y + rng.uniform(1, 4) * MM

    def table(self, y):
        """Few wide cells or many narrow ones, their text in a line or two."""
        rng = self.rng
        rows, columns = int(rng.integers(2, 28)), int(rng.integers(2, 12))
        high, cap = rng.uniform(4, 11) * MM, rng.uniform(1.3, 2.6)
        left, right = rng.uniform(.04, .12) * WIDTH, rng.uniform(.9, .98) * WIDTH
        xs = np.sort(rng.uniform(left, right, columns - 1)) if rng.random() < .6 else np.linspace(left, right, columns + 1)[1:-1]
        xs = np.concatenate([[left], xs, [right]]).astype(int)
        thick = max(1, int(rng.uniform(.1, .4) * MM))
        bold, plain = self.faces.pick("bold", cap * MM), self.faces.pick("plain", cap * MM)
        for r in range(rows + 1):
            if y + r * high > HEIGHT:
                break
            cv2.line(self.ink, (xs[0], int(y + r * high)), (xs[-1], int(y + r * high)), 1, thick)
            for c in range(columns if r < rows else 0):
                if rng.random() < .2:
                    continue
                words = str(rng.choice(TITLES) if rng.random() < .1 else rng.choice(self.texts)).split()
                text = str(rng.integers(1, 99999)) if rng.random() < .4 else " ".join(words[:int(rng.integers(1, 5))])
                for line in range(1 + int(high > 7 * MM and rng.random() < .5)):
                    ink = set_words(bold if r == 0 else plain, text)
                    room = max(4, xs[c + 1] - xs[c] - 8)
                    put(self.ink, ink[:, :room], xs[c] + 4 + rng.uniform(0, .4) * max(0, room - ink.shape[1]), y + r * high + (1 + 2.2 * cap * line) * MM)
        for x in xs:
            cv2.line(self.ink, (x, int(y)), (x, int(min(HEIGHT, y + rows * high))), 1, thick)
        return y + (rows + 1) * high

    def foot(self, y):
        """Recipients at the left; title, seal, signature and name at the right."""
        rng = self.rng
        small, left = self.faces.pick("plain", 1.9 * MM), rng.uniform(.08, .15) * WIDTH
        put(self.ink, set_words(self.faces.pick("bold", 2.1 * MM), "Nơi nhận:"), left, y)
        for i in range(int(rng.integers(2, 9))):
            words = str(rng.choice(self.texts)).split()[:int(rng.integers(2, 6))]
            put(self.ink, set_words(small, "- " + " ".join(words) + ";"), left, y + (4 + 4.4 * i) * MM)
        middle = rng.uniform(.66, .76)
        for i, title in enumerate(rng.choice(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "BỘ TRƯỞNG"], 2)):
            self.centred("bold", 3, str(title), middle, y + 5.5 * i * MM)
        self.seal((middle - rng.uniform(0, .12)) * WIDTH, y + rng.uniform(14, 26) * MM)
        self.scribble((middle * WIDTH, y + 22 * MM))
        self.centred("bold", 3, "Nguyễn Văn " + str(rng.choice(["Hùng", "Thanh", "Mạnh", "Tuấn"])), middle, y + rng.uniform(34, 42) * MM)

    def box_of_lines(self):
        """What programs set beside a paper: who signed it, when; with a frame or without."""
        rng = self.rng
        x, y = rng.uniform(.02, .7) * WIDTH, rng.uniform(.01, .9) * HEIGHT
        cap = rng.uniform(1.3, 2.4) * MM
        lines = ["Người ký: " + str(rng.choice(HEADS)), "Email: vanthu@tinh.gov.vn", "Cơ quan: " + str(rng.choice(HEADS)),
                 "Thời gian ký: %02d.%02d.20%02d 10:20:33 +07:00" % tuple(rng.integers((1, 1, 5), (31, 13, 26))), "Chức vụ: Giám đốc"]
        font, wide = self.faces.pick("plain", cap), 0
        n = int(rng.integers(2, 6))
        for i in range(n):
            ink = set_words(font, lines[i])
            wide = max(wide, ink.shape[1])
            put(self.ink, ink, x, y + 2.1 * cap * i)
        if rng.random() < .5:
            pad = int(2 * MM)
            cv2.rectangle(self.ink, (int(x) - pad, int(y) - pad), (int(x) + wide + pad, int(y + 2.1 * cap * n) + pad), 1, max(1, int(rng.uniform(.1, .5) * MM)))

    def seal(self, x, y):
        """Two rings, words along them, something in the middle."""
        rng, radius = self.rng, 18 * MM
        art = np.zeros((int(2.2 * radius), ) * 2, np.float32)
        c = art.shape[0] // 2
        for share in (1, .93, .68):
            cv2.circle(art, (c, c), int(radius * share), 1, max(1, int(rng.uniform(.2, .8) * MM)), cv2.LINE_AA)
        font = self.faces.pick("bold", 2.6 * MM)
        words = str(rng.choice(HEADS)) + " * " + str(rng.choice(HEADS)) + " * "
        for i, sign in enumerate(words):
            ink = set_words(font, sign) if sign != " " else np.zeros((8, 8), np.float32)
            layer = np.zeros_like(art)
            put(layer, ink, c - ink.shape[1] / 2, c - .88 * radius)
            turn = cv2.getRotationMatrix2D((c, c), -360 * i / len(words), 1)
            np.maximum(art, cv2.warpAffine(layer, turn, art.shape[::-1]), out=art)
        middle = self.words("bold", 3, str(rng.choice(HEADS)))
        put(art, middle[:, :int(1.2 * radius)], c - min(middle.shape[1], int(1.2 * radius)) / 2, c - 2 * MM)
        put(self.ink, art * rng.uniform(.3, .9), x - c, y - c)

    def scribble(self, at=None):
        """A pen's stroke: a signature, a note in the margin."""
        rng = self.rng
        n = int(rng.integers(5, 30))
        steps = rng.normal(0, 5, (n, 2)) * MM
        at = np.cumsum(steps, 0) + (rng.uniform((0, 0), (WIDTH, HEIGHT)) if at is None else at)
        t = np.linspace(0, n - 1, n * 12)
        smooth = np.stack([np.interp(t, np.arange(n), at[:, i]) for i in (0, 1)], 1)
        smooth = cv2.blur(smooth.astype(np.float32), (1, 9))
        cv2.polylines(self.ink, [smooth.astype(np.int32)], False, float(rng.uniform(.5, 1)), int(rng.integers(2, 6)), cv2.LINE_AA)
