# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the reader of digits and writes its weights. See README.md for inputs and figures.

usage: train.py --mnist FOLDER --lines FOLDER --out FILE.pt [--samples N] [--until N] [--start FILE.pt]
                [--seed N] [--rate R]

One seed decides every sample; the order of batches follows from it."""
import argparse
import math
import time

import cv2
import numpy as np
import torch
from torch import nn

import compose
import real
from measure import measure
from net import HEIGHT, INDEX, Net

BATCH, CHUNK = 16, 512


def batches(composer, samples, share):
    """Batches of like width from chunks, so that little padding is computed."""
    for start in range(0, samples, CHUNK):
        chunk = [composer.sample(share) for _ in range(min(CHUNK, samples - start))]
        chunk.sort(key=lambda s: s[0].shape[1])
        groups = [chunk[i:i + BATCH] for i in range(0, len(chunk), BATCH)]
        for i in composer.rng.permutation(len(groups)):
            yield groups[i]


def tensors(group):
    width = -4 * (-max(s[0].shape[1] for s in group) // 4)
    x = np.zeros((len(group), 1, HEIGHT, width), np.float32)
    frames, where, what = [], [], []
    for i, (ink, tokens) in enumerate(group):
        x[i, 0, :, :ink.shape[1]] = ink
        frames.append(min(width // 4, ink.shape[1] // 4 + 1))
        for token, at in tokens:
            if at is not None and 0 <= at / 4 < width // 4:
                where.append(i * (width // 4) + int(at / 4))
                what.append(INDEX[token])
    tokens = [[INDEX[t] for t, _ in s[1]] for s in group]
    flat = torch.tensor([t for line in tokens for t in line], dtype=torch.long)
    lengths = torch.tensor([len(t) for t in tokens])
    return (torch.from_numpy(x), flat, lengths, torch.tensor(frames), torch.tensor(where, dtype=torch.long),
            torch.tensor(what, dtype=torch.long))


def loss_of(net, group, ctc, hint):
    """CTC, and while `hint` lasts the places of the drawn digits: without them the net takes long to
    look at digits at all."""
    x, flat, lengths, frames, where, what = tensors(group)
    out = net(x)
    chances = out.permute(2, 0, 1).log_softmax(2)
    loss = ctc(chances, flat, frames, lengths)
    if hint > 0 and len(where):
        flat_out = out.permute(0, 2, 1).reshape(-1, out.shape[1])
        loss = loss + hint * nn.functional.cross_entropy(flat_out[where], what)
    return loss


def main():
    ask = argparse.ArgumentParser()
    for name in ("mnist", "lines", "out"):
        ask.add_argument("--" + name, required=True)
    ask.add_argument("--samples", type=int, default=40000)
    ask.add_argument("--until", type=int, help="end after so many samples of the plan")
    ask.add_argument("--start")
    ask.add_argument("--seed", type=int, default=1945)
    ask.add_argument("--rate", type=float, default=3e-3)
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    reals = real.load(args.lines)
    composer = compose.Composer(args.seed, compose.read_mnist(args.mnist), [r for r in reals if r.part == "train"])
    net = Net()
    if args.start:
        net.load_state_dict(torch.load(args.start))
    steps = math.ceil(args.samples / BATCH)
    last = math.ceil((args.until or args.samples) / BATCH)
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=1e-3)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, args.rate, total_steps=steps + 1, pct_start=.15)
    ctc = nn.CTCLoss(zero_infinity=True)
    start, sums = time.time(), 0.0
    for step, group in enumerate(batches(composer, args.samples, .42)):
        net.train()
        loss = loss_of(net, group, ctc, 0 if args.start else max(0.0, .5 - step / steps))
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        best.step()
        plan.step()
        sums += loss.item()
        if step % 100 == 99:
            print("%6d samples %5.0f s loss %.3f" % ((step + 1) * BATCH, time.time() - start, sums / 100), flush=True)
            sums = 0.0
        if step % 500 == 499 or step + 1 == last:
            torch.save(net.state_dict(), args.out)
            print("   ", measure(net, [r for r in reals if r.part == "validate"])[0], flush=True)
        if step + 1 == last:
            break


if __name__ == "__main__":
    main()
