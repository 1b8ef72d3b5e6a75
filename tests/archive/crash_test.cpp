// SPDX-License-Identifier: GPL-3.0-or-later
// The program is stopped before every single change it makes to the disk, once for each, and
// started again: what then stands must be as if it had not begun or had finished, and verify must
// be content.
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/arrive.h"
#include "archive/book.h"
#include "support.h"

namespace vanthu {
namespace {

struct Killed {};  // not an Error: nothing may catch it and tidy up

// Runs `work`, stopping it before step `last` (from 0). True when it came to its end before.
template <class Work>
bool run_until(int last, Work work) {
  int step = 0;
  files::set_step_hook([&](std::string_view, const std::string&) {
    if (step++ >= last) throw Killed{};
  });
  bool finished = true;
  try {
    work();
  } catch (const Killed&) {
    finished = false;
  }
  files::set_step_hook({});
  return finished;
}

Scan scan(const std::string& what) { return {what + ".pdf", test::pdf(what)}; }
Reading reading(const std::string& what) { return test::reading_of(test::pdf(what)); }

TEST(Crash, AnImportKilledAtAnyStepIsFinishedOrUndone) {
  bool finished = false;
  int undone = 0, done = 0;
  for (int last = 0; !finished; ++last) {
    const test::TempDir dir;
    {
      Archive archive = test::fresh_archive(dir / "kho");
      archive.keep(scan("before"), reading("before"), "lan");
      finished = run_until(last, [&] { archive.keep(scan("a"), reading("a"), "lan"); });
    }
    Archive again = Archive::open(dir / "kho", {Mode::write});
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    ASSERT_TRUE(files::names_in(dir / "kho/staging").empty()) << "killed before step " << last;
    ++(again.counts().documents == 2 ? done : undone);
    EXPECT_EQ(again.keep(scan("a"), reading("a"), "lan").document.version, 1);
    ASSERT_EQ(again.counts().documents, 2);
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    ASSERT_LT(last, 200);
  }
  EXPECT_GT(undone, 5);
  EXPECT_GT(done, 2);
}

TEST(Crash, ACorrectionKilledAtAnyStepIsFinishedOrUndone) {
  bool finished = false;
  for (int last = 0; !finished; ++last) {
    const test::TempDir dir;
    std::string id;
    {
      Archive archive = test::fresh_archive(dir / "kho");
      id = archive.keep(scan("a"), reading("a"), "lan").dispatches.at(0).id;
      finished = run_until(last, [&] { archive.correct(id, "subject", "mới", "hoa"); });
    }
    Archive again = Archive::open(dir / "kho", {Mode::write});
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    const bool there = again.history(id).size() == 2;
    EXPECT_EQ(again.row(id).subject == "mới", there) << "killed before step " << last;
    again.correct(id, "subject", "mới hơn", "hoa");
    EXPECT_EQ(again.history(id).size(), there ? 3U : 2U);
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    ASSERT_LT(last, 200);
  }
}

TEST(Crash, ANumberGivenAndKilledAtAnyStepIsGivenOrFree) {
  bool finished = false;
  for (int last = 0; !finished; ++last) {
    const test::TempDir dir;
    std::string a, b;
    {
      Archive archive = test::fresh_archive(dir / "kho");
      a = archive.keep(scan("a"), reading("a"), "lan").dispatches.at(0).id;
      b = archive.keep(scan("b"), reading("b"), "lan").dispatches.at(0).id;
      finished = run_until(last, [&] {
        arrive(archive, a, {"", "lan", "2026-03-09", 0});
        enter_row(archive, {{"subject", "mời họp"}}, {"", "lan", "2026-03-09", 0});
      });
    }
    Archive again = Archive::open(dir / "kho", {Mode::write});
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    int expected = 1;
    for (const HeldNumber& held : held_numbers(again, "2026", ""))
      EXPECT_EQ(held.number, expected++);
    EXPECT_EQ(arrive(again, b, {"", "lan", "2026-03-09", 0}).number, expected);
    ASSERT_LT(last, 200);
  }
}

TEST(Crash, ABookClosedAndKilledAtAnyStepIsClosedOrOpen) {
  bool finished = false;
  for (int last = 0; !finished; ++last) {
    const test::TempDir dir;
    const CloseAsk ask{"2026", "", 0, 0, "", "lan", false};
    {
      Archive archive = test::fresh_archive(dir / "kho");
      const std::string id = archive.keep(scan("a"), reading("a"), "lan").dispatches.at(0).id;
      arrive(archive, id, {"", "lan", "2026-03-09", 0});
      finished = run_until(last, [&] { close_book(archive, ask); });
    }
    Archive again = Archive::open(dir / "kho", {Mode::write});
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
    if (closed_books(again, "2026").empty()) close_book(again, ask);
    ASSERT_EQ(closed_books(again, "2026").size(), 1U) << "killed before step " << last;
    EXPECT_EQ(closed_books(again, "2026")[0].rows.size(), 1U);
    ASSERT_LT(last, 200);
  }
}

TEST(Crash, RecoveryKilledAtAnyStepIsTakenUpAgain) {
  const auto half_corrected = [](const std::string& path, int last) {
    Archive archive = test::fresh_archive(path);
    const std::string id = archive.keep(scan("a"), reading("a"), "lan").dispatches.at(0).id;
    return run_until(last, [&] { archive.correct(id, "subject", "mới", "hoa"); });
  };
  for (int last = 0; last < 40; ++last) {
    const test::TempDir dir;
    if (half_corrected(dir / "kho", last)) break;
    for (int step = 0; step < 3; ++step)
      run_until(step, [&] { Archive::open(dir / "kho", {Mode::write}); });
    const Archive again = Archive::open(dir / "kho", {Mode::write});
    ASSERT_EQ(again.verify(), std::vector<Fault>{}) << "killed before step " << last;
  }
}

TEST(Crash, AnotherWriterInTheSameArchiveTakesUpWhatOneLeft) {
  const test::TempDir dir;
  Archive living = test::fresh_archive(dir / "kho");
  for (int last = 5; last < 30; last += 6) {
    Archive dying = Archive::open(dir / "kho", {Mode::write});
    const std::string what = std::to_string(last);
    run_until(last, [&] { dying.keep(scan(what), reading(what), "lan"); });
    living.keep(scan("next " + what), reading("next " + what), "hoa");
    ASSERT_EQ(living.verify(), std::vector<Fault>{}) << "killed before step " << last;
  }
}

TEST(Crash, StaleStagingOfUnknownOriginIsSweptAway) {
  const test::TempDir dir;
  { test::fresh_archive(dir / "kho"); }
  test::write_file(dir / "kho/staging/rác/v1/x", "x");
  const Archive again = Archive::open(dir / "kho", {Mode::write});
  EXPECT_TRUE(files::names_in(dir / "kho/staging").empty());
}

}  // namespace
}  // namespace vanthu
