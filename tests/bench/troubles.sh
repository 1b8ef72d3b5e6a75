# SPDX-License-Identifier: GPL-3.0-or-later
# character error of COUNT drawn papers (else 20) under each trouble of paper and scanner, with the step against it and without
need build run test
configure release -DBUILD_TESTING=ON
build release drawn_bench
OMP_THREAD_LIMIT=1 build/release/tests/bench/drawn/drawn_bench troubles "${1:-20}"
