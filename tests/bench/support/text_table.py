#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""text_table.py SCORER TRUTH_DIR VANTHU [STEP...]: how well and at what cost the first pages with a
text are read, each reader on the same picture, one after the other, one core each.

Readers: vanthu; vanthu without each STEP (names of VANTHU_WITHOUT); `tesseract -l vie`; `ocrmypdf
--deskew --clean`. Seconds are those of the processor, the reader's children counted. Pictures are
drawn once, at the resolution of the scan's own image.
"""
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def scorer_at(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def resolution(scan):
    rows = subprocess.run(["pdfimages", "-list", "-f", "1", "-l", "1", scan], capture_output=True, text=True).stdout.split("\n")[2:]
    images = [row.split() for row in rows if row.strip()]
    return max(((int(i[3]) * int(i[4]), int(i[12])) for i in images), default=(0, 300))[1]


def drawn(scan, folder):
    if scan.suffix != ".pdf":
        return scan, 300
    dpi, out = resolution(scan), folder / scan.stem
    subprocess.run(["pdftoppm", "-r", str(dpi), "-f", "1", "-l", "1", "-png", "-singlefile", scan, out], check=True)
    return out.with_suffix(".png"), dpi


def run(command, env=None):
    """What it prints, seconds of processor, peak kilobytes of the largest process."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **(env or {})})
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = status
        out.seek(0)
        return (out.read().decode(errors="replace") if status == 0 else ""), used.ru_utime + used.ru_stime, used.ru_maxrss


def vanthu(program, picture, without=""):
    said, seconds, peak = run([program, "read", "--json", picture], {"VANTHU_WITHOUT": without})
    return (json.loads(said)["pages"][0]["text"] if said else ""), seconds, peak


def ocrmypdf(picture, dpi, folder):
    text = folder / "sidecar.txt"
    text.unlink(missing_ok=True)
    _, seconds, peak = run(["ocrmypdf", "-q", "-j", "1", "-l", "vie", "--deskew", "--clean", "--image-dpi", str(dpi), "--sidecar", text, picture, folder / "out.pdf"])
    return (text.read_text() if text.exists() else None), seconds, peak


class Column:
    def __init__(self, name):
        self.name, self.sums, self.seconds, self.peak, self.files = name, [0] * 5, 0.0, 0, 0

    def add(self, score, truth, answer):
        text, seconds, peak = answer
        self.seconds += seconds
        self.files += 1
        self.peak = max(self.peak, peak)
        if text is None:
            return "refused"
        got = score.text_score(truth, text)
        self.sums = [a + b for a, b in zip(self.sums, got)]
        return self.cell(got, seconds)

    @staticmethod
    def cell(got, seconds):
        return f"{100 * got[0] / max(got[1], 1):5.2f} {200 * got[2] / max(got[3] + got[4], 1):6.2f} {seconds:5.2f}"

    def total(self):
        return self.cell(self.sums, self.seconds / max(self.files, 1))


def main():
    score, truth, program, steps = scorer_at(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4:]
    columns = [Column(n) for n in ["vanthu", "tesseract", "ocrmypdf"] + ["without " + s for s in steps]]
    print("character error %, word F1 %, seconds of processor, page by page\n")
    print(f"{'file':10}" + "".join(f"| {c.name:20}" for c in columns[:3]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for text in sorted(truth.glob("*.txt")):
            scan = next(s for s in truth.glob(text.stem + ".*") if s.suffix != ".txt")
            picture, dpi = drawn(scan, folder)
            answers = [vanthu(program, picture), run(["tesseract", picture, "-", "-l", "vie", "--dpi", str(dpi)]), ocrmypdf(picture, dpi, folder)]
            answers += [vanthu(program, picture, s) for s in steps]
            cells = [c.add(score, text.read_text(), a) for c, a in zip(columns, answers)]
            print(f"{scan.name:10}" + "".join(f"| {c:20}" for c in cells[:3]), flush=True)
    print()
    for column in columns:
        print(f"{column.name:22} {column.total()}   largest process {column.peak // 1024} MB")


if __name__ == "__main__":
    os.environ["OMP_THREAD_LIMIT"] = "1"
    started = time.time()
    main()
    print(f"\n{time.time() - started:.0f} seconds in all")
