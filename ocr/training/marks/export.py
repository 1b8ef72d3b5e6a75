# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the net as ONNX and checks that OpenCV's dnn gives the same numbers at several sizes.

usage: export.py --net FILE.pt --out FILE.onnx"""
import argparse
import os

import cv2
import numpy as np
import torch

from net import Net


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--net", required=True)
    ask.add_argument("--out", required=True)
    args = ask.parse_args()
    torch.manual_seed(1)
    net = Net()
    net.load_state_dict(torch.load(args.net, map_location="cpu"))
    net.eval()
    torch.onnx.export(net, torch.rand(1, 1, 944, 672), args.out, opset_version=11, input_names=["ink"],
                      output_names=["logits"], dynamic_axes={"ink": {2: "height", 3: "width"}, "logits": {2: "rows", 3: "columns"}})
    other = cv2.dnn.readNetFromONNX(args.out)
    for height, width in ((944, 672), (672, 944), (64, 320), (1312, 944)):
        x = torch.rand(1, 1, height, width)
        with torch.no_grad():
            ours = net(x).numpy()
        other.setInput(x.numpy())
        theirs = other.forward()
        apart = np.abs(ours - theirs).max() / np.abs(ours).max()
        print("%d x %d: %s, apart at most %.1e of the largest" % (width, height, theirs.shape, apart))
        assert theirs.shape == ours.shape and apart < 1e-4
    print("%d bytes" % os.path.getsize(args.out))


if __name__ == "__main__":
    main()
