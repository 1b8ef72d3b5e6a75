# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of digits and writes its weights. See README.md for inputs and figures.

usage: train.py --mnist FOLDER --lines FOLDER --cutter FILE.onnx --out FILE.pt
                [--seconds N] [--workers N] [--batch N] [--pool N] [--tell N] [--device cuda] [--seed N]
                [--rate R] [--start FILE.pt|FILE.onnx]"""
import os
import sys

import cv2

import compose
import glyphs
import real
from measure import measure
from net import HEIGHT, INDEX, Net
from vary import vary

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import course  # noqa: E402
import signs  # noqa: E402

CHUNK = 256           # samples a worker hands over at once
SHARE_REAL = .36      # of samples made of whole words of real lines
HINT = .35            # of the time the places of drawn digits are told too
COURSE = course.Course(keep=.9992, rise=.05, decay=2e-3, first=4)


def draw(seed, args, out):
    cv2.setNumThreads(1)
    reals = [r for r in real.load(args.lines) if r.part == "train"]
    composer = compose.Composer(seed, compose.read_mnist(args.mnist), reals, glyphs.cut(args.cutter, reals))
    while True:
        samples = [composer.sample(SHARE_REAL) for _ in range(CHUNK)]
        out.put(signs.tensors(samples, HEIGHT, compose.WIDEST, INDEX.__getitem__))


def main():
    args = course.options(("mnist", "lines", "cutter"), seconds=480.0, workers=15, batch=256, pool=6000, tell=2500, rate=3e-3)
    checked = [r for r in real.load(args.lines) if r.part == "validate"]

    def loss(net, picked, part):
        ink, *told = picked
        return signs.loss_of(net(vary(ink)), *told, 0 if args.start else max(0.0, .5 * (1 - part / HINT)))

    with course.workers(draw, args, 4 * args.workers) as chunks:
        course.learn(Net, loss, lambda net: measure(net, checked)[0], args, COURSE, chunks)


if __name__ == "__main__":
    main()
