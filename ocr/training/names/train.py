# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of names and writes its weights. See README.md for inputs and figures.

usage: train.py --fonts FOLDER --prior names.tsv --out FILE.pt
                [--seconds N] [--workers N] [--batch N] [--pool N] [--tell N] [--device cuda] [--seed N]
                [--rate R] [--start FILE.pt|FILE.onnx]"""
import os
import sys

import cv2
import torch

import draw
from measure import measure
from net import HEIGHT, Net

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [os.path.join(HERE, "..", "digits"), os.path.join(HERE, "..", "shared")]
import course  # noqa: E402
import signs  # noqa: E402
from vary import vary  # noqa: E402

CHUNK = 256
HINT = .4            # of the time the places of the signs are told too
CHECKED = 2048       # drawn samples, of a seed nobody else has, to measure on
COURSE = course.Course(keep=.999, rise=.05, decay=2e-3, first=4)


def samples(drawer, count):
    return signs.tensors([drawer.sample() for _ in range(count)], HEIGHT, draw.WIDEST)


def work(seed, args, out):
    cv2.setNumThreads(1)
    drawer = draw.Drawer(seed, args.fonts, args.prior)
    while True:
        out.put(samples(drawer, CHUNK))


def main():
    args = course.options(("fonts", "prior"), seconds=400.0, workers=15, batch=256, pool=4000, tell=1000, rate=3e-3)
    checked = samples(draw.Drawer(args.seed + 1, args.fonts, args.prior), CHECKED)

    def loss(net, picked, part):
        ink, *told = picked
        with torch.autocast(args.device, dtype=torch.bfloat16, enabled=args.device == "cuda"):
            return signs.loss_of(net(vary(ink)), *told, 0 if args.start else max(0.0, .5 * (1 - part / HINT)))

    with course.workers(work, args, 4 * args.workers) as chunks:
        course.learn(Net, loss, lambda net: measure(net, checked, "cpu"), args, COURSE, chunks)


if __name__ == "__main__":
    main()
