# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole number and date lines as a clerk fills them in: printed words around digits that are
printed, written or stamped. Each comes with its tokens and where they stand, so that the net can be
told both what to read and where.

Tokens: digits p0..p9 (print) and h0..h9 (by hand, or stamped), '.', '-', '/'. In a date line '/'
stands for the printed words tháng and năm: `ngày 14 tháng 9 năm 2017` is 14/9/2017, and a blank day
is /9/2017."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from strokes import Writer

FONTS = "/usr/share/fonts/truetype/"
SERIF = [FONTS + "liberation2/LiberationSerif-%s.ttf" % s for s in ("Regular", "Italic", "Bold", "BoldItalic")]
SANS = [FONTS + f for f in ("liberation2/LiberationSans-Regular.ttf", "liberation2/LiberationSans-Bold.ttf",
                            "liberation2/LiberationSans-BoldItalic.ttf", "dejavu/DejaVuSansMono.ttf",
                            "dejavu/DejaVuSansCondensed.ttf", "dejavu/DejaVuSerifCondensed.ttf",
                            "liberation2/LiberationMono-Bold.ttf")]
KINDS = "QĐ KH TB BC TTr GM CV CT HD NQ TM ĐL KL GPXD PA ĐA BB GGT QC CTr TT TTLT NĐ CĐ".split()
BODIES = ("SYT BYT UBND SGDĐT STC BTC BNV VP KCN ĐHTĐ DCT TU TW HU BTGTU HĐND VPCP STTTT SKHĐT BGDĐT CNTT "
          "BQL TTYT PGDĐT CAT SNN LĐLĐ KHVN BHXH MTTQ STNMT SXD TTra BCĐ TTg CP BTNMT ĐU").split()
UNITS = "NVY VP TCCB KHTC VX VXNV NC TH KT CN KSTTHC TTra QLĐT NVD TCKT BH ĐTC GDTrH VHTT QHMT TTBC".split()
PLACES = ("Hà Nội,Kiên Giang,Bắc Giang,Ninh Thuận,Cần Thơ,Phú Thọ,Thành phố Hồ Chí Minh,Tp.HCM,Đà Nẵng,"
          "Hải Phòng,Thừa Thiên Huế,Quảng Ngãi,Bình Định,Lâm Đồng,Long An,Vĩnh Phúc,Lạng Sơn").split(",")
WORDS = "Độc lập Tự do Hạnh phúc V/v báo cáo thực hiện SỞ Y TẾ KẾ HOẠCH Kính gửi tổ chức năm theo tỉnh".split()

_fonts = {}


def font(path, size):
    key = path, size
    if key not in _fonts:
        _fonts[key] = ImageFont.truetype(path, size)
    return _fonts[key]


def set_text(text, path, size):
    """(ink, baseline) of printed text, its left edge at the pen's origin."""
    f = font(path, max(6, int(round(size))))
    left, top, right, bottom = f.getbbox(text, anchor="ls")
    left, w, h = min(left, 0), max(right, 1), bottom - top + 2
    im = Image.new("L", (max(int(w - left) + 1, int(f.getlength(text)) + 1), h), 0)
    ImageDraw.Draw(im).text((-left, -top + 1), text, fill=255, font=f, anchor="ls")
    return np.asarray(im, np.float32) / 255, 1 - top


class Canvas:
    """Two layers, print and pen; `scale` pixels for one of the net's."""

    def __init__(self, rng, scale, shape):
        self.rng, self.scale = rng, scale
        height, width = shape
        self.print = np.zeros((int(height * scale), int(width * scale)), np.float32)
        self.pen = np.zeros_like(self.print)
        self.tokens = []  # (token, centre x or None)
        self.x = 0.0

    def put(self, layer, ink, x, y):
        x, y = int(round(x)), int(round(y))
        h, w = layer.shape
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + ink.shape[1], w), min(y + ink.shape[0], h)
        if x1 <= x0 or y1 <= y0:
            return
        part = layer[y0:y1, x0:x1]
        np.maximum(part, ink[y0 - y:y1 - y, x0 - x:x1 - x], out=part)


def notation(rng):
    pick = lambda names: names[int(rng.integers(len(names)))]
    dash = "-" if rng.random() < .85 else " - " if rng.random() < .5 else "- "
    u = rng.random()
    if u < .55:
        return pick(KINDS) + dash + pick(BODIES)
    if u < .92:
        return pick(BODIES) + dash + pick(UNITS)
    return pick(KINDS) + dash + pick(BODIES) + dash + pick(UNITS)


