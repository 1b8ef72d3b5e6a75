# SPDX-License-Identifier: GPL-3.0-or-later
"""One scanned line of print: set in a Times-like face among its neighbours, then spoilt the way
scanners and copiers spoil it, then framed as ocr/line_frame.h frames lines."""
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HEIGHT = 36
ABOVE, BELOW = 2.1, 0.55  # of the x-height, from the baseline; as in ocr/line_frame.h
X_OF_EM = 0.45
ROOT = "/usr/share/fonts/"
LIBERATION, GYRE, FREE = ROOT + "truetype/liberation2/Liberation", ROOT + "texmf/", ROOT + "truetype/freefont/Free"
GYRE = "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-"
LIBERTINE = ROOT + "opentype/linux-libertine/LinLibertine_"
STYLES = {  # regular, bold, italic, bold italic; how often
    "times": ([LIBERATION + f"Serif-{s}.ttf" for s in ("Regular", "Bold", "Italic", "BoldItalic")], 0.58),
    "termes": ([GYRE + f"{s}.otf" for s in ("regular", "bold", "italic", "bolditalic")], 0.2),
    "free": ([FREE + f"Serif{s}.ttf" for s in ("", "Bold", "Italic", "BoldItalic")], 0.08),
    "libertine": ([LIBERTINE + f"{s}.otf" for s in ("R", "RB", "RI", "RBI")], 0.04),
    "arial": ([LIBERATION + f"Sans-{s}.ttf" for s in ("Regular", "Bold", "Italic", "BoldItalic")], 0.1),
}


class Press:
    def __init__(self, rng):
        self.rng, self.fonts = rng, {}

    def font(self, size):
        families = list(STYLES)
        family = self.rng.choice(families, p=[STYLES[f][1] for f in families])
        path = STYLES[family][0][self.rng.choice(4, p=[0.55, 0.23, 0.15, 0.07])]
        key = (path, size)
        if key not in self.fonts:
            self.fonts[key] = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        return self.fonts[key]

    def sheet(self, text, neighbours, scale):
        """The line with those above and below it, black 0 on white 255, baseline row, x-height."""
        r = self.rng
        em = int(round(scale / X_OF_EM))
        font = self.font(em)
        gap = font.getlength(" ") * r.uniform(0.75, 1.0) if r.random() < 0.15 else font.getlength(" ") * r.uniform(0.95, 2.0)
        widths = [font.getlength(w) for w in text.split(" ")]
        width = int(sum(widths) + gap * (len(widths) - 1)) + 1
        side = int(r.uniform(0.15, 1.6) * em)
        pitch = scale * r.uniform(2.3, 3.7)
        height, base = int(scale * 7), int(scale * 4)
        page = Image.new("L", (width + 2 * side, height), 255)
        pen = ImageDraw.Draw(page)
        x = side
        for word, w in zip(text.split(" "), widths):
            pen.text((x, base), word, font=font, fill=0, anchor="ls")
            x += w + gap
        for step, other in neighbours:
            pen.text((r.uniform(-em, 2 * em), base + step * pitch), other, font=font, fill=0, anchor="ls")
        self.rules(pen, side, width, base, scale)
        return np.asarray(page), base

    def rules(self, pen, side, width, base, x):
        r, u = self.rng, self.rng.random()
        if u < 0.05:  # underlined, in part or whole
            a = side + r.uniform(0, 0.5) * width
            y = base + r.uniform(0.18, 0.6) * x
            pen.line((a, y, a + r.uniform(0.2, 1) * width, y), fill=int(r.integers(0, 90)), width=max(1, int(x * r.uniform(0.05, 0.12))))
        elif u < 0.09:  # a scanner's line or the rule of a table
            a = r.uniform(0, width + 2 * side)
            pen.line((a, 0, a + r.uniform(-2, 2), 7 * x), fill=int(r.integers(0, 140)), width=max(1, int(x * r.uniform(0.05, 0.15))))
        elif u < 0.12:  # what is left of a round seal
            a, b = r.uniform(0, width), r.uniform(3, 10) * x
            pen.ellipse((a, base - b, a + 2 * b, base + b * r.uniform(0.2, 2)), outline=int(r.integers(40, 190)), width=max(1, int(x * r.uniform(0.08, 0.25))))

    def spoil(self, page):
        r = self.rng
        page = page.astype(np.float32)
        if r.random() < 0.5:  # ink runs or starves, before the scanner's eye
            soft = cv2.GaussianBlur(page, (0, 0), r.uniform(0.4, 1.1))
            page = np.clip((soft - r.uniform(105, 200)) * r.uniform(1.2, 6) + 128, 0, 255)
        if r.random() < 0.6:
            page = cv2.GaussianBlur(page, (0, 0), r.uniform(0.3, 1.2))
        white, black = r.uniform(200, 255), r.uniform(0, 110) if r.random() < 0.5 else r.uniform(0, 30)
        page = black + page * (white - black) / 255
        if r.random() < 0.12:  # the other side shows through
            ghost = cv2.GaussianBlur(np.roll(page[:, ::-1], int(r.integers(-20, 20)), 0), (0, 0), 1.5)
            page -= (white - ghost) * r.uniform(0.08, 0.3)
        if r.random() < 0.5:
            page += r.normal(0, r.uniform(1, 22), page.shape)
        if r.random() < 0.35:
            grain = cv2.resize(r.normal(0, 1, (page.shape[0] // 4 + 2, page.shape[1] // 4 + 2)).astype(np.float32), page.shape[::-1])
            page += grain * r.uniform(3, 28)
        page = np.clip(page, 0, 255)
        if r.random() < 0.45:  # one bit a pixel
            page = np.where(page < (white + black) / 2 + r.uniform(-28, 45), 0.0, 255.0).astype(np.float32)
            if r.random() < 0.5:
                specks = r.random(page.shape)
                page[specks < r.uniform(0, 0.004)] = 0
                page[specks > 1 - r.uniform(0, 0.01)] = 255
        elif r.random() < 0.5:
            ok, data = cv2.imencode(".jpg", page.astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(r.integers(18, 90))])
            page = cv2.imdecode(data, 0).astype(np.float32)
        return page

    def frame(self, page, base, x):
        """Cut from ABOVE to BELOW the baseline, HEIGHT rows, with the errors of a line finder."""
        r = self.rng
        guess = x * r.uniform(0.9, 1.2)
        base = base + r.normal(0, 0.06) * x
        top, bottom = base - ABOVE * guess, base + BELOW * guess
        scale = HEIGHT / (bottom - top)
        width = max(24, int(page.shape[1] * scale))
        slope = np.tan(np.radians(r.normal(0, 0.25)))
        place = np.float32([[scale, 0, 0], [scale * slope, scale, -scale * (top + slope * page.shape[1] / 2)]])
        if scale < 0.8:  # as area averaging would
            page = cv2.GaussianBlur(page, (0, 0), 0.42 / scale)
        return cv2.warpAffine(page, place, (width, HEIGHT), flags=cv2.INTER_LINEAR, borderValue=255)

    def line(self, text, above, below):
        r = self.rng
        x = r.choice([r.uniform(9, 13), r.uniform(13, 18), r.uniform(18, 27)], p=[0.3, 0.4, 0.3])
        neighbours = [(s, t) for s, t in ((-1, above), (1, below)) if r.random() < 0.7]
        if text.isupper() and r.random() < 0.3:  # its capitals taken for small letters
            x_seen = 1.42
        else:
            x_seen = 1.0
        page, base = self.sheet(text, neighbours, x)
        return np.clip(self.frame(self.spoil(page), base, x * x_seen), 0, 255).astype(np.uint8)
