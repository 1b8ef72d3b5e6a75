# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of Tesseract's fast Vietnamese model as a PyTorch module, read from and written to
the `lstm` component of a traineddata file (format: Tesseract 5.3, src/lstm/*::Serialize).

The shape is [1,36,0,1 Ct3,3,16 Mp3,3 Lfys48 Lfx96 Lrx96 Lfx192 O1c]: lines 36 pixels high, one
step every three columns. Weights on disk are 8-bit integers with one scale a row; here they are
floats, and become integers again when written.
"""
import struct

import numpy as np
import torch
from torch import nn

HEIGHT = 36
INT8, DOUBLE = 1, 128


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def blob(self, size):
        self.at += size
        return self.data[self.at - size : self.at]

    def string(self):
        return self.blob(self.take("I"))

    def matrix(self):
        mode = self.take("B")
        assert mode & DOUBLE and mode & INT8, "not a model of 8-bit weights"
        rows, columns, _ = self.take("iib")
        whole = np.frombuffer(self.blob(rows * columns), np.int8).reshape(rows, columns)
        scales = np.frombuffer(self.blob(8 * self.take("I")), np.float64)[:rows]
        return whole * scales[:, None]


def write_matrix(out, weights):
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-9) / 127
    whole = np.clip(np.rint(weights / scales[:, None]), -127, 127).astype(np.int8)
    out += [struct.pack("<Biib", DOUBLE | INT8, *whole.shape, 0), whole.tobytes()]
    out += [struct.pack("<I", len(scales)), scales.astype("<f8").tobytes()]


def walk(reader, out, matrices):
    """Copies one layer and those inside it from reader to out. matrices(weights) -> weights to write."""
    start = reader.at
    reader.take("b")
    name = reader.string().decode()
    _, _, flags, *_ = reader.take("bbi3i")
    reader.string()
    count = 0
    if name in ("Series", "RTLReversed", "XYTranspose"):
        count = reader.take("I")
    else:
        reader.take({"Input": "5i", "Convolve": "2i", "Maxpool": "2i", "LSTM": "i", "SummLSTM": "i"}.get(name, ""))
    out.append(reader.data[start : reader.at])
    for _ in range(count):
        walk(reader, out, matrices)
    if count and flags & 64:  # one learning rate a layer
        out.append(reader.blob(4 * reader.take("I")))
        out.insert(-1, struct.pack("<I", len(out[-1]) // 4))
    for _ in range({"LSTM": 4, "SummLSTM": 4, "Tanh": 1, "Softmax": 1}.get(name, 0)):
        write_matrix(out, matrices(reader.matrix()))


class Net(nn.Module):
    """x: N x 1 x 36 x W, -1 black to 1 white. Returns W/3 x N x classes, log probabilities."""

    def __init__(self, classes=269):
        super().__init__()
        self.conv = nn.Conv2d(1, 16, 3, padding=1)
        self.down = nn.LSTM(16, 48)
        self.first, self.back, self.last = nn.LSTM(48, 96), nn.LSTM(96, 96), nn.LSTM(96, 192)
        self.out = nn.Linear(192, classes)

    def forward(self, x):
        x = torch.max_pool2d(torch.tanh(self.conv(x)), 3)  # N x 16 x 12 x W
        n, c, h, w = x.shape
        x = self.down(x.permute(2, 0, 3, 1).reshape(h, n * w, c))[1][0][0]
        x = x.view(n, w, 48).transpose(0, 1)
        x = self.first(x)[0]
        x = self.back(x.flip(0))[0].flip(0)
        return torch.log_softmax(self.out(self.last(x)[0]), 2)

    # Tesseract's gates stand as input, in, forget, out; PyTorch's as in, forget, input, out.
    def layers(self):
        return [self.conv, self.down, self.first, self.back, self.last, self.out]

    def take(self, matrices):
        matrices = iter(matrices)
        for layer in self.layers():
            if isinstance(layer, nn.LSTM):
                cell, gate_in, forget, gate_out = (next(matrices) for _ in range(4))
                rows = np.concatenate([gate_in, forget, cell, gate_out])
                inputs = layer.input_size
                fill(layer.weight_ih_l0, rows[:, :inputs])
                fill(layer.weight_hh_l0, rows[:, inputs:-1])
                fill(layer.bias_ih_l0, rows[:, -1])
                fill(layer.bias_hh_l0, np.zeros(len(rows)))
                layer.bias_hh_l0.requires_grad = False
            elif isinstance(layer, nn.Conv2d):  # columns of the window first, then its rows
                rows = next(matrices)
                fill(layer.weight, rows[:, :-1].reshape(16, 1, 3, 3).transpose(0, 1, 3, 2))
                fill(layer.bias, rows[:, -1])
            else:
                rows = next(matrices)
                fill(layer.weight, rows[:, :-1])
                fill(layer.bias, rows[:, -1])

    def give(self):
        for layer in self.layers():
            if isinstance(layer, nn.LSTM):
                bias = layer.bias_ih_l0 + layer.bias_hh_l0
                rows = torch.cat([layer.weight_ih_l0, layer.weight_hh_l0, bias[:, None]], 1)
                gate_in, forget, cell, gate_out = rows.detach().numpy().astype(np.float64).reshape(4, layer.hidden_size, -1)
                yield from (cell, gate_in, forget, gate_out)
            else:
                weights = layer.weight.transpose(2, 3).reshape(16, 9) if isinstance(layer, nn.Conv2d) else layer.weight
                yield torch.cat([weights, layer.bias[:, None]], 1).detach().numpy().astype(np.float64)


def fill(parameter, values):
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(values, np.float32)))


def load(path):
    found = []
    reader = Reader(open(path, "rb").read())
    walk(reader, [], lambda weights: found.append(weights) or weights)
    net = Net(len(found[-1]))
    net.take(found)
    return net


def save(net, like, path):
    """Writes net into a copy of the component `like`."""
    mine, out = net.give(), []
    reader = Reader(open(like, "rb").read())
    walk(reader, out, lambda _: next(mine))
    open(path, "wb").write(b"".join(out) + reader.data[reader.at :])


def alphabet(unicharset, recoder):
    """The character of every class, "" for the blank."""
    lines = open(unicharset, encoding="utf-8").read().split("\n")[1:]
    characters = [line.split(" ")[0] for line in lines if line]
    characters[0] = " "
    reader = Reader(open(recoder, "rb").read())
    classes = {}
    for i in range(reader.take("I")):
        _, length = reader.take("bI")
        code = reader.take(f"{length}i")
        classes.setdefault(code, characters[i] if i not in (1, 2) else "")
    return [classes[i] for i in range(len(classes))]