class Line:
    """Sets one line; `mnist` is (pictures, where each digit's are)."""

    def __init__(self, rng, mnist, net_height, net_cap, net_base, width=560):
        self.rng, self.mnist = rng, mnist
        self.scale = rng.uniform(1.05, 1.8)
        self.c = Canvas(rng, self.scale, (net_height, width))
        self.cap = net_cap * self.scale * rng.uniform(.82, 1.2)
        self.base = net_base * self.scale + rng.normal(0, 2.2) * self.scale
        self.em = self.cap / .66
        self.font = SERIF[0]
        self.hands = Writer(rng, self.cap) if rng.random() < .68 else None
        self.pen_thick = float(rng.uniform(-.6, 1.2))
        self.mnist_height = self.cap * rng.uniform(.8, 1.6)
        self.mnist_slant = rng.uniform(-.1, .4)
        self.drift = rng.normal(0, .12) * self.cap
        self.slope = rng.normal(0, .05)
        self.near = rng.uniform(-.2, .22)
        self.stamp = None
        if rng.random() < .12:
            path = SANS[int(rng.integers(len(SANS)))]
            self.stamp = path, self.cap / .7 * rng.uniform(.85, 1.45), rng.uniform(0, .3)

    def gap(self, low, high):
        self.c.x += self.cap * self.rng.uniform(low, high)

    def words(self, text, size=1.0, lift=0.0):
        ink, base = set_text(text, self.font, self.em * size)
        self.c.put(self.c.print, ink, self.c.x, self.base - base + lift)
        start = self.c.x
        self.c.x += ink.shape[1]
        return (start + self.c.x) / 2

    def token(self, token, x):
        self.c.tokens.append((token, x))

    def printed(self, digits, size=1.0, lift=0.0):
        for d in digits:
            x = self.words(d, size, lift)
            self.token(d if d in ".-/" else "p" + d, x)

    def mnist_glyph(self, digit):
        pictures, where = self.mnist
        im = pictures[where[int(digit)][int(self.rng.integers(len(where[int(digit)])))]]
        ys, xs = np.nonzero(im > 60)
        im = im[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
        h = self.mnist_height * self.rng.uniform(.9, 1.1)
        f = h / im.shape[0]
        w = im.shape[1] * f * self.rng.uniform(.75, 1.05)
        pad = 4
        lean = self.mnist_slant
        out = (int(w + abs(lean) * h) + 2 * pad, int(h) + 2 * pad)
        m = np.float32([[w / im.shape[1], -lean * f, pad + max(0, lean * h)], [0, f, pad]])
        ink = cv2.warpAffine(im, m, out, flags=cv2.INTER_LINEAR).astype(np.float32) / 255
        ink = np.clip((ink - .5 + .12 * self.pen_thick) * 2 + .5, 0, 1)
        return ink, pad, pad + int(h)

    def stamped_glyph(self, digit):
        path, size, loose = self.stamp
        ink, base = set_text(digit, path, size)
        return ink, 0, base + self.rng.normal(0, loose) * 3

    def hand(self, digits):
        start = self.c.x
        for d in digits:
            if self.stamp:
                ink, left, base = self.stamped_glyph(d)
            elif self.hands:
                ink, left, base = self.hands.glyph(d)
            else:
                ink, left, base = self.mnist_glyph(d)
            y = self.base + self.drift + (self.c.x - start) * -self.slope + self.rng.normal(0, .04) * self.cap
            x = self.c.x - left
            self.c.put(self.c.pen, ink, x, y - base)
            cols = np.nonzero(ink.max(0) > .3)[0]
            low, high = (cols[0], cols[-1]) if len(cols) else (0, 1)
            self.token("h" + d, x + (low + high) / 2)
            self.c.x = x + high + self.cap * (self.near + self.rng.normal(0, .05))

    def dots(self, length, under=True):
        """A leader of dots that does not move the pen."""
        ink, base = set_text("." * max(1, int(length / (self.em * .25))), self.font, self.em)
        self.c.put(self.c.print, ink, self.c.x, self.base - base)

    def fill(self, digits, how):
        """Digits between two printed words: print, hand, or nothing."""
        start = self.c.x
        if how == "print":
            self.gap(.25, .75)
            self.printed(digits)
            self.gap(.25, .75)
        elif how == "none":
            self.gap(.5, 2.5)
            if self.rng.random() < .4:
                self.c.x, end = start, self.c.x
                self.dots(end - start)
                self.c.x = end
        else:
            self.gap(-.12, .7)
            self.hand(digits)
            tight = self.rng.random() < .4
            self.gap(-.15, .15) if tight else self.gap(.1, 1.3)
            if self.rng.random() < .12:
                end, self.c.x = self.c.x, start
                self.dots(end - start)
                self.c.x = end


def digits_of(rng, length=None):
    n = length or int(rng.choice([1, 2, 3, 4, 5], p=[.04, .26, .32, .34, .04]))
    out = "".join(str(int(d)) for d in rng.integers(0, 10, n))
    if out[0] == "0" and n != 2:
        out = str(int(rng.integers(1, 10))) + out[1:]
    if rng.random() < .12 and n > 1:  # neighbours that look like one sign
        at = int(rng.integers(0, n - 1))
        twin = str(rng.choice(["11", "14", "41", "17", "00", "77", "44", "51"]))
        out = out[:at] + twin + out[at + 2:]
    return out


def number_line(line):
    rng = line.rng
    line.font = SERIF[int(rng.choice([0, 1, 2], p=[.88, .08, .04]))]
    if rng.random() < .1:
        line.font = str(rng.choice(SANS))
    party = rng.random() < .12
    if rng.random() < .06:
        line.words("Luật ")
    u = rng.random()
    line.words("Số" if party and u < .8 else "Số:" if u < .8 else "Số :" if u < .93 else "Số")
    how = str(rng.choice(["hand", "print", "none"], p=[.8, .17, .03]))
    digits = digits_of(rng)
    if how == "print" and rng.random() < .5:
        line.gap(-.2, .1)
    line.fill(digits if how != "none" else "", how)
    if party:
        line.printed("-")
        line.words(str(rng.choice(KINDS)))
        line.printed("/")
        line.words(str(rng.choice(BODIES)))
        return
    if rng.random() < .05:
        return
    line.printed("/")
    if rng.random() < .1:
        line.gap(.1, .3)
    if rng.random() < .08:
        line.printed(str(int(rng.integers(1995, 2027))))
        line.printed("/")
    line.words(notation(rng))


def date_line(line):
    rng = line.rng
    line.font = SERIF[int(rng.choice([0, 1, 3], p=[.08, .88, .04]))]
    if rng.random() < .45:
        line.words(str(rng.choice(PLACES)) + ", ")
    line.words("ngày")
    day, month, year = int(rng.integers(1, 32)), int(rng.integers(1, 13)), int(rng.integers(1990, 2027))
    pad = lambda n: "%02d" % n if n < 3 or rng.random() < .5 else str(n)
    how = str(rng.choice(["hand", "print", "none"], p=[.74, .2, .06]))
    line.fill(pad(day) if how != "none" else "", how)
    line.token("/", line.words("tháng"))
    if how == "hand":
        how = str(rng.choice(["hand", "print"], p=[.5, .5]))
    line.fill(pad(month) if how != "none" else "", how)
    line.token("/", line.words("năm"))
    u = rng.random()
    if u < .88:
        line.gap(.2, .6)
        line.printed(str(year))
        if rng.random() < .1:
            line.words(".")
    elif u < .94:
        line.gap(.2, .6)
        line.printed(str(year)[:3])
        line.hand(str(year)[3:])
    else:
        line.fill(str(year), "hand")


def stamp_line(line):
    """A row of an ĐẾN stamp: `Số: 2359`, `Ngày: 09/12/2010`, on dots, the print in sans."""
    rng = line.rng
    line.font = str(rng.choice(SANS[:2] + SERIF[:1]))
    if rng.random() < .5:
        line.words("Số:" if rng.random() < .7 else "Số")
        line.dots(line.cap * 8) if rng.random() < .7 else None
        line.gap(.0, 1.2)
        line.hand(digits_of(rng))
        return
    line.words("Ngày:" if rng.random() < .7 else "Ngày")
    line.dots(line.cap * 9) if rng.random() < .6 else None
    line.gap(.0, .8)
    parts = [str(int(rng.integers(1, 32))), str(int(rng.integers(1, 13)))]
    if rng.random() < .6:
        parts.append(str(int(rng.integers(1995, 2027)))[2 if rng.random() < .4 else 0:])
    sign = "/" if rng.random() < .7 else "-" if rng.random() < .6 else "."
    for i, part in enumerate(parts):
        if i:
            mid = line.c.x + line.cap * .15
            if sign == "/":
                slash(line)
            else:
                line.words(sign)
            line.token(sign, mid)
        line.hand(part)


def slash(line):
    h, w = line.cap * line.rng.uniform(1, 1.5), line.cap * line.rng.uniform(.2, .6)
    ink = np.zeros((int(h) + 4, int(w) + 6), np.uint8)
    cv2.line(ink, (int(w) + 2, 2), (3, int(h)), 255, max(1, int(line.cap * .09)), cv2.LINE_AA)
    line.c.put(line.c.pen, ink.astype(np.float32) / 255, line.c.x - w * .2, line.base + 3 - h)
    line.c.x += w * .8
