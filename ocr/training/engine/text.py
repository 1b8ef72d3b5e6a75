# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line of a dispatch may say: running law text, headings, numbers, dates, lists, names."""
import json
import lzma
import re

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm Mai Trịnh Cao Tô Chu".split()
GIVEN = ("Anh Bình Châu Cường Dũng Dung Đức Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hoàn Hùng Hương Khánh Kiên Lan Liên Linh "
         "Long Minh Nam Nga Nghĩa Ngọc Nhung Phong Phúc Phương Quang Quỳnh Sơn Tâm Tân Thắng Thanh Thành Thảo Thịnh Thu "
         "Thủy Tiến Toàn Trung Tuấn Tùng Tuyết Vân Việt Vinh Xuân Yến Thị Văn Hữu Công Đình Kim").split()
CODES = ("UBND HĐND SYT STC SNN SGDĐT BTC BYT BGDĐT BNV TTg CP QĐ NQ CT KH BC TB GM TTr CV NĐ TT KGVX VXNV NVY TCHC KTN NC TH "
         "VP VT TW MTTQ LĐLĐ BHXH KBNN TCT CT QLD KCB ATTP PCTN CCHC TTHC").split()
HEADS = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "UBND TỈNH", "UBND THÀNH PHỐ",
         "ĐẢNG CỘNG SẢN VIỆT NAM", "HỘI ĐỒNG NHÂN DÂN", "VĂN PHÒNG CHÍNH PHỦ", "Nơi nhận:", "- Như trên;", "- Như Điều 3;",
         "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "TL. BỘ TRƯỞNG",
         "CHÁNH VĂN PHÒNG", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "(Đã ký)", "QUYẾT ĐỊNH:", "CHỈ THỊ", "KẾ HOẠCH", "CÔNG VĂN", "Kính gửi:",
         "Trân trọng./.", "thực hiện./.", "GIẤY MỜI", "HỎA TỐC", "KHẨN", "THÔNG BÁO", "BÁO CÁO", "TỜ TRÌNH"]


class Texts:
    """Deals lines from the laws in `path`. held_out keeps one law in forty for judging."""

    def __init__(self, path, rng, held_out=False):
        self.rng, self.running, self.titles = rng, [], []
        with lzma.open(path, "rt", encoding="utf-8") as laws:
            for i, row in enumerate(laws):
                if (i % 40 == 7) != held_out or (not held_out and i % 3):
                    continue
                law = json.loads(row)
                self.titles += [law["trich_yeu"] or "", law["co_quan"] or ""]
                self.running += [p for p in re.split(r"\s*\n\s*", law["text"])[:120] if len(p) > 12]

    def window(self, source):
        words = source.split()
        size = int(self.rng.integers(2, 15))
        at = int(self.rng.integers(0, max(1, len(words) - size)))
        return " ".join(words[at : at + size])

    def name(self):
        pick = self.rng.choice
        return " ".join([pick(FAMILY), *pick(GIVEN, int(self.rng.integers(1, 3)), replace=False)])

    def number(self):
        n = int(10 ** self.rng.uniform(0, 4))
        form = self.rng.choice(["{n}/{a}-{b}", "{n}/{y}/{a}-{b}", "{n}/{a}", "{n:02}-{a}/{b}"])
        a, b = self.rng.choice(CODES, 2)
        return form.format(n=n, a=a, b=b, y=self.rng.integers(1995, 2027))

    def date(self):
        d, m, y = self.rng.integers(1, 32), self.rng.integers(1, 13), self.rng.integers(1995, 2027)
        return self.rng.choice([f"ngày {d:02} tháng {m} năm {y}", f"ngày {d}/{m}/{y}", f"{d:02}/{m:02}/{y}"])

    def special(self):
        pick, r = self.rng.choice, self.rng.integers
        title = self.window(str(pick(self.titles)) or "Về việc")
        return pick([
            f"Số: {self.number()}", f"Số:       {pick(CODES)}-{pick(CODES)}", f"Hà Nội, {self.date()}", self.name(), str(pick(HEADS)),
            f"V/v {title[:1].lower()}{title[1:]}", f"- {title};", f"- Lưu: VT, {pick(CODES)}.", f"Kính gửi: {title}", f"Căn cứ {title};",
            f"theo Công văn số {self.number()} {self.date()} của", f"- UBND các huyện, thành phố;", f"{r(1, 20)}. {title}",
            f"Điện thoại: {r(20, 999)}.{r(100, 999)}.{r(100, 9999)}; Fax: {r(1000000, 9999999)}", f"({title})", f"“{title}”",
            f"Email: {pick(CODES).lower()}@{pick(['moh', 'chinhphu', 'hanoi', 'ninhthuan'])}.gov.vn", f"{r(1, 999)}.{r(0, 999):03}.000 đồng",
            f"ông {self.name()}, {title}", f"{r(1, 100)}%, {r(1, 60)} {pick(['xã', 'người', 'đơn vị', 'ngày'])}", f"{title}./.",
            f"TT {title[:12]} {r(1, 50)} {r(1, 2000)} {r(0, 99)},{r(0, 9)}"])

    def line(self):
        u = self.rng.random()
        text = self.special() if u < 0.3 else self.window(self.titles[self.rng.integers(len(self.titles))]) if u < 0.42 else ""
        text = text or self.window(self.running[self.rng.integers(len(self.running))])
        return self.as_item(text.upper() if self.rng.random() < 0.12 else text)

    def as_item(self, text):
        """Dashes before items and strokes between words: thin, and often lost."""
        u = self.rng.random()
        if u < 0.12:
            return self.rng.choice(["- ", "- ", "- ", "+ ", "* "]) + text[:1].upper() + text[1:]
        if u < 0.18 and " " in text:
            words = text.split(" ")
            at = int(self.rng.integers(0, len(words) - 1))
            return " ".join(words[:at] + [words[at] + self.rng.choice(["/", "/", " - ", "-"]) + words[at + 1]] + words[at + 2 :])
        return text
