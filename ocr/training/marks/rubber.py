# SPDX-License-Identifier: GPL-3.0-or-later
"""What is pressed on a page: marks of secrecy and urgency, arrival stamps, and words in frames that are
neither. Each is a layer of ink 0..1 with its classes: (class, box), the box (x, y, w, h) or None for all
of it; later ones lie over earlier ones."""
import cv2
import numpy as np

from faces import set_words
from pages import MM, put

NONE, MAT, TOI_MAT, TUYET_MAT, URGENT, ARRIVAL, NUMBER_ROW, DATE_ROW = range(8)
CLASSES = 8
SECRET = {MAT: "MẬT", TOI_MAT: "TỐI MẬT", TUYET_MAT: "TUYỆT MẬT"}
LEADS = ["Độ mật: ", "ĐỘ MẬT: ", "Độ Mật: ", "Mức độ mật: "]
URGENCIES = ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "HỎA TỐC HẸN GIỜ", "KHẨN CẤP"]
NEITHER = ["SAO Y", "BẢN CHÍNH", "BẢN SAO", "SAO LỤC", "LƯU", "DỰ THẢO", "BẢN LƯU", "MẪU 01", "CÔNG BÁO", "KÍNH GỬI", "MẶT SAU",
           "MẤT", "MẮT", "MẶT", "MÃ SỐ", "TỐI ƯU", "TUYỆT ĐỐI", "BẢO MẬT", "BÍ MẬT", "MẬT KHẨU", "MẬT ĐỘ", "TÀI LIỆU HỌP", "BẢN GỐC", "ĐÃ KÝ",
           "ĐÃ THU TIỀN", "PHÒNG TỔ CHỨC", "VĂN THƯ", "THƯỜNG", "ĐẾN", "ĐI", "CHUYỂN", "SỐ", "NGÀY", "MAT", "TOT", "NHẬT", "MỘT", "CHẬT",
           "SỰ THẬT", "LUẬT", "TỐI", "TUYỆT", "TỘI", "TUYẾT", "MỌT", "MẠT", "MẶT TRỜI", "BẬT", "VẬT", "MÁY", "MẪU", "MUA", "TỜI", "KỶ LUẬT", "PHÁP LUẬT", "TỐT", "PHỤ LỤC I", "Độ mật: Thường", "LƯU HÀNH NỘI BỘ", "PHÁT HÀNH", "MẶT TRẬN"]


def squeezed(ink, across):
    return cv2.resize(ink, (max(2, int(ink.shape[1] * across)), ink.shape[0]), interpolation=cv2.INTER_AREA)


