# SPDX-License-Identifier: GPL-3.0-or-later
"""The same sample otherwise: moved, leant and stretched in height, its strokes thinner or thicker,
noise, one bit. On whole batches, so that a drawn sample can be used several times."""
import torch
from torch.nn import functional


def vary(ink):
    """ink: N x 1 x H x W, 1 is ink. Widths stay, so that places of tokens do."""
    n, device = ink.shape[0], ink.device
    some = lambda share: (torch.rand(n, 1, 1, 1, device=device) < share).float()
    high = 1 + .07 * torch.randn(n, device=device).clamp(-2, 2)
    lean = .10 * torch.randn(n, device=device).clamp(-2, 2)
    lift = .05 * torch.randn(n, device=device).clamp(-2, 2)
    zero, one = torch.zeros(n, device=device), torch.ones(n, device=device)
    ratio = ink.shape[2] / ink.shape[3]
    turn = torch.stack([torch.stack([one, lean * ratio, zero], 1), torch.stack([zero, high, lift], 1)], 1)
    grid = functional.affine_grid(turn, list(ink.shape), align_corners=False)
    ink = functional.grid_sample(ink, grid, align_corners=False, padding_mode="zeros")
    fat = functional.max_pool2d(ink, 3, 1, 1)
    thin = -functional.max_pool2d(-ink, 3, 1, 1)
    soft = functional.avg_pool2d(ink, 3, 1, 1)
    much = torch.rand(n, 1, 1, 1, device=device)
    ink = ink + some(.25) * much * (fat - ink)
    ink = ink + some(.2) * .5 * much * (thin - ink)
    ink = ink + some(.3) * much * (soft - ink)
    ink = ink * (1 - some(.3) * .5 * torch.rand(n, 1, 1, 1, device=device))
    ink = ink + some(.4) * .12 * torch.rand(n, 1, 1, 1, device=device) * torch.randn_like(ink)
    edge = .35 + .3 * torch.rand(n, 1, 1, 1, device=device)
    bits = some(.2)
    ink = bits * torch.sigmoid((ink - edge) * 30) + (1 - bits) * ink
    return ink.clamp(0, 1)
