# SPDX-License-Identifier: GPL-3.0-or-later
# drawn papers with marks of secrecy and without: COUNT of each (else 200), how many are stopped
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench secrecy "${1:-200}"
