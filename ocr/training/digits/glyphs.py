# SPDX-License-Identifier: GPL-3.0-or-later
"""Single digits cut out of the real lines of the training part, so that real hands can write numbers
that no clerk wrote. Where each digit stands comes from a forced alignment with an earlier net; two
neighbours are parted along the path of least ink between their middles, since slanted digits
overlap in every upright cut."""
import cv2
import numpy as np

import compose
import real
from net import BASE, CAP, HEIGHT, TOKENS

STRAY = 0.12  # of the largest piece: smaller ones belong to a neighbour or are dirt


class Glyph:
    """ink 0..1 with its own `base` row and the height `cap` of the print of its line."""

    def __init__(self, digit, ink, base, cap, file):
        self.digit, self.ink, self.base, self.cap, self.file = digit, ink, base, cap, file


def chances(net, ink):
    """Log chances, classes by frames; print and hand count as one digit."""
    width = -4 * (-ink.shape[1] // 4)
    x = np.zeros((1, 1, HEIGHT, width), np.float32)
    x[0, 0, :, :ink.shape[1]] = ink
    net.setInput(x)
    out = net.forward().reshape(1 + len(TOKENS), -1)
    out = np.exp(out - out.max(0))
    out /= out.sum(0)
    merged = np.vstack([out[:1], out[1:11] + out[11:21], out[21:]])
    return np.log(merged + 1e-9)


def align(logp, signs):
    """Middle frame of each sign of the likeliest path that spells `signs` (Viterbi over CTC states)."""
    states = [0]
    for s in signs:
        states += [s, 0]
    n, frames = len(states), logp.shape[1]
    score = np.full((frames, n), -np.inf)
    back = np.zeros((frames, n), int)
    score[0, 0], score[0, 1] = logp[0, 0], logp[states[1], 0]
    for t in range(1, frames):
        for i, s in enumerate(states):
            ways = [(score[t - 1, i], i)]
            if i > 0:
                ways.append((score[t - 1, i - 1], i - 1))
            if i > 1 and s != 0 and s != states[i - 2]:
                ways.append((score[t - 1, i - 2], i - 2))
            best = max(ways)
            score[t, i], back[t, i] = best[0] + logp[s, t], best[1]
    i = n - 1 if score[-1, n - 1] > score[-1, n - 2] else n - 2
    at = {}
    for t in range(frames - 1, -1, -1):
        if i % 2:
            at.setdefault(i // 2, []).append(t)
        i = back[t, i]
    return [float(np.mean(at[k])) if k in at else None for k in range(len(signs))]


def seam(ink, left, right):
    """For each row the column where a path of least ink between the two columns crosses it."""
    part = ink[:, left:right + 1] + 0.02 * np.abs(np.linspace(-1, 1, right - left + 1))[None]
    cost, back = part.copy(), np.zeros(part.shape, int)
    for y in range(1, part.shape[0]):
        for x in range(part.shape[1]):
            low, high = max(0, x - 2), min(part.shape[1], x + 3)
            k = low + int(np.argmin(cost[y - 1, low:high] + 0.01 * np.abs(np.arange(low, high) - x)))
            cost[y, x] += cost[y - 1, k]
            back[y, x] = k
    x = int(np.argmin(cost[-1]))
    path = []
    for y in range(part.shape[0] - 1, -1, -1):
        path.append(left + x)
        x = back[y, x]
    return np.array(path[::-1])


def tidy(ink):
    """Without the crumbs of neighbours."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((ink > .3).astype(np.uint8))
    if count < 2:
        return ink
    largest = stats[1:, cv2.CC_STAT_AREA].max()
    keep = [i for i in range(1, count) if stats[i, cv2.CC_STAT_AREA] >= STRAY * largest]
    mask = cv2.dilate(np.isin(labels, keep).astype(np.uint8), np.ones((3, 3), np.uint8))
    return ink * mask


def of_line(net, line):
    """Digits by hand of one real line."""
    ink = compose.normalise(real.fit(line, line.grey, CAP, HEIGHT, BASE))
    tokens = line.tokens()
    signs = [1 + "0123456789.-/".index(t[-1]) for t in tokens]
    middles = align(chances(net, ink), signs)
    scale = line.cap / CAP  # pixels of the line for one of the net's
    full = compose.normalise(line.grey)
    out, done = [], 0
    for a, b in line.columns:
        while done < len(tokens) and tokens[done][0] != "h":
            done += 1
        run = []
        while done < len(tokens) and tokens[done][0] == "h":
            run.append((tokens[done][1], middles[done]))
            done += 1
        if not run or any(m is None for _, m in run):
            continue
        at = [int((m + .5) * 4 * scale) for _, m in run]
        if any(y - x < 3 for x, y in zip(at, at[1:])) or at[0] < a - 8 or at[-1] > b + 8:
            continue
        height = full.shape[0]
        walls = [np.full(height, a)] + [seam(full, x, y) for x, y in zip(at, at[1:])] + [np.full(height, b)]
        columns = np.arange(full.shape[1])[None]
        for (digit, _), left, right in zip(run, walls, walls[1:]):
            piece = tidy(full * ((columns >= left[:, None]) & (columns < right[:, None])))
            some = np.nonzero(piece.max(0) > .3)[0]
            if len(some) > 2:
                out.append(Glyph(digit, piece[:, some[0]:some[-1] + 1], line.base, line.cap, line.file))
    return out


def cut(onnx, lines):
    """{digit: glyphs} of the lines given, cut with the net in `onnx`."""
    net = cv2.dnn.readNetFromONNX(onnx)
    out = {str(d): [] for d in range(10)}
    for line in lines:
        for glyph in of_line(net, line):
            out[glyph.digit].append(glyph)
    return out
