# SPDX-License-Identifier: GPL-3.0-or-later
# reads a folder of scans with truth (DIR, else ../shared/real) and scores it, beside the engine on its own
truth=${1:-../shared/real}
scorer=${VANTHU_SCORER:-../shared/score/score.py}
[ -e "$truth/fields.jsonl" ] || die "no fields.jsonl in $truth; usage: ./dev bench accuracy DIR"
[ -e "$scorer" ] || die "no scorer at $scorer; name it in VANTHU_SCORER"
need accuracy
build_program

say "Scoring vanthu on $truth"
ours=$(mktemp) theirs=$(mktemp)
trap 'rm -f "$ours" "$theirs"' EXIT
failed=0
python3 "$scorer" "$truth" --tsv --run "$PWD/build/release/vanthu read --json {file}" >"$ours" || failed=1
say "Scoring tesseract -l vie on the first pages with a text"
python3 "$scorer" "$truth" --tsv --text-only --run "$PWD/tests/bench/support/engine_alone.sh {file}" >"$theirs" || failed=1

printf '\n%-34s %10s %18s\n' measure vanthu 'tesseract -l vie'
# Of the engine alone the text is measured and nothing else.
awk -F'\t' 'NR == FNR { if ($1 ~ /^text/) alone[$1] = $2; next } { printf "%-34s %10s %18s\n", $1, $2, alone[$1] }' \
  "$theirs" "$ours"
[ "$failed" = 0 ] || die "some files could not be read; see above"
