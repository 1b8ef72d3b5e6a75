# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the net as ONNX. usage: export.py --net FILE.pt --out FILE.onnx"""
import os
import sys

from net import HEIGHT, Net

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import onnx_file  # noqa: E402


class Flat(Net):
    """With all four axes left in the output: OpenCV 4.6 drops none where the width is free."""

    def forward(self, x):
        return self.flat(x)


if __name__ == "__main__":
    onnx_file.write(*onnx_file.asked(Flat()), [(HEIGHT, width) for width in (320, 64, 200, 480)],
                    {"ink": {3: "width"}, "logits": {3: "frames"}})
