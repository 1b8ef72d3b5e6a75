# SPDX-License-Identifier: GPL-3.0-or-later
# kills the importer at 500 random moments (or as many as named) and demands that nothing is lost
rounds=${1:-500}
build_tests release
VANTHU_CRASH_ROUNDS=$rounds build/release/tests/crash/crash_e2e_test --gtest_filter='RandomKill.*'
build/release/tests/archive/archive_test --gtest_filter='*Kill*:*Crash*:*FullDisk*'
