# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of digits and writes its weights. See README.md for inputs and figures.

usage: train.py --mnist FOLDER --lines FOLDER --cutter FILE.onnx --out FILE.pt
                [--seconds N] [--workers N] [--batch N] [--pool N] [--tell N] [--device cuda] [--seed N] [--rate R]

Workers draw samples without end, each from its own seed; what they drew stays in a pool, and batches
are picked from it and moved, leant and smeared anew each time. What is written is the running mean of
the weights. The seed decides every sample drawn; how many are drawn depends on the machine."""
import argparse
import copy
import multiprocessing
import queue
import time

import cv2
import numpy as np
import torch
from torch import nn

import compose
import glyphs
import real
from measure import measure
from net import HEIGHT, INDEX, Net
from vary import vary

CHUNK = 256           # samples a worker hands over at once
SHARE_REAL = .36      # of samples made of whole words of real lines
KEEP = .9992          # of the running mean, a step
WIDTH = compose.WIDEST
HINT = .35            # of the time the places of drawn digits are told too


def tensors(samples):
    """Samples as arrays: ink in 0..255 of one width, tokens, frames, hints (frame, class)."""
    ink = np.zeros((len(samples), HEIGHT, WIDTH), np.uint8)
    frames, tokens, hints = [], [], []
    for i, (picture, said) in enumerate(samples):
        ink[i, :, :picture.shape[1]] = np.round(picture * 255)
        frames.append(min(WIDTH // 4, picture.shape[1] // 4 + 1))
        tokens.append([INDEX[t] for t, _ in said])
        hints.append([(int(x / 4), INDEX[t]) for t, x in said if x is not None and 0 <= x / 4 < WIDTH // 4])
    return ink, frames, tokens, hints


def draw(seed, args, out):
    """A worker: draws for ever."""
    cv2.setNumThreads(1)
    reals = [r for r in real.load(args.lines) if r.part == "train"]
    composer = compose.Composer(seed, compose.read_mnist(args.mnist), reals, glyphs.cut(args.cutter, reals))
    while True:
        out.put(tensors([composer.sample(SHARE_REAL) for _ in range(CHUNK)]))


class Pool:
    """The samples drawn last, on the device."""

    def __init__(self, device, size):
        self.ink = torch.empty((size * CHUNK, HEIGHT, WIDTH), dtype=torch.uint8, device=device)
        self.rest = [None] * (size * CHUNK)  # frames, tokens, hints
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
    """CTC, and at first the places of the drawn digits: without them the net takes long to look at
    digits at all."""
    ink, frames, tokens, hints = picked
    logits = net(ink)
    flat = torch.tensor([t for line in tokens for t in line], dtype=torch.long, device=ink.device)
    lengths = torch.tensor([len(t) for t in tokens], device=ink.device)
    chances = logits.float().permute(2, 0, 1).log_softmax(2)
    loss = ctc(chances, flat, torch.tensor(frames, device=ink.device), lengths)
    if hint > 0:
        per = logits.shape[2]
        where = torch.tensor([i * per + t for i, h in enumerate(hints) for t, _ in h], device=ink.device)
        what = torch.tensor([c for h in hints for _, c in h], device=ink.device)
        loss = loss + hint * nn.functional.cross_entropy(logits.permute(0, 2, 1).reshape(-1, logits.shape[1])[where], what)
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


def say(net, lines, done, part, start, loss):
    own = copy.deepcopy(net).to("cpu")
    print("%7d steps %4.0f %% %5.0f s loss %.4f  %s" % (done, 100 * part, time.time() - start, loss,
                                                     measure(own, lines)[0]), flush=True)


def train(args, chunks):
    torch.manual_seed(args.seed)
    torch.backends.cudnn.benchmark = torch.backends.cudnn.allow_tf32 = True
    rng = np.random.default_rng(args.seed)
    checked = [r for r in real.load(args.lines) if r.part == "validate"]
    net = Net().to(args.device)
    mean = copy.deepcopy(net)
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=2e-3)
    ctc = nn.CTCLoss(zero_infinity=True)
    pool = Pool(args.device, args.pool)
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
        loss = loss_of(net, ctc, (vary(ink), *rest), max(0.0, .5 * (1 - part / HINT)))
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        best.step()
        follow(mean, net)
        sums, done = sums + loss.item(), done + 1
        if done % args.tell == 0:
            torch.save(mean.state_dict(), args.out)
            say(mean, checked, done, part, start, sums / (done - said))
            sums, said = 0.0, done
    torch.save(mean.state_dict(), args.out)
    print("%d samples drawn" % (pool.added * CHUNK))
    say(mean, checked, done, 1, start, sums / max(1, done - said))


def main():
    ask = argparse.ArgumentParser()
    for name in ("mnist", "lines", "cutter", "out"):
        ask.add_argument("--" + name, required=True)
    ask.add_argument("--seconds", type=float, default=480)
    ask.add_argument("--workers", type=int, default=15)
    ask.add_argument("--batch", type=int, default=256)
    ask.add_argument("--pool", type=int, default=6000, help="chunks kept")
    ask.add_argument("--tell", type=int, default=2500, help="steps between measuring")
    ask.add_argument("--device", default="cuda")
    ask.add_argument("--seed", type=int, default=2026)
    ask.add_argument("--rate", type=float, default=3e-3)
    args = ask.parse_args()
    fork = multiprocessing.get_context("spawn")
    chunks = fork.Queue(maxsize=4 * args.workers)
    workers = [fork.Process(target=draw, args=(args.seed * 1000 + i, args, chunks), daemon=True)
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
