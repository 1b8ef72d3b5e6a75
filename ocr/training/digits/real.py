# SPDX-License-Identifier: GPL-3.0-or-later
"""Real lines: labels.tsv beside the crops gives part, text and the columns of the handwriting.
Whole lines, and their pieces (words before, run of digits, words after) to be put together anew."""
import csv
import pathlib

import cv2
import numpy as np


class Real:
    """grey 0..1 at the scan's size, `cap` and `base` of its print measured."""

    def __init__(self, row, folder):
        image = cv2.imread(str(folder / row["file"]), cv2.IMREAD_UNCHANGED)
        if image.ndim == 3:
            image = image[:, :, 2]  # red: seals vanish, blue and black ink stay
        self.grey = image.astype(np.float32) / 255
        self.kind, self.label, self.by_hand, self.part = row["kind"], row["label"], row["by_hand"], row["part"]
        self.columns = [tuple(map(int, c.split("-"))) for c in row["columns"].split(";") if c != "-"]
        self.file = row["file"]
        self.top, self.base = self.measure()

    @property
    def cap(self):
        return max(8, self.base - self.top)

    def measure(self):
        """Rows of the top and foot of capitals (number) or the year's digits (date)."""
        w = self.grey.shape[1]
        if self.kind == "number":
            start = self.columns[-1][1] if self.columns else int(w * .45)
            part = self.grey[:, int(start + .25 * (w - start)):]
        else:
            part = self.grey[:, int(w * .84):]
        rows = (part < (np.percentile(part, 1) + np.percentile(part, 95)) / 2).sum(1).astype(np.float32)
        rows = np.convolve(rows, np.ones(3) / 3, "same")
        strong = np.nonzero(rows > .3 * rows.max())[0]
        return int(strong[0]), int(strong[-1]) + 1

    def tokens(self):
        """As lines.py gives them, without places."""
        if self.kind == "number":
            digits, rest = self.label.split("/", 1)
            out = self.mark(digits, self.by_hand == "digits") + ["/"]
            first = rest.split("/", 1)[0]
            if first.isdigit():
                out += self.mark(first, False) + ["/"]
            return out
        day, month, year = self.label.split("/")
        return (self.mark(day, "day" in self.by_hand) + ["/"] + self.mark(month, "month" in self.by_hand)
                + ["/"] + self.mark(year, False))

    @staticmethod
    def mark(digits, hand):
        return [d if d in ".-" else ("h" if hand else "p") + d for d in digits]

    def runs(self):
        """(grey, digits) of what is written by hand, cut at the labelled columns."""
        parts = [self.label.split("/", 1)[0]] if self.kind == "number" else self.label.split("/")[:2]
        return [(self.grey[:, a:b], digits) for (a, b), digits in zip(self.columns, parts)]

    def cut(self, a, b):
        return self.grey[:, a:b]


def load(folder):
    folder = pathlib.Path(folder)
    with open(folder / "labels.tsv", encoding="utf-8") as f:
        return [Real(row, folder) for row in csv.DictReader(f, delimiter="\t")]


def fit(line, grey, cap, height, base, vertical=0.0, stretch=1.0):
    """`grey` of `line` scaled so that its capitals are `cap` high and their foot stands at `base`
    of `height` rows; what lies outside is paper."""
    f = cap / line.cap
    h, w = grey.shape
    small = cv2.resize(grey, (max(2, int(w * f * stretch)), max(2, int(h * f))),
                       interpolation=cv2.INTER_AREA if f < 1 else cv2.INTER_LINEAR)
    paper = float(np.percentile(grey, 90)) if grey.size else 1.0
    out = np.full((height, small.shape[1]), paper, np.float32)
    y = int(round(base - line.base * f + vertical))
    y0, y1 = max(0, y), min(height, y + small.shape[0])
    if y1 > y0:
        out[y0:y1] = small[y0 - y:y1 - y]
    return out
