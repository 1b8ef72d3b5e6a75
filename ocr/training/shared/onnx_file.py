# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a net as ONNX and demands that OpenCV's dnn gives the same numbers at every size it is asked."""
import argparse
import os

import cv2
import numpy as np
import torch

APART = 1e-4   # of the largest


def asked(net):
    """The net with the weights of --net, and where to write it."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--net", required=True)
    ask.add_argument("--out", required=True)
    args = ask.parse_args()
    net.load_state_dict(torch.load(args.net, map_location="cpu"))
    return net.eval(), args.out


def write(net, path, sizes, free):
    """`sizes` (height, width) are tried in OpenCV, the first is traced; `free` as torch's dynamic_axes."""
    torch.manual_seed(1)
    torch.onnx.export(net, torch.rand(1, 1, *sizes[0]), path, opset_version=11, input_names=["ink"],
                      output_names=["logits"], dynamic_axes=free)
    other = cv2.dnn.readNetFromONNX(path)
    for height, width in sizes:
        x = torch.rand(1, 1, height, width)
        with torch.no_grad():
            ours = net(x).numpy()
        other.setInput(x.numpy())
        theirs = other.forward()
        apart = np.abs(ours - theirs).max() / np.abs(ours).max()
        print("%d x %d: %s, apart at most %.1e of the largest" % (width, height, theirs.shape, apart))
        assert theirs.shape == ours.shape and apart < APART
    print("%d bytes" % os.path.getsize(path))
