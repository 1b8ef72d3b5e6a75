# SPDX-License-Identifier: GPL-3.0-or-later
"""What clerks fill in: number rows, date rows and the rows of arrival stamps."""
import cv2
import numpy as np

from lines import SANS, SERIF

KINDS = "QĐ KH TB BC TTr GM CV CT HD NQ TM ĐL KL GPXD PA ĐA BB GGT QC CTr TT TTLT NĐ CĐ".split()
BODIES = ("SYT BYT UBND SGDĐT STC BTC BNV VP KCN ĐHTĐ DCT TU TW HU BTGTU HĐND VPCP STTTT SKHĐT BGDĐT CNTT "
          "BQL TTYT PGDĐT CAT SNN LĐLĐ KHVN BHXH MTTQ STNMT SXD TTra BCĐ TTg CP BTNMT ĐU").split()
UNITS = "NVY VP TCCB KHTC VX VXNV NC TH KT CN KSTTHC TTra QLĐT NVD TCKT BH ĐTC GDTrH VHTT QHMT TTBC".split()
PLACES = ("Hà Nội,Kiên Giang,Bắc Giang,Ninh Thuận,Cần Thơ,Phú Thọ,Thành phố Hồ Chí Minh,Tp.HCM,Đà Nẵng,"
          "Hải Phòng,Thừa Thiên Huế,Quảng Ngãi,Bình Định,Lâm Đồng,Long An,Vĩnh Phúc,Lạng Sơn").split(",")


def notation(rng):
    pick = lambda names: names[int(rng.integers(len(names)))]
    dash = "-" if rng.random() < .85 else " - " if rng.random() < .5 else "- "
    u = rng.random()
    if u < .55:
        return pick(KINDS) + dash + pick(BODIES)
    if u < .92:
        return pick(BODIES) + dash + pick(UNITS)
    return pick(KINDS) + dash + pick(BODIES) + dash + pick(UNITS)


def digits_of(rng, length=None):
    n = length or int(rng.choice([1, 2, 3, 4, 5], p=[.04, .26, .32, .34, .04]))
    out = "".join(str(int(d)) for d in rng.integers(0, 10, n))
    if out[0] == "0" and n != 2:
        out = str(int(rng.integers(1, 10))) + out[1:]
    if rng.random() < .12 and n > 1:  # neighbours that look like one sign
        at = int(rng.integers(0, n - 1))
        twin = str(rng.choice(["11", "14", "41", "17", "00", "77", "44", "51"]))
        out = out[:at] + twin + out[at + 2:]
    return out


def number_line(line):
    rng = line.rng
    line.font = SERIF[int(rng.choice([0, 1, 2], p=[.88, .08, .04]))]
    if rng.random() < .1:
        line.font = str(rng.choice(SANS))
    party = rng.random() < .12
    if rng.random() < .06:
        line.words("Luật ")
    u = rng.random()
    line.words("Số" if party and u < .8 else "Số:" if u < .8 else "Số :" if u < .93 else "Số")
    how = str(rng.choice(["hand", "print", "none"], p=[.8, .17, .03]))
    digits = digits_of(rng)
    if how == "print" and rng.random() < .5:
        line.gap(-.2, .1)
    line.fill(digits if how != "none" else "", how)
    if party:
        line.printed("-")
        line.words(str(rng.choice(KINDS)))
        line.printed("/")
        line.words(str(rng.choice(BODIES)))
        return
    if rng.random() < .05:
        return
    line.printed("/")
    if rng.random() < .1:
        line.gap(.1, .3)
    if rng.random() < .08:
        line.printed(str(int(rng.integers(1995, 2027))))
        line.printed("/")
    line.words(notation(rng))


def date_line(line):
    rng = line.rng
    line.font = SERIF[int(rng.choice([0, 1, 3], p=[.08, .88, .04]))]
    if rng.random() < .45:
        line.words(str(rng.choice(PLACES)) + ", ")
    line.words("ngày")
    day, month, year = int(rng.integers(1, 32)), int(rng.integers(1, 13)), int(rng.integers(1990, 2027))
    pad = lambda n: "%02d" % n if n < 3 or rng.random() < .5 else str(n)
    how = str(rng.choice(["hand", "print", "none"], p=[.74, .2, .06]))
    line.fill(pad(day) if how != "none" else "", how)
    line.token("/", line.words("tháng"))
    if how == "hand":
        how = str(rng.choice(["hand", "print"], p=[.5, .5]))
    line.fill(pad(month) if how != "none" else "", how)
    line.token("/", line.words("năm"))
    u = rng.random()
    if u < .88:
        line.gap(.2, .6)
        line.printed(str(year))
        if rng.random() < .1:
            line.words(".")
    elif u < .94:
        line.gap(.2, .6)
        line.printed(str(year)[:3])
        line.hand(str(year)[3:])
    else:
        line.fill(str(year), "hand")


def stamp_line(line):
    """A row of an ĐẾN stamp: `Số: 2359`, `Ngày: 09/12/2010`, on dots, the print in sans."""
    rng = line.rng
    line.font = str(rng.choice(SANS[:2] + SERIF[:1]))
    if rng.random() < .5:
        line.words("Số:" if rng.random() < .7 else "Số")
        line.dots(line.cap * 8) if rng.random() < .7 else None
        line.gap(.0, 1.2)
        line.hand(digits_of(rng))
        return
    line.words("Ngày:" if rng.random() < .7 else "Ngày")
    line.dots(line.cap * 9) if rng.random() < .6 else None
    line.gap(.0, .8)
    parts = [str(int(rng.integers(1, 32))), str(int(rng.integers(1, 13)))]
    if rng.random() < .6:
        parts.append(str(int(rng.integers(1995, 2027)))[2 if rng.random() < .4 else 0:])
    sign = "/" if rng.random() < .7 else "-" if rng.random() < .6 else "."
    for i, part in enumerate(parts):
        if i:
            mid = line.c.x + line.cap * .15
            if sign == "/":
                slash(line)
            else:
                line.words(sign)
            line.token(sign, mid)
        line.hand(part)


def slash(line):
    h, w = line.cap * line.rng.uniform(1, 1.5), line.cap * line.rng.uniform(.2, .6)
    ink = np.zeros((int(h) + 4, int(w) + 6), np.uint8)
    cv2.line(ink, (int(w) + 2, 2), (3, int(h)), 255, max(1, int(line.cap * .09)), cv2.LINE_AA)
    line.c.put(line.c.pen, ink.astype(np.float32) / 255, line.c.x - w * .2, line.base + 3 - h)
    line.c.x += w * .8
