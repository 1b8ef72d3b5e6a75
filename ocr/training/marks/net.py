# SPDX-License-Identifier: GPL-3.0-or-later
"""A small fully convolutional net: ink of a page at NET_DPI in, for each cell of eight by eight pixels
the chances of the classes out. Sides must be multiples of 16."""
import torch
from torch import nn

from rubber import CLASSES


def block(a, b, stride=1, size=3, dilation=1):
    pad = dilation * (size // 2)
    return nn.Sequential(nn.Conv2d(a, b, size, stride, pad, dilation, bias=False), nn.BatchNorm2d(b), nn.ReLU(inplace=True))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.letters = nn.Sequential(block(1, 8, 2, 5), block(8, 16, 2), block(16, 16), block(16, 32, 2),
                                     block(32, 32), block(32, 32))
        self.words = nn.Sequential(block(32, 64, 2), block(64, 64), block(64, 64, dilation=2),
                                   block(64, 64, dilation=4), block(64, 32, size=1), nn.Upsample(scale_factor=2))
        self.join = block(64, 32)
        self.say = nn.Conv2d(32, CLASSES, 1)

    def forward(self, x):
        fine = self.letters(x)
        return self.say(self.join(torch.cat([fine, self.words(fine)], 1)))
