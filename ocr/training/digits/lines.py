# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand that sets a row: printed words around digits that are printed, written or stamped
(`rows.py` says which). Each row comes with its tokens and where they stand, so that the net can be
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


class Line:
    """Sets one line; `mnist` is (pictures, where each digit's are), `glyphs` real digits by digit."""

    def __init__(self, rng, mnist, glyphs, net_height, net_cap, net_base, width=560):
        self.rng, self.mnist, self.glyphs = rng, mnist, glyphs
        self.scale = rng.uniform(1.05, 1.8)
        self.c = Canvas(rng, self.scale, (net_height, width))
        self.cap = net_cap * self.scale * rng.uniform(.82, 1.2)
        self.base = net_base * self.scale + rng.normal(0, 2.2) * self.scale
        self.em = self.cap / .66
        self.font = SERIF[0]
        self.mode = str(rng.choice(["strokes", "mnist", "real"], p=[.47, .22, .31]))
        self.hands = Writer(rng, self.cap)
        self.real_size = rng.uniform(.8, 1.25)
        self.real_lean, self.real_wide = rng.normal(0, .1), rng.uniform(.85, 1.15)
        self.pen_thick = float(rng.uniform(-.6, 1.2))
        self.mnist_height = self.cap * rng.uniform(.8, 1.6)
        self.mnist_slant = rng.uniform(-.1, .4)
        self.drift = rng.normal(0, .12) * self.cap
        self.slope = rng.normal(0, .05)
        self.near = rng.uniform(-.26, .24)
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

    def real_glyph(self, digit):
        """One of the digits cut from real lines, leant and stretched like its neighbours."""
        some = self.glyphs[digit]
        glyph = some[int(self.rng.integers(len(some)))]
        f = self.cap / glyph.cap * self.real_size * self.rng.uniform(.94, 1.06)
        h, w = glyph.ink.shape[0] * f, glyph.ink.shape[1] * f * self.real_wide
        base, lean, pad = glyph.base * f, self.real_lean + self.rng.normal(0, .03), 4
        shift = pad + max(0.0, lean * (h - base), -lean * base)
        m = np.float32([[w / glyph.ink.shape[1], -lean * f, shift + lean * base], [0, f, 0]])
        ink = cv2.warpAffine(glyph.ink, m, (int(w + abs(lean) * h) + 2 * pad + 2, int(h) + 1),
                             flags=cv2.INTER_LINEAR)
        return ink, int(shift), int(base)

    def stamped_glyph(self, digit):
        path, size, loose = self.stamp
        ink, base = set_text(digit, path, size)
        return ink, 0, base + self.rng.normal(0, loose) * 3

    def hand(self, digits):
        start = self.c.x
        for d in digits:
            if self.stamp:
                ink, left, base = self.stamped_glyph(d)
            else:
                draw = {"strokes": self.hands.glyph, "mnist": self.mnist_glyph, "real": self.real_glyph}
                ink, left, base = draw[self.mode](d)
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
