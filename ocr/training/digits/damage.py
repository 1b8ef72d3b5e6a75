# SPDX-License-Identifier: GPL-3.0-or-later
"""What scanning does to a line: rules and neighbours, ink and paper, blur, noise, one bit, specks."""
import cv2
import numpy as np

from lines import SERIF, WORDS, set_text


def add_neighbours(line):
    """The rule under the issuer, rows above and below, a scanner's line from top to bottom."""
    rng, c = line.rng, line.c
    h, w = c.print.shape
    end = int(min(w, c.x))
    thick = max(1, int(line.cap * .06))
    if rng.random() < .22:
        y, x = int(rng.uniform(0, .3) * h), int(rng.uniform(0, .5) * end)
        c.print[y:y + thick, x:x + int(rng.uniform(.3, 1) * end)] = 1
    if rng.random() < .08:
        y = int(rng.uniform(.8, 1) * h)
        c.print[y:y + thick, :end] = 1
    for y in ((-.12, .06), (1.12, 1.35)):
        if rng.random() < .3:
            x = rng.uniform(-1, 2) * line.cap
            while x < end:
                ink, base = set_text(str(rng.choice(WORDS)), SERIF[int(rng.choice([0, 2]))], line.em)
                c.put(c.print, ink, x, rng.uniform(*y) * h - base)
                x += ink.shape[1] + line.em * .3
                y = (y[0], y[0] + .005)
    if rng.random() < .05:
        x = int(rng.uniform(0, 1) * end)
        c.print[:, x:x + int(rng.uniform(1, 4))] = rng.uniform(.5, 1)
    if rng.random() < .05:  # the edge of a seal that colour did not take out
        centre = (int(rng.uniform(0, 1) * end), int(rng.uniform(-1.5, 2.5) * h))
        ring = np.zeros(c.print.shape, np.uint8)
        cv2.circle(ring, centre, int(rng.uniform(1, 2.5) * h), 255, max(1, int(line.cap * .12)), cv2.LINE_AA)
        holes = rng.random((h // 4 + 1, w // 4 + 1)).astype(np.float32)
        holes = cv2.resize(holes, (w, h)) > .45
        np.maximum(c.print, ring.astype(np.float32) / 255 * holes * rng.uniform(.2, .8), out=c.print)


def paint(line):
    """Both layers as grey, 0 ink to 1 paper; the pen's ink may be fainter and have gaps."""
    rng, c = line.rng, line.c
    pen = c.pen
    if rng.random() < .15:
        holes = rng.random((pen.shape[0] // 3 + 1, pen.shape[1] // 3 + 1)).astype(np.float32)
        pen = pen * np.clip(cv2.resize(holes, (pen.shape[1], pen.shape[0])) * 3 - .4, 0, 1)
    dark = rng.uniform(.55, 1)
    ink = np.maximum(c.print * dark, pen * (dark if rng.random() < .5 else rng.uniform(.4, 1)))
    return 1 - ink


def scan(rng, grey, thickness=True):
    """Grey 0..1 as a scanner gives it back, in and out at the same size."""
    h, w = grey.shape
    if rng.random() < .6:
        grey = cv2.GaussianBlur(grey, (0, 0), rng.uniform(.3, 1.3))
    if rng.random() < .25:  # a coarse scanner
        f = rng.uniform(.5, .85)
        small = cv2.resize(grey, (max(8, int(w * f)), max(8, int(h * f))), interpolation=cv2.INTER_AREA)
        grey = cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC)
    if rng.random() < .5:
        grey = grey + cv2.GaussianBlur(rng.normal(0, 1, (h, w)).astype(np.float32), (0, 0),
                                       rng.uniform(.4, 1)) * rng.uniform(0, .12)
    if rng.random() < .45:
        at = rng.uniform(.35, .8) if thickness else rng.uniform(.45, .7)
        grey = (grey > at).astype(np.float32)
        if rng.random() < .15:
            grey = cv2.erode(grey, np.ones((2, 2), np.uint8))
        if rng.random() < .5:
            for _ in range(int(rng.integers(0, 12))):
                x, y, s = int(rng.integers(w)), int(rng.integers(h)), int(rng.integers(1, 4))
                grey[y:y + s, x:x + s] = 1 - grey[y, x]
    else:
        paper = rng.uniform(.82, 1)
        grey = grey * paper + rng.uniform(-.06, .06) * np.linspace(-1, 1, w, dtype=np.float32)[None]
    if rng.random() < .15:
        code = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 80))]
        packed = cv2.imencode(".jpg", np.clip(grey * 255, 0, 255).astype(np.uint8), code)[1]
        grey = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
    return np.clip(grey, 0, 1)


def ripple(rng, layer, step, paper):
    """Moved by a smooth field of random shifts, `step` pixels between independent ones: no two hands
    write alike."""
    h, w = layer.shape
    shape = (int(h / step) + 2, int(w / step) + 2)
    far = step * rng.uniform(.03, .14)
    shift = [cv2.resize(rng.normal(0, far, shape).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
             for _ in range(2)]
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    return cv2.remap(layer, x + shift[0], y + shift[1], cv2.INTER_LINEAR, borderValue=paper)


def bend(rng, grey, tokens):
    """A little lean and shear; the tokens' places move with it."""
    h, w = grey.shape
    turn, shear, across = rng.normal(0, .008), rng.normal(0, .06), rng.uniform(.88, 1.12)
    m = np.float32([[across, -shear, shear * h / 2], [turn, 1, -turn * w / 2]])
    out = cv2.warpAffine(grey, m, (int(w * across), h), flags=cv2.INTER_LINEAR, borderValue=1.0)
    return out, [(t, None if x is None else x * across) for t, x in tokens]
