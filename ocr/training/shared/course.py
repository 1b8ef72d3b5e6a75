# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trainings of digits, marks and names have in common. Workers draw samples without end, each
from its own seed; what they drew last stays in a pool, batches are picked from it; the rate goes up and
then down along a cosine; what is kept is the running mean of the weights. The seed decides every sample;
how many are drawn, and so the weights, depend on the machine."""
import argparse
import contextlib
import copy
import dataclasses
import multiprocessing
import queue
import time

import numpy as np
import torch
from torch import nn

import from_onnx

STARTERS = 256   # samples that tell how a net from a file is to be normalised


@dataclasses.dataclass
class Course:
    keep: float           # of the running mean, a step
    rise: float           # of the time, until the rate is at its highest
    decay: float          # of the weights
    first: int            # chunks waited for before the first step
    takes: int = 4        # chunks taken over between two steps, at the most


def options(inputs, **defaults):
    """The options every training has; `inputs` are files and folders that must be named."""
    ask = argparse.ArgumentParser()
    for name in (*inputs, "out"):
        ask.add_argument("--" + name, required=True)
    ask.add_argument("--start", help=".pt or .onnx to go on from")
    ask.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    ask.add_argument("--seed", type=int, default=2026)
    for name, value in defaults.items():
        ask.add_argument("--" + name, type=type(value), default=value)
    return ask.parse_args()


@contextlib.contextmanager
def workers(target, args, waiting):
    """Processes that run target(seed, args, queue) for ever; what they put there, at most `waiting` chunks."""
    spawn = multiprocessing.get_context("spawn")
    chunks = spawn.Queue(maxsize=waiting)
    all_of_them = [spawn.Process(target=target, args=(args.seed * 1000 + i, args, chunks), daemon=True)
                   for i in range(args.workers)]
    for worker in all_of_them:
        worker.start()
    try:
        yield chunks
    finally:
        for worker in all_of_them:
            worker.terminate()


class Pool:
    """The samples drawn last: their ink on the device, and whatever else belongs to each."""

    def __init__(self, device, chunks):
        self.device, self.chunks, self.added = device, chunks, 0

    def add(self, chunk):
        ink, *rest = chunk
        if self.added == 0:
            self.ink = torch.empty((self.chunks * len(ink), *ink.shape[1:]), dtype=torch.uint8, device=self.device)
            self.rest = [None] * len(self.ink)
        at = self.added % len(self.ink)
        self.ink[at:at + len(ink)] = torch.from_numpy(ink).to(self.device)
        self.rest[at:at + len(ink)] = list(zip(*rest))
        self.added += len(ink)

    def pick(self, rng, size):
        """Ink 0..1 of N x 1 x H x W, and a tuple of N for each of the rest."""
        which = rng.integers(min(self.added, len(self.ink)), size=size)
        ink = self.ink[torch.from_numpy(which).to(self.device)][:, None].float() / 255
        return ink, *zip(*[self.rest[i] for i in which])

    def take_waiting(self, chunks, most):
        with contextlib.suppress(queue.Empty):
            for _ in range(most):
                self.add(chunks.get_nowait())


def follow(mean, net, keep):
    with torch.no_grad():
        for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
            a.mul_(keep).add_(b, alpha=1 - keep) if a.dtype.is_floating_point else a.copy_(b)


def rate_at(part, rise):
    """Of the highest, at that part of the time."""
    return part / rise if part < rise else .5 * (1 + np.cos(np.pi * (part - rise) / (1 - rise))) + 1e-3


def started(net, path, pool, rng):
    """With the weights of a .pt or .onnx, or as it is."""
    if path and path.endswith(".onnx"):
        from_onnx.load(net, path, pool.pick(rng, STARTERS)[0].cpu())
    elif path:
        net.load_state_dict(torch.load(path, map_location="cpu"))
    return net


def learn(make, loss_of, figures, args, course, chunks):
    """Trains make() until the time is over and writes the mean of its weights. loss_of(net, picked, part):
    the loss of what was picked at that part of the time; figures(net): what to print of it."""
    torch.manual_seed(args.seed)
    torch.backends.cudnn.benchmark = torch.backends.cudnn.allow_tf32 = True
    rng = np.random.default_rng(args.seed)
    pool = Pool(args.device, args.pool)
    for _ in range(course.first):
        pool.add(chunks.get())
    net = started(make(), args.start, pool, rng).to(args.device)
    mean = copy.deepcopy(net)
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=course.decay)
    start, done, sums = time.time(), 0, 0.0

    def tell(part):
        torch.save(mean.state_dict(), args.out)
        print("%7d steps %4.0f %% %5.0f s, %d drawn, loss %.4f  %s" % (
            done, 100 * part, time.time() - start, pool.added, sums / max(1, (done - 1) % args.tell + 1),
            figures(copy.deepcopy(mean).to("cpu"))), flush=True)

    while (part := (time.time() - start) / args.seconds) < 1:
        pool.take_waiting(chunks, course.takes)
        for group in best.param_groups:
            group["lr"] = args.rate * rate_at(part, course.rise)
        net.train()
        loss = loss_of(net, pool.pick(rng, args.batch), part)
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        best.step()
        follow(mean, net, course.keep)
        sums, done = sums + loss.item(), done + 1
        if done % args.tell == 0:
            tell(part)
            sums = 0.0
    tell(1)
