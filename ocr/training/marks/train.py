# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the finder of marks and stamps and writes its weights. See README.md for inputs and figures.

usage: train.py --fonts FOLDER --corpus phapdien.jsonl.xz --out FILE.pt [--seconds N] [--workers N]
                [--batch N] [--pool N] [--tell N] [--device cuda] [--seed N] [--rate R]
                [--start FILE.pt|FILE.onnx]"""
import os
import sys

import cv2
import numpy as np
import torch
from torch import nn

from compose import IGNORE, Composer
from measure import measure
from net import Net

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import course  # noqa: E402

CHUNK = 32
CHECKED = 1024       # samples of a seed nobody else has
HARDEST = .04        # share of the cells without a mark that count
COURSE = course.Course(keep=.998, rise=.03, decay=1e-3, first=20, takes=1)


def work(seed, args, out):
    cv2.setNumThreads(1)
    composer = Composer(seed, args.fonts, args.corpus)
    while True:
        samples = [composer.sample() for _ in range(CHUNK)]
        out.put((np.stack([s[0] for s in samples]), np.stack([s[1] for s in samples])))


def varied(rng, ink):
    """Each sample's ink paler or darker, on paper of its own shade."""
    gain = torch.from_numpy(rng.uniform(.75, 1.2, (len(ink), 1, 1, 1)).astype(np.float32)).to(ink.device)
    lift = torch.from_numpy(rng.uniform(0, .1, (len(ink), 1, 1, 1)).astype(np.float32)).to(ink.device)
    return (ink * gain + lift).clamp(0, 1)


def loss_of(logits, cells):
    """The marks' own cells, and of the others the hardest."""
    each = nn.functional.cross_entropy(logits, torch.where(cells == IGNORE, 0, cells).long(), reduction="none")
    marked = (cells > 0) & (cells != IGNORE)
    bare = each[cells == 0]
    hard = bare.topk(max(1, int(HARDEST * bare.numel())))[0].mean() + bare.mean()
    return each[marked].mean() + hard if marked.any() else hard


def main():
    args = course.options(("fonts", "corpus"), seconds=3000.0, workers=1, batch=16, pool=600, tell=500, rate=4e-3)
    checker = Composer(args.seed + 1, args.fonts, args.corpus, 20)
    checked = [torch.from_numpy(np.stack(a)) for a in zip(*[checker.sample() for _ in range(CHECKED)])]
    rng = np.random.default_rng(args.seed)

    def loss(net, picked, _):
        ink, cells = picked
        return loss_of(net(varied(rng, ink)), torch.from_numpy(np.stack(cells)).to(ink.device))

    with course.workers(work, args, 8) as chunks:
        course.learn(Net, loss, lambda net: measure(net, *checked), args, COURSE, chunks)


if __name__ == "__main__":
    main()
