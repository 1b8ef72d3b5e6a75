# SPDX-License-Identifier: GPL-3.0-or-later
# reads a folder of scans with truth (DIR, else ../shared/real): text beside other readers and step by step, then fields
truth=${1:-../shared/real}
scorer=${VANTHU_SCORER:-../shared/score/score.py}
[ -e "$truth/fields.jsonl" ] || die "no fields.jsonl in $truth; usage: ./dev bench accuracy DIR"
[ -e "$scorer" ] || die "no scorer at $scorer; name it in VANTHU_SCORER"
need accuracy
build_program

say "First pages with a text, in $truth"
python3 tests/bench/support/text_table.py "$scorer" "$truth" "$PWD/build/release/vanthu" \
  names marks language digits noise again cells tables seals ink background reverse lines borders despeckle deskew orient flatten scale

say "All pages and fields, in $truth"
python3 "$scorer" "$truth" --run "$PWD/build/release/vanthu read --json {file}" ||
  die "some files could not be read; see above"
