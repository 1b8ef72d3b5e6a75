# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the finder of marks and stamps and writes its weights. See README.md for inputs and figures.

usage: train.py --fonts FOLDER --corpus phapdien.jsonl.xz --out FILE.pt [--seconds N] [--workers N]
                [--batch N] [--pool N] [--seed N] [--rate R] [--start FILE.pt]

Workers compose without end, each from its own seed; what they made stays in a pool, batches are picked
from it. What is written is the running mean of the weights."""
import argparse
import copy
import multiprocessing
import queue
import time

import cv2
import numpy as np
import torch
from torch import nn

from compose import CELL, IGNORE, SIDE, Composer
from measure import measure
from net import Net

CHUNK = 32
KEEP = .998          # of the running mean, a step
CHECKED = 1024       # samples of a seed nobody else has
HARDEST = .04        # share of the cells without a mark that count
TELL = 500           # steps


def work(seed, args, out):
    cv2.setNumThreads(1)
    composer = Composer(seed, args.fonts, args.corpus)
    while True:
        samples = [composer.sample() for _ in range(CHUNK)]
        out.put((np.stack([s[0] for s in samples]), np.stack([s[1] for s in samples])))


class Pool:
    def __init__(self, size):
        self.ink = torch.empty((size * CHUNK, SIDE, SIDE), dtype=torch.uint8)
        self.cells = torch.empty((size * CHUNK, SIDE // CELL, SIDE // CELL), dtype=torch.uint8)
        self.size, self.added = size, 0

    def add(self, chunk):
        at = self.added % self.size * CHUNK
        self.ink[at:at + CHUNK], self.cells[at:at + CHUNK] = (torch.from_numpy(a) for a in chunk)
        self.added += 1

    def pick(self, rng, size):
        """Rather of what came last."""
        have = min(self.added, self.size) * CHUNK
        which = torch.from_numpy(rng.integers(have, size=size))
        return self.ink[which], self.cells[which]


def varied(rng, ink):
    """As tensors 0..1: each sample's ink paler or darker, on paper of its own shade."""
    x = ink[:, None].float() / 255
    gain = torch.from_numpy(rng.uniform(.75, 1.2, (len(x), 1, 1, 1)).astype(np.float32))
    lift = torch.from_numpy(rng.uniform(0, .1, (len(x), 1, 1, 1)).astype(np.float32))
    return (x * gain + lift).clamp(0, 1)


def loss_of(logits, cells):
    """The marks' own cells, and of the others the hardest."""
    each = nn.functional.cross_entropy(logits, torch.where(cells == IGNORE, 0, cells).long(), reduction="none")
    marked = (cells > 0) & (cells != IGNORE)
    bare = each[cells == 0]
    hard = bare.topk(max(1, int(HARDEST * bare.numel())))[0].mean() + bare.mean()
    return each[marked].mean() + hard if marked.any() else hard


def follow(mean, net):
    with torch.no_grad():
        for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
            a.mul_(KEEP).add_(b, alpha=1 - KEEP) if a.dtype.is_floating_point else a.copy_(b)


def rate_at(part):
    return part / .03 if part < .03 else .5 * (1 + np.cos(np.pi * (part - .03) / .97)) + 1e-3


def train(args, chunks):
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    net = Net()
    if args.start:
        net.load_state_dict(torch.load(args.start))
    mean = copy.deepcopy(net)
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=1e-3)
    checker = Composer(args.seed + 1, args.fonts, args.corpus, 20)
    checked = [torch.from_numpy(np.stack(a)) for a in zip(*[checker.sample() for _ in range(CHECKED)])]
    pool = Pool(args.pool)
    for _ in range(20):
        pool.add(chunks.get())
    start, done, sums, said = time.time(), 0, 0.0, 0
    while (part := (time.time() - start) / args.seconds) < 1:
        try:
            pool.add(chunks.get_nowait())
        except queue.Empty:
            pass
        for group in best.param_groups:
            group["lr"] = args.rate * rate_at(part)
        net.train()
        ink, cells = pool.pick(rng, args.batch)
        loss = loss_of(net(varied(rng, ink)), cells)
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        best.step()
        follow(mean, net)
        sums, done = sums + loss.item(), done + 1
        if done % TELL == 0:
            torch.save(mean.state_dict(), args.out)
            print("%6d steps %3.0f %% %5.0f s, %d composed, loss %.3f  %s" % (
                done, 100 * part, time.time() - start, pool.added * CHUNK, sums / (done - said),
                measure(mean, *checked)), flush=True)
            sums, said = 0.0, done
    torch.save(mean.state_dict(), args.out)
    print("%d steps, %d composed  %s" % (done, pool.added * CHUNK, measure(mean, *checked)))


def main():
    ask = argparse.ArgumentParser()
    for name in ("fonts", "corpus", "out"):
        ask.add_argument("--" + name, required=True)
    ask.add_argument("--start", help="weights to go on from")
    ask.add_argument("--seconds", type=float, default=3000)
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--pool", type=int, default=600, help="chunks kept")
    ask.add_argument("--seed", type=int, default=2026)
    ask.add_argument("--rate", type=float, default=4e-3)
    args = ask.parse_args()
    spawn = multiprocessing.get_context("spawn")
    chunks = spawn.Queue(maxsize=8)
    workers = [spawn.Process(target=work, args=(args.seed * 1000 + i, args, chunks), daemon=True)
               for i in range(args.workers)]
    for worker in workers:
        worker.start()
    try:
        train(args, chunks)
    finally:
        for worker in workers:
            worker.terminate()


if __name__ == "__main__":
    main()
