# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes on from a net that was written as ONNX: there every normalisation is folded into the convolution
before it. It is put back with what it would have counted on `ink`, so that the net says what the file's
says, and batches can be normalised again."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def weights_of(path):
    """(weight, bias) of the convolutions, in the order in which they run."""
    graph = onnx.load(path).graph
    arrays = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer}
    return [(arrays[n.input[1]], arrays[n.input[2]]) for n in graph.node if n.op_type == "Conv"]


def load(net, path, ink):
    """`net` must name its parts in the order in which they run. `ink` is a few hundred samples."""
    layers = [m for m in net.modules() if isinstance(m, (nn.Conv2d, nn.BatchNorm2d))]
    rest, bias = iter(weights_of(path)), None
    for layer in layers:
        if isinstance(layer, nn.Conv2d):
            weight, bias = next(rest)
            layer.weight.data = weight
            if layer.bias is not None:
                layer.bias.data = bias
        else:
            layer.running_mean.zero_()
            layer.running_var.fill_(1 - layer.eps)
            layer.weight.data.fill_(1)
            layer.bias.data = bias.clone()
    assert next(rest, None) is None
    put_norms_back(net.eval(), [m for m in layers if isinstance(m, nn.BatchNorm2d)], ink)


def put_norms_back(net, norms, ink):
    seen = {}
    hooks = [norm.register_forward_hook(lambda own, given, _: seen.__setitem__(
        own, (given[0].mean((0, 2, 3)), given[0].var((0, 2, 3), unbiased=False)))) for norm in norms]
    with torch.no_grad():
        net(ink)
    for hook in hooks:
        hook.remove()
    for norm, (mean, var) in seen.items():
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(var)
        norm.weight.data = torch.sqrt(var + norm.eps)
        norm.bias.data = norm.bias.data + mean
