# SPDX-License-Identifier: GPL-3.0-or-later
# search judged beside FTS5, Recoll and Omega's way, then timed: [PAPERS (100000) [QUERIES (2000)]]
corpus=${VANTHU_CORPUS:-../shared/corpus/phapdien.jsonl.xz}
truth=${VANTHU_TRUTH:-../shared/real}
[ -e "$corpus" ] || die "no corpus at $corpus; name it in VANTHU_CORPUS"
need build run test search
configure release -DBUILD_TESTING=ON
build release search_bench fields_bench
place=$PWD/build/bench-search
bench=$PWD/build/release/tests/bench/search/search_bench
mkdir -p "$place"
[ "$place/corpus.jsonl" -nt "$corpus" ] || xz -dc "$corpus" >"$place/corpus.jsonl"

say "150 queries over 10 000 composed papers: mean reciprocal rank"
"$bench" judge "$place/corpus.jsonl" 10000 tests/bench/search/queries.tsv "$place/judge"
say "150 more by another recipe, which no ranking was tuned on: half remembered words"
"$bench" judge "$place/corpus.jsonl" 10000 tests/bench/search/queries_second.tsv "$place/judge"

if [ -e "$truth/fields.jsonl" ]; then
  say "40 queries over real papers as they were recognised"
  mkdir -p "$place/readings"
  for file in "$truth"/*.pdf; do
    "$PWD/build/release/tests/bench/fields/fields_bench" "$PWD/build/kept/$(basename "$(realpath "$truth")")" \
      "$file" >"$place/readings/$(basename "$file").json"
  done
  "$bench" real "$place/readings" "$truth/fields.jsonl" "$place/real"
fi

say "Speed over ${1:-100000} papers"
"$bench" speed "$place/corpus.jsonl" "${1:-100000}" "${2:-2000}" "$place/speed"
rm -rf "$place/speed" "$place/judge" "$place/real"
