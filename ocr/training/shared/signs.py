# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of signs for the readers of digits and names: samples as arrays, and their loss."""
import numpy as np
import torch
from torch import nn

STEP = 4   # pixels a column of the answer


def tensors(samples, height, width, index=lambda token: token):
    """Samples (picture, [(token, x or None)]) as arrays: ink 0..255 of one width, columns, classes, hints
    (column, class)."""
    ink = np.zeros((len(samples), height, width), np.uint8)
    columns, classes, hints = [], [], []
    for i, (picture, said) in enumerate(samples):
        ink[i, :, :picture.shape[1]] = np.round(picture * 255)
        columns.append(min(width // STEP, picture.shape[1] // STEP + 1))
        classes.append([index(t) for t, _ in said])
        hints.append([(int(x / STEP), index(t)) for t, x in said if x is not None and 0 <= x / STEP < width // STEP])
    return ink, columns, classes, hints


def loss_of(logits, columns, classes, hints, hint):
    """CTC (Graves et al. 2006), and at first the places of the signs: without them the net takes long to
    look at signs at all."""
    device = logits.device
    flat = torch.tensor([t for line in classes for t in line], dtype=torch.long, device=device)
    lengths = torch.tensor([len(t) for t in classes], device=device)
    chances = logits.float().permute(2, 0, 1).log_softmax(2)
    loss = nn.functional.ctc_loss(chances, flat, torch.tensor(columns, device=device), lengths, zero_infinity=True)
    if hint > 0:
        per = logits.shape[2]
        where = torch.tensor([i * per + t for i, h in enumerate(hints) for t, _ in h], device=device)
        what = torch.tensor([c for h in hints for _, c in h], device=device)
        rows = logits.permute(0, 2, 1).reshape(-1, logits.shape[1])[where]
        loss = loss + hint * nn.functional.cross_entropy(rows, what)
    return loss
