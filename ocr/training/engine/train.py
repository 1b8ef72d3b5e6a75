# SPDX-License-Identifier: GPL-3.0-or-later
"""Continues the training of Tesseract's fast Vietnamese network on drawn lines of dispatches.

usage: train.py --laws phapdien.jsonl.xz --from DIR_OF_COMPONENTS --minutes M --out FILE.lstm
DIR_OF_COMPONENTS holds what `combine_tessdata -u vie.traineddata DIR/vie.` writes.
"""
import argparse
import math
import time

import numpy as np
import torch
from torch import nn

import draw
import tessnet
import text

POOL, BATCH = 384, 16


def as_input(images):
    """Grey lines, stretched as Tesseract does: extremes of the middle row to -1 and 1, clipped."""
    width = max(i.shape[1] for i in images) // 3 * 3 + 3
    out = np.ones((len(images), 1, tessnet.HEIGHT, width), np.float32)
    for row, image in zip(out, images):
        middle = image[image.shape[0] // 2].astype(np.int32)
        fall, rise = np.diff(middle)[:-1], np.diff(middle)[1:]
        low, high = middle[1:-1][(fall < 0) & (rise >= 0) | (fall <= 0) & (rise > 0)], middle[1:-1][(fall > 0) & (rise <= 0) | (fall >= 0) & (rise < 0)]
        black = np.quantile(low, 0.25) if len(low) else 0
        white = np.quantile(high, 0.75) if len(high) else 255
        contrast = max(1.0, (white - black) / 2)
        row[0, :, : image.shape[1]] = np.clip((image - black) / contrast - 1, -1, 1)
    return torch.from_numpy(out)


def errors(net, lines, classes):
    """Character errors of the likeliest path, spaces counted, as a share."""
    wrong = total = 0
    net.eval()
    with torch.no_grad():
        for image, truth in lines:
            best = net(as_input([image]))[:, 0].argmax(1).tolist()
            read = "".join(classes[c] for c, before in zip(best, [-1] + best) if c != before)
            wrong += distance(read.strip(), truth)
            total += len(truth)
    net.train()
    return wrong / total


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def batches(texts, press, code):
    while True:
        pool = []
        while len(pool) < POOL:
            said = " ".join(texts.line().replace("–", "-").replace("’", "'").split())[:90].strip()
            if not said or any(c not in code for c in said):
                continue
            image = press.line(said, texts.line(), texts.line())
            if image.shape[1] // 3 > 2 * len(said):
                pool.append((image, said))
        pool.sort(key=lambda p: p[0].shape[1])
        starts = np.arange(0, POOL, BATCH)
        press.rng.shuffle(starts)
        for s in starts:
            yield pool[s : s + BATCH]


def main():
    arguments = argparse.ArgumentParser()
    for name, kind, default in (("laws", str, None), ("from", str, None), ("out", str, None), ("minutes", float, 60), ("seed", int, 7), ("rate", float, 1e-3), ("resume", str, "")):
        arguments.add_argument("--" + name, type=kind, default=default)
    a = vars(arguments.parse_args())
    torch.set_num_threads(1)
    torch.manual_seed(a["seed"])
    like = a["from"] + "/vie.lstm"
    net = tessnet.load(a["resume"] or like)
    classes = tessnet.alphabet(like + "-unicharset", like + "-recoder")
    code = {c: i for i, c in enumerate(classes) if c}
    blank = classes.index("")
    judge_rng = np.random.default_rng(a["seed"] + 1)
    judge_lines = next(batches_of(300, text.Texts(a["laws"], judge_rng, True), draw.Press(judge_rng), code))
    print(f"before: {100 * errors(net, judge_lines, classes):.2f} % of characters", flush=True)

    rng = np.random.default_rng(a["seed"])
    supply = batches(text.Texts(a["laws"], rng), draw.Press(rng), code)
    loss_of = nn.CTCLoss(blank, zero_infinity=True)
    adam = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=a["rate"])
    began = told = saved = time.time()
    seen, mean = 0, None
    while (past := (time.time() - began) / 60 / a["minutes"]) < 1:
        batch = next(supply)
        adam.param_groups[0]["lr"] = a["rate"] * max(0.02, 0.5 * (1 + math.cos(math.pi * past)))
        scores = net(as_input([i for i, _ in batch]))
        targets = [[code[c] for c in said] for _, said in batch]
        loss = loss_of(scores, torch.tensor(sum(targets, [])), torch.tensor([i.shape[1] // 3 for i, _ in batch]),
                       torch.tensor([len(t) for t in targets]))
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        adam.step()
        seen += len(batch)
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        if time.time() - told > 60:
            told = time.time()
            print(f"{(told - began) / 60:5.1f} min  {seen} lines  loss {mean:.4f}", flush=True)
        if time.time() - saved > 600:
            saved = time.time()
            tessnet.save(net, like, a["out"])
            print(f"held out: {100 * errors(net, judge_lines, classes):.2f} %", flush=True)
    tessnet.save(net, like, a["out"])
    print(f"after {seen} lines: {100 * errors(tessnet.load(a['out']), judge_lines, classes):.2f} % of characters", flush=True)


def batches_of(count, texts, press, code):
    lines, supply = [], batches(texts, press, code)
    while len(lines) < count:
        lines += next(supply)
    yield lines[:count]


if __name__ == "__main__":
    main()
