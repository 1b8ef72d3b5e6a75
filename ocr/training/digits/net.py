# SPDX-License-Identifier: GPL-3.0-or-later
"""The net: seven convolutions take a line of HEIGHT rows to one row of features, a column for every
four pixels; four dilated ones let each column see its line; one more names it. No recurrence, so
that any width runs in OpenCV's dnn. Input 1 x 1 x HEIGHT x W, ink 1 and paper 0, W a multiple of 4;
output 1 x CLASSES x W/4, logits: blank, p0..p9, h0..h9, '.', '-', '/'."""
import torch
from torch import nn

HEIGHT, CAP, BASE = 48, 18, 32  # rows; height of capitals; row of their foot
TOKENS = ["p%d" % d for d in range(10)] + ["h%d" % d for d in range(10)] + [".", "-", "/"]
CLASSES = 1 + len(TOKENS)
INDEX = {t: i + 1 for i, t in enumerate(TOKENS)}


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
    def __init__(self, c=(16, 32, 64, 96, 176)):
        super().__init__()
        self.see = nn.Sequential(
            block(1, c[0]), nn.MaxPool2d(2), block(c[0], c[1]), nn.MaxPool2d(2),
            block(c[1], c[2]), nn.MaxPool2d((2, 1)), block(c[2], c[2]), block(c[2], c[3]), nn.MaxPool2d((2, 1)),
            block(c[3], c[4], (3, 3), (0, 1)))
        self.context = nn.Sequential(*[Context(c[4], d) for d in (1, 2, 4, 8, 1)])
        self.drop = nn.Dropout(.15)
        self.name = nn.Conv2d(c[4], CLASSES, 1)

    def flat(self, x):
        return self.name(self.drop(self.context(self.see(x))))

    def forward(self, x):
        return self.flat(x).squeeze(2)
