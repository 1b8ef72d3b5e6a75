# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the real lines of the validation part with the best path and counts what is exactly right.

usage: measure.py --lines FOLDER --net FILE.pt [--part validate]"""
import argparse

import numpy as np
import torch

import compose
import real
from net import BASE, CAP, HEIGHT, TOKENS, Net


def best_path(logits):
    """Tokens of the likeliest path; print and hand count as one digit."""
    chance = torch.softmax(torch.from_numpy(logits), 0).numpy()
    merged = np.vstack([chance[:1], chance[1:11] + chance[11:21], chance[21:]])
    signs, out, last = [t[1:] for t in TOKENS[:10]] + [".", "-", "/"], "", 0
    for frame in merged.argmax(0):
        if frame != last and frame != 0:
            out += signs[frame - 1]
        last = frame
    return out


def ink_of(line):
    return compose.normalise(real.fit(line, line.grey, CAP, HEIGHT, BASE))


def read(net, ink):
    w = -4 * (-ink.shape[1] // 4)
    x = np.zeros((1, 1, HEIGHT, w), np.float32)
    x[0, 0, :, :ink.shape[1]] = ink
    with torch.no_grad():
        return net(torch.from_numpy(x))[0].numpy()


def measure(net, lines):
    """({what: (right, of)}, mistakes). hand: only what is written by hand."""
    net.eval()
    counts, wrong = {}, []

    def count(what, right):
        a, b = counts.get(what, (0, 0))
        counts[what] = a + right, b + 1

    for line in lines:
        seen = best_path(read(net, ink_of(line)))
        if line.kind == "number":
            want = line.label.split("/")[0]
            right = seen.split("/")[0] == want
            count("number", right)
            if line.by_hand != "none":
                count("number by hand", right)
        else:
            parts, want = (seen.split("/") + ["", "", ""])[:3], line.label
            for name, have, true in zip(("day", "month", "year"), parts, want.split("/")):
                same = have.lstrip("0") == true.lstrip("0")
                count(name, same)
                if name in line.by_hand:
                    count(name + " by hand", same)
            right = [p.lstrip("0") for p in parts] == [p.lstrip("0") for p in want.split("/")]
            count("date", right)
        if not right:
            wrong.append((line.file, want, seen))
    return counts, wrong


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--lines", required=True)
    ask.add_argument("--net", required=True)
    ask.add_argument("--part", default="validate")
    args = ask.parse_args()
    net = Net()
    net.load_state_dict(torch.load(args.net, map_location='cpu'))
    counts, wrong = measure(net, [r for r in real.load(args.lines) if r.part == args.part])
    for what, (a, b) in sorted(counts.items()):
        print("%-16s %3d of %3d  %.1f %%" % (what, a, b, 100 * a / b))
    for file, want, seen in wrong:
        print("%-16s %-12s read %s" % (file, want, seen))


if __name__ == "__main__":
    main()
