# SPDX-License-Identifier: GPL-3.0-or-later
# number and date of drawn arrival stamps: COUNT papers (else 100)
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench arrivals "${1:-100}"
