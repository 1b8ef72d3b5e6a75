# SPDX-License-Identifier: GPL-3.0-or-later
# how often numbers and dates are right by their confidence: COUNT drawn first pages (else 150), and the real rows of ../shared/digits
crops=${VANTHU_DIGITS:-../shared/digits}
[ -e "$crops/labels.tsv" ] || crops=
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench reliability "${1:-150}" $crops