def framed(rng, ink, share=.8):
    """The words in a frame, mostly: one line, two, or rounded."""
    if rng.random() > share:
        return ink
    cap = ink.shape[0]
    room_x, room_y = int(cap * rng.uniform(.2, 1.1)), int(cap * rng.uniform(.12, .7))
    thick = max(1, int(rng.uniform(.15, .9) * MM))
    h, w = ink.shape[0] + 2 * room_y, ink.shape[1] + 2 * room_x
    gap = int(rng.uniform(.4, 1.2) * MM) + thick
    out = np.zeros((h + 2 * gap, w + 2 * gap), np.float32)
    put(out, ink, gap + room_x, gap + room_y)
    kind = rng.random()
    if kind < .4:
        cv2.rectangle(out, (gap, gap), (gap + w - 1, gap + h - 1), 1, thick)
    elif kind < .85:
        cv2.rectangle(out, (gap, gap), (gap + w - 1, gap + h - 1), 1, max(1, thick // 2))
        cv2.rectangle(out, (thick, thick), (out.shape[1] - thick - 1, out.shape[0] - thick - 1), 1, thick)
    else:
        half = min(h, w) // 4
        for x, y, a in ((gap + half, gap + half, 180), (gap + w - half, gap + half, 270),
                        (gap + w - half, gap + h - half, 0), (gap + half, gap + h - half, 90)):
            cv2.ellipse(out, (x, y), (half, half), a, 0, 90, 1, thick, cv2.LINE_AA)
        for a, b in (((gap + half, gap), (gap + w - half, gap)), ((gap + half, gap + h), (gap + w - half, gap + h)),
                     ((gap, gap + half), (gap, gap + h - half)), ((gap + w, gap + half), (gap + w, gap + h - half))):
            cv2.line(out, a, b, 1, thick)
    return out


def words_of(rng, faces, text, framed_share):
    cap = float(np.clip(rng.lognormal(np.log(4.3), .34), 2.4, 10)) * MM
    gap = cap * rng.uniform(.05, .5) if rng.random() < .2 else 0
    ink = set_words(faces.pick("bold" if rng.random() < .9 else "plain", cap), text, gap)
    return framed(rng, squeezed(ink, float(np.clip(rng.normal(.95, .17), .6, 1.4))), framed_share)


def other_words(rng, texts):
    """Capitals that say nothing of secrecy: usual stamps and near misses, or any words of a text."""
    if rng.random() < .55:
        return str(rng.choice(NEITHER))
    words = str(rng.choice(texts)).upper().split()
    at = int(rng.integers(len(words)))
    return " ".join(words[at:at + int(rng.integers(1, 4))]).strip(".,;:()")


def mark(rng, faces, texts):
    """A mark of secrecy or urgency, or words that are none: (ink, classes)."""
    dice = rng.random()
    if dice < .5:
        cls = int(rng.choice([MAT, TOI_MAT, TUYET_MAT], p=[.4, .3, .3]))
        text = SECRET[cls]
        if rng.random() < .08:
            text = str(rng.choice(LEADS)) + text
        elif rng.random() < .04:
            text = "TÀI LIỆU " + text
    elif dice < .64:
        cls, text = URGENT, str(rng.choice(URGENCIES))
    else:
        cls, text = NONE, other_words(rng, texts)
        if "MẬT" in text and text not in NEITHER:
            text = "DỰ THẢO"
    return words_of(rng, faces, text, .74), [(cls, None)] if cls != NONE else []


def dots(rng, out, x, y, right):
    for at in np.arange(x, right, rng.uniform(.5, .9) * MM):
        cv2.circle(out, (int(at), int(y)), max(1, int(.12 * MM)), 1, -1)


def row(rng, faces, out, x, y, right, label, value):
    font = faces.pick("plain" if rng.random() < .6 else "bold", rng.uniform(2, 2.8) * MM)
    ink = set_words(font, label)
    put(out, ink, x, y - ink.shape[0])
    x += ink.shape[1] + MM
    if rng.random() < .85:
        dots(rng, out, x, y, right)
    if value:
        pen = set_words(faces.pick("slanted", rng.uniform(2.3, 4.6) * MM), value)
        turn = cv2.getRotationMatrix2D((0, pen.shape[0]), rng.normal(0, 4), 1)
        pen = cv2.warpAffine(pen, turn, (pen.shape[1] + 6, pen.shape[0] + 6))
        put(out, pen * rng.uniform(.5, 1), x + rng.uniform(0, 5) * MM, y - pen.shape[0] + rng.uniform(-1, 1.2) * MM)


def arrival(rng, faces):
    """An arrival stamp: receiver, ĐẾN, number, date, transfer, file: (ink, classes)."""
    w, h = int(rng.uniform(40, 66) * MM), int(rng.uniform(24, 42) * MM)
    out = np.zeros((h, w), np.float32)
    thick = max(1, int(rng.uniform(.15, .7) * MM))
    frame = rng.random() < .92
    band = int(h * rng.uniform(.18, .38))
    if frame:
        cv2.rectangle(out, (thick, thick), (w - thick - 1, h - thick - 1), 1, thick)
        if rng.random() < .15:
            cv2.rectangle(out, (3 * thick + 2, 3 * thick + 2), (w - 3 * thick - 3, h - 3 * thick - 3), 1, 1)
        if rng.random() < .75:
            cv2.line(out, (0, band), (w, band), 1, thick)
    names = ["SỞ Y TẾ", "VĂN PHÒNG UBND TỈNH", "ỦY BAN NHÂN DÂN TỈNH", "SỞ NỘI VỤ", "CHI CỤC THUẾ", "BAN QUẢN LÝ DỰ ÁN", "TRƯỜNG ĐẠI HỌC", "CÔNG TY CỔ PHẦN", "PHÒNG VĂN THƯ"]
    lines = int(rng.integers(1, 3))
    for i in range(lines):
        cap = min(rng.uniform(2.2, 3.4) * MM, band / lines * .6)
        ink = set_words(faces.pick("bold", cap), str(rng.choice(names)))
        ink = squeezed(ink, min(1.0, (w - 4 * MM) / ink.shape[1]))
        put(out, ink, (w - ink.shape[1]) / 2, band * (i + .25) / lines)
    word = "ĐẾN" if rng.random() < .85 else "CÔNG VĂN ĐẾN"
    ink = set_words(faces.pick("bold", rng.uniform(4, 6.5) * MM), word)
    ink = squeezed(ink, min(rng.uniform(.6, 1), .33 * w / ink.shape[1]))
    rows = [str(rng.choice(["Số:", "Số đến:", "SỐ:"])), str(rng.choice(["Ngày:", "Ngày đến:", "NGÀY:"]))]
    more = [r for r in ("Chuyển:", str(rng.choice(["Số và ký hiệu HS:", "Lưu hồ sơ số:", "Lưu:"]))) if rng.random() < .7]
    step = (h - band) / (2 + len(more) + .6)
    put(out, ink, 2 * MM, band + step * 1.3 - ink.shape[0] / 2)
    if frame and rng.random() < .4:
        cv2.line(out, (int(.38 * w), band), (int(.38 * w), int(band + 2.3 * step)), 1, thick)
    values = [str(rng.integers(1, 9999)), "%d/%d/%d" % tuple(rng.integers((1, 1, 5), (31, 13, 26)))]
    classes = [(ARRIVAL, None)]
    for i, label in enumerate(rows):
        foot = band + step * (i + 1)
        classes.append((NUMBER_ROW + i, (.41 * w, foot - .66 * step, .57 * w, .92 * step)))
        row(rng, faces, out, .41 * w, band + step * (i + 1), w - 2 * MM, label, values[i] if rng.random() < .75 else "")
    for i, label in enumerate(more):
        row(rng, faces, out, 2 * MM, band + step * (i + 3), w - 2 * MM, label, "VP" if rng.random() < .3 else "")
    return out, classes


def pressed(rng, ink):
    """Worn, uneven, faint: a rubber's ink."""
    strength = float(np.clip(rng.beta(3, 1.3), .22, 1))
    if rng.random() < .5:
        shape = (ink.shape[0] // int(rng.integers(3, 30)) + 2, ink.shape[1] // int(rng.integers(3, 30)) + 2)
        field = cv2.resize(rng.random(shape).astype(np.float32), ink.shape[::-1], interpolation=cv2.INTER_CUBIC)
        ink = ink * np.clip(field * 2.2 + rng.uniform(-.5, .8), 0, 1)
    if rng.random() < .25:
        ink = cv2.GaussianBlur(ink, (0, 0), rng.uniform(.6, 2))
    return ink * strength


def turned(rng, ink):
    """Turned about its middle: (ink, the map from its pixels to where they are now)."""
    steep = rng.random()
    angle = rng.normal(0, 2) if steep < .6 else rng.normal(0, 8) if steep < .95 else rng.uniform(-40, 40)
    h, w = ink.shape
    m = cv2.getRotationMatrix2D((w / 2, h / 2), angle, 1)
    side_w = int(abs(m[0, 0]) * w + abs(m[0, 1]) * h) + 4
    side_h = int(abs(m[0, 1]) * w + abs(m[0, 0]) * h) + 4
    m[:, 2] += (side_w / 2 - w / 2, side_h / 2 - h / 2)
    out = cv2.warpAffine(ink, m, (side_w, side_h), flags=cv2.INTER_LINEAR)
    return out, m


def corners_of(box, turn):
    """The four corners of a box (x, y, w, h) after the turn."""
    x, y, w, h = box
    return np.float32([[x, y, 1], [x + w, y, 1], [x + w, y + h, 1], [x, y + h, 1]]) @ turn.T.astype(np.float32)
