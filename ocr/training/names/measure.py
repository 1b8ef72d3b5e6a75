# SPDX-License-Identifier: GPL-3.0-or-later
"""What the net reads of drawn samples by its best path, without any list of names."""
import torch

from net import ALPHABET


def best_paths(net, ink, frames, device):
    out = []
    with torch.no_grad():
        for i in range(0, len(ink), 256):
            part = torch.from_numpy(ink[i:i + 256]).to(device)[:, None].float() / 255
            for row, n in zip(net(part).argmax(1).cpu().numpy(), frames[i:i + 256]):
                last, text = 0, ""
                for c in row[:n]:
                    if c != last and c > 0:
                        text += ALPHABET[c - 1]
                    last = c
                out.append(text)
    return out


def measure(net, checked, device):
    """One line: names read exactly, pictures of no name that were read as nothing."""
    ink, frames, tokens, _ = checked
    net.eval()
    read = best_paths(net, ink, frames, device)
    true = ["".join(ALPHABET[t - 1] for t in line) for line in tokens]
    names = [(a, b) for a, b in zip(true, read) if a]
    others = [b for a, b in zip(true, read) if not a]
    return "names %d of %d, nothing %d of %d" % (
        sum(a == b for a, b in names), len(names), sum(not b for b in others), len(others))
