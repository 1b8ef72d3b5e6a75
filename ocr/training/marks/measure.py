# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a net does on samples: of the marks of each class how many are found, and how many windows
without one are taken to have one. A mark is found where SEEN of its asked cells are told right."""
import cv2
import numpy as np
import torch

from rubber import ARRIVAL, DATE_ROW, MAT, TUYET_MAT, URGENT

LEAST_CELLS, SURE = 3, .5


def chances(net, ink, batch=32):
    out = []
    net.eval()
    with torch.no_grad():
        for i in range(0, len(ink), batch):
            out.append(net(ink[i:i + batch, None].float() / 255).softmax(1).numpy())
    return np.concatenate(out)


GROUPS = ((MAT, TUYET_MAT), (URGENT, URGENT), (ARRIVAL, DATE_ROW))


def group(p, k):
    return p[GROUPS[k][0]:GROUPS[k][1] + 1].sum(0)


def told_to_be(cells, k):
    return (cells >= GROUPS[k][0]) & (cells <= GROUPS[k][1])


def measure(net, ink, cells):
    """One line of figures."""
    found, asked, false, clean = (np.zeros(len(GROUPS)) for _ in range(4))
    levels, rows, row_cells = 0, 0, 0
    for p, told in zip(chances(net, ink), cells.numpy()):
        for k in range(len(GROUPS)):
            mine, area = told_to_be(told, k), group(p, k)
            n, parts = cv2.connectedComponents(mine.astype(np.uint8))
            for i in range(1, n):
                part = parts == i
                if part.sum() < LEAST_CELLS:
                    continue
                hit = (area[part] > SURE).sum() >= LEAST_CELLS
                asked[k] += 1
                found[k] += hit
                if k == 0 and hit:
                    levels += p[:, part].sum(1)[MAT:TUYET_MAT + 1].argmax() + MAT == told[part][0]
            if not mine.any() and not (told == 255).any():
                clean[k] += 1
                false[k] += (area > SURE).sum() >= LEAST_CELLS
        in_rows = (told > ARRIVAL) & (told <= DATE_ROW)
        row_cells += in_rows.sum()
        rows += (p.argmax(0) == told)[in_rows].sum()
    share = 100 * found / np.maximum(asked, 1)
    return "secret %.2f %% of %d (level %.1f), urgent %.1f %%, arrival %.1f %% (cells of rows %.1f); false %.2f, %.2f, %.2f %%" % (
        share[0], asked[0], 100 * levels / max(1, found[0]), share[1], share[2], 100 * rows / max(1, row_cells),
        *(100 * false / np.maximum(clean, 1)))
