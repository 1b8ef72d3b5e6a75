# SPDX-License-Identifier: GPL-3.0-or-later
"""The net of names: as that of digits, wider, and its columns see further: half a name is often
hidden. Input 1 x 1 x HEIGHT x W, ink 1 and paper 0, W a multiple of 4; output 1 x CLASSES x W/4,
logits: blank, then the signs of ALPHABET."""
import torch
from torch import nn

HEIGHT, CAP, BASE = 48, 19, 34  # rows; height of capitals; row of their foot
VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def letters():
    import unicodedata
    small = "abcdeghiklmnopqrstuvxyfjwzđăâêôơư"
    toned = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES]
    out = []
    for c in list(small) + toned:
        out += [c, c.upper()]
    return out


ALPHABET = [" ", "."] + letters()
CLASSES = 1 + len(ALPHABET)
INDEX = {t: i + 1 for i, t in enumerate(ALPHABET)}


def block(a, b, kernel=3, padding=1):
    return nn.Sequential(nn.Conv2d(a, b, kernel, padding=padding, bias=False), nn.BatchNorm2d(b), nn.ReLU(True))


class Context(nn.Module):
    def __init__(self, channels, dilation):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, channels, (1, 3), padding=(0, dilation), dilation=(1, dilation), bias=False),
            nn.BatchNorm2d(channels), nn.ReLU(True))

    def forward(self, x):
        return x + self.body(x)


class Net(nn.Module):
    def __init__(self, c=(16, 32, 64, 96, 192)):
        super().__init__()
        self.see = nn.Sequential(
            block(1, c[0]), nn.MaxPool2d(2), block(c[0], c[1]), nn.MaxPool2d(2),
            block(c[1], c[2]), block(c[2], c[2]), nn.MaxPool2d((2, 1)), block(c[2], c[3]), block(c[3], c[3]),
            nn.MaxPool2d((2, 1)), block(c[3], c[4], (3, 3), (0, 1)))
        self.context = nn.Sequential(*[Context(c[4], d) for d in (1, 2, 4, 8, 1)])
        self.drop = nn.Dropout(.1)
        self.name = nn.Conv2d(c[4], CLASSES, 1)

    def flat(self, x):
        return self.name(self.drop(self.context(self.see(x))))

    def forward(self, x):
        return self.flat(x).squeeze(2)
