# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the net as ONNX. usage: export.py --net FILE.pt --out FILE.onnx"""
import os
import sys

from net import Net

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import onnx_file  # noqa: E402

if __name__ == "__main__":
    onnx_file.write(*onnx_file.asked(Net()), ((944, 672), (672, 944), (64, 320), (1312, 944)),
                    {"ink": {2: "height", 3: "width"}, "logits": {2: "rows", 3: "columns"}})
