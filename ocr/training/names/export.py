# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the net as ONNX and checks that OpenCV's dnn gives the same numbers at several widths.

usage: export.py --net FILE.pt --out FILE.onnx"""
import argparse
import os

import cv2
import numpy as np
import torch

from net import HEIGHT, Net


class Flat(Net):
    """With all four axes left in the output: OpenCV 4.6 drops none where the width is free."""

    def forward(self, x):
        return self.flat(x)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--net", required=True)
    ask.add_argument("--out", required=True)
    args = ask.parse_args()
    torch.manual_seed(1)
    net = Flat()
    net.load_state_dict(torch.load(args.net, map_location='cpu'))
    net.eval()
    torch.onnx.export(net, torch.rand(1, 1, HEIGHT, 320), args.out, opset_version=11,
                      input_names=["ink"], output_names=["logits"],
                      dynamic_axes={"ink": {3: "width"}, "logits": {3: "frames"}})
    other = cv2.dnn.readNetFromONNX(args.out)
    for width in (64, 200, 320, 480):
        x = torch.rand(1, 1, HEIGHT, width)
        with torch.no_grad():
            ours = net(x).numpy()
        other.setInput(x.numpy())
        theirs = other.forward()
        apart = np.abs(ours - theirs).max() / np.abs(ours).max()
        print("width %d: %s, apart at most %.1e of the largest" % (width, theirs.shape, apart))
        assert theirs.shape == ours.shape and apart < 1e-4
    print("%d bytes" % os.path.getsize(args.out))


if __name__ == "__main__":
    main()
