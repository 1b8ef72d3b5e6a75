# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples: a window of an invented page, what is pressed on it, what scanning does to it, and the
class of each cell of eight by eight pixels at the net's resolution."""
import os
import sys

import cv2
import numpy as np

from faces import Faces
from pages import DPI, MM, Pages
from rubber import ARRIVAL, CLASSES, arrival, corners_of, mark, pressed, turned

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "digits"))
from damage import scan  # noqa: E402

NET_DPI, CELL, SIDE = 80, 8, 256
IGNORE = 255
LEAST_SEEN = .6     # of a mark, where the page or the window ends
LEAST_CONTRAST = 26 # grey levels, between a mark's strokes and what is beside them
ROOM = .12          # of a mark's height: cells at its rim say nothing


class Composer:
    def __init__(self, seed, fonts, corpus, pages=60):
        self.rng = np.random.default_rng(seed)
        self.faces = Faces(fonts, self.rng)
        self.drawer = Pages(seed + 1, fonts, corpus)
        self.pages = [self.drawer.page() for _ in range(pages)]

    def window(self, side):
        """Ink 0..1 of a part of a page, rather of its upper half; beyond its edge is paper or black."""
        rng = self.rng
        if rng.random() < .01:
            self.pages[int(rng.integers(len(self.pages)))] = self.drawer.page()
        page = self.pages[int(rng.integers(len(self.pages)))]
        h, w = page.shape
        x = int(rng.uniform(-.15 * side, w - .85 * side))
        y = int(rng.uniform(-.15 * side, (.45 if rng.random() < .45 else 1) * h - .85 * side))
        edge = 1.0 if rng.random() < .1 else 0.0
        out = np.full((side, side), edge, np.float32)
        a, b = max(0, x), max(0, y)
        c, d = min(w, x + side), min(h, y + side)
        out[b - y:d - y, a - x:c - x] = page[b:d, a:c].astype(np.float32) / 255
        return out * rng.uniform(.5, 1)

    def place(self, ink, labels, size):
        """Where a layer goes, mostly where little stands; None: every place tried was taken."""
        rng, side, (h, w) = self.rng, ink.shape[0], size
        if max(h, w) > 1.3 * side:
            return None
        best = None
        for _ in range(1 if rng.random() < .3 else 6):
            x, y = int(rng.uniform(-.35 * w, side - .65 * w)), int(rng.uniform(-.35 * h, side - .65 * h))
            there = (slice(max(0, y), max(0, y + h)), slice(max(0, x), max(0, x + w)))
            if labels[there].any():
                continue
            under = float(ink[there].mean()) if ink[there].size else 1
            if best is None or under < best[0]:
                best = (under, x, y)
        return best and best[1:]

    def press(self, ink, labels, layer, classes):
        size = layer.shape
        layer, turn = turned(self.rng, pressed(self.rng, layer))
        at = self.place(ink, labels, layer.shape)
        if at is None:
            return
        (x, y), (h, w), side = at, layer.shape, ink.shape[0]
        left, top, right, bottom = max(0, x), max(0, y), min(side, x + w), min(side, y + h)
        part = layer[top - y:bottom - y, left - x:right - x]
        ink[top:bottom, left:right] = 1 - (1 - ink[top:bottom, left:right]) * (1 - part)
        if not classes:
            return
        self.pressed.append(((left, top, right, bottom), part > .5 * part.max()))
        whole = corners_of((0, 0, size[1], size[0]), turn) + np.float32(at)
        cv2.fillPoly(labels, [whole.astype(np.int32)], IGNORE)
        seen = cv2.contourArea(np.clip(whole, 0, np.float32(side))) / max(1.0, cv2.contourArea(whole))
        if seen < LEAST_SEEN:
            return
        for cls, box in classes:
            room = ROOM * size[0] if box is None else 0
            box = box or (room, room, size[1] - 2 * room, size[0] - 2 * room)
            cv2.fillPoly(labels, [(corners_of(box, turn) + at).astype(np.int32)], int(cls))

    def sample(self):
        """Ink (SIDE x SIDE, 0 paper to 255) and classes of its cells, IGNORE where none is asked."""
        rng = self.rng
        zoom = rng.uniform(.88, 1.12)
        side = int(SIDE * DPI / NET_DPI * zoom)
        ink = self.window(side)
        labels = np.zeros((side, side), np.uint8)
        self.pressed = []
        if rng.random() < .22:
            self.press(ink, labels, *arrival(rng, self.faces))
        for _ in range(int(rng.choice([0, 1, 2], p=[.25, .5, .25]))):
            self.press(ink, labels, *mark(rng, self.faces, self.drawer.texts))
        grey = 1 - np.clip(ink, 0, 1)
        dpi = rng.choice([100, 150, 200, 200])
        if dpi < DPI:
            small = (max(8, int(side * dpi / DPI)), ) * 2
            grey = cv2.resize(grey, small, interpolation=cv2.INTER_AREA)
        grey = scan(rng, grey)
        grey = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        if rng.random() < .1:   # a shadow, dark paper
            x = np.linspace(0, 1, SIDE, dtype=np.float32)
            grey = grey * (1 - rng.uniform(0, .45) * (x[None] if rng.random() < .5 else x[:, None]))
        out = np.clip((1 - grey) * 255, 0, 255).astype(np.uint8)
        self.forget_unseen(out, labels)
        return out, self.cells(labels)

    def forget_unseen(self, out, labels):
        """What the scanner lost entirely nobody is asked for."""
        scale = SIDE / labels.shape[0]
        for (left, top, right, bottom), strokes in self.pressed:
            a, b, c, d = (int(v * scale) for v in (left, top, right, bottom))
            if c - a < 4 or d - b < 4:
                continue
            mask = cv2.resize(strokes.astype(np.float32), (c - a, d - b), interpolation=cv2.INTER_AREA) > .4
            part = out[b:d, a:c].astype(np.float32)
            if mask.any() and (~mask).any() and part[mask].mean() - part[~mask].mean() < LEAST_CONTRAST:
                labels[top:bottom, left:right] = IGNORE

    def cells(self, labels):
        """A cell has the class of most of it where three fifths are marked; none where nothing is."""
        n = SIDE // CELL
        shares = np.stack([cv2.resize((labels == cls).astype(np.float32), (n, n), interpolation=cv2.INTER_AREA)
                           for cls in range(1, CLASSES)])
        ignored = cv2.resize((labels == IGNORE).astype(np.float32), (n, n), interpolation=cv2.INTER_AREA)
        out = np.where(shares.sum(0) + ignored > .02, IGNORE, 0).astype(np.uint8)
        return np.where(shares.sum(0) > .6, shares.argmax(0) + 1, out).astype(np.uint8)


if __name__ == "__main__":   # a look at sixteen: compose.py FONTS CORPUS OUT.png
    composer = Composer(5, sys.argv[1], sys.argv[2], 6)
    rows = []
    for _ in range(4):
        row = []
        for _ in range(4):
            ink, cells = composer.sample()
            shown = cv2.cvtColor(255 - ink, cv2.COLOR_GRAY2BGR)
            big = cv2.resize(cells, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
            for cls, colour in ((1, (0, 0, 255)), (2, (0, 128, 255)), (3, (0, 200, 200)), (4, (255, 0, 0)), (ARRIVAL, (0, 160, 0)), (6, (255, 255, 0)), (7, (255, 0, 255)), (IGNORE, (160, 160, 160))):
                shown[big == cls] = (shown[big == cls] * .6 + np.array(colour) * .4).astype(np.uint8)
            row.append(shown)
        rows.append(np.hstack(row))
    cv2.imwrite(sys.argv[3], np.vstack(rows))
