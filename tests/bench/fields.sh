# SPDX-License-Identifier: GPL-3.0-or-later
# fields alone over pages of DIR (else ../shared/real) kept in build/kept: seconds; after a change to cleaning or ocr/: rm -r build/kept
truth=${1:-../shared/real}
scorer=${VANTHU_SCORER:-../shared/score/score.py}
[ -e "$truth/fields.jsonl" ] || die "no fields.jsonl in $truth; usage: ./dev bench fields DIR"
[ -e "$scorer" ] || die "no scorer at $scorer; name it in VANTHU_SCORER"
need build run test accuracy
configure release -DBUILD_TESTING=ON
build release fields_bench
kept=build/kept/$(basename "$(realpath "$truth")")
OMP_THREAD_LIMIT=1 python3 "$scorer" "$truth" --per-file \
  --run "$PWD/build/release/tests/bench/fields/fields_bench $kept {file}"
