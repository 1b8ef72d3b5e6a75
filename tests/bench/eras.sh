# SPDX-License-Identifier: GPL-3.0-or-later
# drawn papers of 1955 to 2005, COUNT of each era (else 40): what is read, how sure, and sure but wrong
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench eras "${1:-40}"
