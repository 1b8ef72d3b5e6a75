# SPDX-License-Identifier: GPL-3.0-or-later
# how files that bind several papers are split, linked and named: COUNT drawn files (else 6) of each of twelve kinds
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench bundles "${1:-6}"
