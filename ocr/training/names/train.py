# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of names and writes its weights. See README.md for inputs and figures.

usage: train.py --fonts FOLDER --prior names.tsv --out FILE.pt
                [--seconds N] [--workers N] [--batch N] [--pool N] [--tell N] [--device cuda] [--seed N] [--rate R] [--start FILE.pt]

As ocr/training/digits/train.py: workers draw without end, each from its own seed, what they drew
stays in a pool, batches are picked from it and varied anew. What is written is the running mean."""
import argparse
import copy
import multiprocessing
import os
import queue
import sys
import time

import cv2
import numpy as np
import torch
from torch import nn

import draw
from measure import measure
from net import HEIGHT, Net

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "digits"))
from vary import vary  # noqa: E402

CHUNK, WIDTH = 256, draw.WIDEST
KEEP = .999          # of the running mean, a step
HINT = .4            # of the time the places of the signs are told too
CHECKED = 2048       # drawn samples, of a seed nobody else has, to measure on


def tensors(samples):
    """Samples as arrays: ink in 0..255 of one width, tokens, frames, hints (frame, class)."""
    ink = np.zeros((len(samples), HEIGHT, WIDTH), np.uint8)
    frames, tokens, hints = [], [], []
    for i, (picture, said) in enumerate(samples):
        ink[i, :, :picture.shape[1]] = np.round(picture * 255)
        frames.append(picture.shape[1] // 4)
        tokens.append([t for t, _ in said])
        hints.append([(int(x / 4), t) for t, x in said if 0 <= x / 4 < WIDTH // 4])
    return ink, frames, tokens, hints


def work(seed, args, out):
    cv2.setNumThreads(1)
    drawer = draw.Drawer(seed, args.fonts, args.prior)
    while True:
        out.put(tensors([drawer.sample() for _ in range(CHUNK)]))


class Pool:
    """The samples drawn last, on the device."""

    def __init__(self, device, size):
        self.ink = torch.empty((size * CHUNK, HEIGHT, WIDTH), dtype=torch.uint8, device=device)
        self.rest = [None] * (size * CHUNK)
        self.added = 0

    def add(self, chunk):
        ink, *rest = chunk
        at = self.added % (len(self.rest) // CHUNK) * CHUNK
        self.ink[at:at + CHUNK] = torch.from_numpy(ink).to(self.ink.device)
        self.rest[at:at + CHUNK] = list(zip(*rest))
        self.added += 1

    def pick(self, rng, size):
        which = rng.integers(min(self.added * CHUNK, len(self.rest)), size=size)
        ink = self.ink[torch.from_numpy(which).to(self.ink.device)][:, None].float() / 255
        return ink, *zip(*[self.rest[i] for i in which])


def loss_of(net, ctc, picked, hint):
    """CTC, and at first the places of the signs: without them the net takes long to look at all."""
    ink, frames, tokens, hints = picked
    logits = net(ink)
    device = ink.device
    flat = torch.tensor([t for line in tokens for t in line], dtype=torch.long).to(device, non_blocking=True)
    lengths = torch.tensor([len(t) for t in tokens], device=device)
    chances = logits.float().permute(2, 0, 1).log_softmax(2)
    loss = ctc(chances, flat, torch.tensor(frames, device=device), lengths)
    if hint > 0:
        per = logits.shape[2]
        where = torch.tensor([i * per + t for i, h in enumerate(hints) for t, _ in h], device=device)
        what = torch.tensor([c for h in hints for _, c in h], device=device)
        rows = logits.permute(0, 2, 1).reshape(-1, logits.shape[1])[where]
        loss = loss + hint * nn.functional.cross_entropy(rows, what)
    return loss


def follow(mean, net):
    with torch.no_grad():
        for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
            if a.dtype.is_floating_point:
                a.mul_(KEEP).add_(b, alpha=1 - KEEP)
            else:
                a.copy_(b)


def rate_at(part):
    """Of the highest: up for a twentieth of the time, then down along a cosine."""
    return part / .05 if part < .05 else .5 * (1 + np.cos(np.pi * (part - .05) / .95)) + 1e-3


def train(args, chunks):
    torch.manual_seed(args.seed)
    torch.backends.cudnn.benchmark = torch.backends.cudnn.allow_tf32 = True
    rng = np.random.default_rng(args.seed)
    net = Net().to(args.device)
    if args.start:
        net.load_state_dict(torch.load(args.start, map_location=args.device))
    mean = copy.deepcopy(net)
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=2e-3)
    ctc = nn.CTCLoss(zero_infinity=True)
    pool = Pool(args.device, args.pool)
    checker = draw.Drawer(args.seed + 1, args.fonts, args.prior)
    checked = tensors([checker.sample() for _ in range(CHECKED)])
    for _ in range(max(1, args.batch * 4 // CHUNK)):
        pool.add(chunks.get())
    start, done, sums, said = time.time(), 0, 0.0, 0
    while (part := (time.time() - start) / args.seconds) < 1:
        for _ in range(4):
            try:
                pool.add(chunks.get_nowait())
            except queue.Empty:
                break
        for group in best.param_groups:
            group["lr"] = args.rate * rate_at(part)
        net.train()
        ink, *rest = pool.pick(rng, args.batch)
        with torch.autocast(args.device, dtype=torch.bfloat16, enabled=args.device == "cuda"):
            loss = loss_of(net, ctc, (vary(ink), *rest), 0 if args.start else max(0.0, .5 * (1 - part / HINT)))
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        best.step()
        follow(mean, net)
        sums, done = sums + loss.item(), done + 1
        if done % args.tell == 0:
            torch.save(mean.state_dict(), args.out)
            print("%7d steps %4.0f %% %5.0f s %d drawn, loss %.4f  %s" % (
                done, 100 * part, time.time() - start, pool.added * CHUNK, sums / (done - said),
                measure(mean, checked, args.device)), flush=True)
            sums, said = 0.0, done
    torch.save(mean.state_dict(), args.out)
    print("%d steps, %d samples drawn  %s" % (done, pool.added * CHUNK, measure(mean, checked, args.device)))


def main():
    ask = argparse.ArgumentParser()
    for name in ("fonts", "prior", "out"):
        ask.add_argument("--" + name, required=True)
    ask.add_argument("--start", help="weights to go on from")
    ask.add_argument("--seconds", type=float, default=400)
    ask.add_argument("--workers", type=int, default=15)
    ask.add_argument("--batch", type=int, default=256)
    ask.add_argument("--pool", type=int, default=4000, help="chunks kept")
    ask.add_argument("--tell", type=int, default=1000, help="steps between measuring")
    ask.add_argument("--device", default="cuda")
    ask.add_argument("--seed", type=int, default=2026)
    ask.add_argument("--rate", type=float, default=3e-3)
    args = ask.parse_args()
    spawn = multiprocessing.get_context("spawn")
    chunks = spawn.Queue(maxsize=4 * args.workers)
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
