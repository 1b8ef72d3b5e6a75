# SPDX-License-Identifier: GPL-3.0-or-later
# signers of N (120) drawn papers, names under red and black seals: read, right, and how sure
need build run test
configure release -DBUILD_TESTING=ON
build release names_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/names/names_bench "${1:-120}"
