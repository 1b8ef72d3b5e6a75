# SPDX-License-Identifier: GPL-3.0-or-later
"""Typefaces with Vietnamese letters, and words set in them as arrays of ink."""
import glob
import os

import numpy as np
from PIL import Image, ImageDraw, ImageFont

BOLD = ("bold", "black")
HELD_OUT = ("liberation", )   # what ./dev bench secrecy draws with
OTHER_SCRIPTS = ("math", "mono", "emoji")
SIGNS = "ẬẾỆỎƯđĐ"


def has_vietnamese(path):
    try:
        font = ImageFont.truetype(path, 40)
        missing = np.array(font.getmask("\U0010fffd"))
        masks = [np.array(font.getmask(c)) for c in SIGNS]
    except OSError:
        return False
    return all(m.size and not np.array_equal(m, missing) for m in masks)


def find_faces(folder):
    """Paths under the folder by kind: bold (stamps and titles), plain, slanted (handwriting stands in)."""
    out = {"bold": [], "plain": [], "slanted": []}
    files = sorted(glob.glob(os.path.join(folder, "**", "*.[ot]tf"), recursive=True))
    for path in files:
        name = os.path.basename(path).lower()
        if any(s in name for s in OTHER_SCRIPTS + HELD_OUT) or not has_vietnamese(path):
            continue
        slanted = "italic" in name or "oblique" in name
        bold = any(s in name for s in BOLD)
        if slanted:
            out["slanted"].append(path)
        elif bold:
            out["bold"].append(path)
        elif "regular" in name or name in ("freeserif.ttf", "freesans.ttf"):
            out["plain"].append(path)
    return out


class Faces:
    """One random generator's typefaces; fonts of a size are made once."""

    def __init__(self, folder, rng):
        self.paths, self.rng, self.made = find_faces(folder), rng, {}

    def pick(self, kind, cap):
        """A font whose capitals are `cap` pixels high."""
        path = self.paths[kind][int(self.rng.integers(len(self.paths[kind])))]
        key = (path, int(round(cap)))
        if key not in self.made:
            if len(self.made) > 900:
                self.made.clear()
            probe = ImageFont.truetype(path, 100).getbbox("H", anchor="ls")
            self.made[key] = ImageFont.truetype(path, max(4, int(round(cap * 100 / -probe[1]))))
        return self.made[key]


def set_words(font, text, gap=0.0):
    """Ink 0..1 of one line, cut to its letters; `gap` pixels between them."""
    width = int(sum(font.getlength(c) + gap for c in text) if gap else font.getlength(text)) + 8
    height = int(font.size * 1.9)
    image = Image.new("L", (max(width, 8), height), 0)
    draw = ImageDraw.Draw(image)
    base = int(font.size * 1.35)
    if gap:
        x = 4.0
        for c in text:
            draw.text((x, base), c, font=font, fill=255, anchor="ls")
            x += font.getlength(c) + gap
    else:
        draw.text((4, base), text, font=font, fill=255, anchor="ls")
    box = image.getbbox() or (0, 0, 8, 8)
    return np.asarray(image.crop(box)).astype(np.float32) / 255
