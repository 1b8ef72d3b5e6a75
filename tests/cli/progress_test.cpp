// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <gtest/gtest.h>

#include "cli/terminal.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

TEST(Progress, SaysFilesPagesRateAndTimeLeft) {
  const Speaking english(Language::en);
  const ProgressState state{.files = 40, .done = 10, .pages = 57, .failed = 2, .seconds = 30};
  EXPECT_EQ(progress_line(state, 200),
            "[#####...............]  10/40 files · 57 pages · 1.9 pages/s · 2 min left · 2 failed");
}

TEST(Progress, SpeaksVietnamese) {
  const Speaking vietnamese(Language::vi);
  const ProgressState state{.files = 40, .done = 10, .pages = 57, .seconds = 30};
  EXPECT_EQ(progress_line(state, 200),
            "[#####...............]  10/40 tệp · 57 trang · 1,9 trang/giây · còn 2 phút");
}

TEST(Progress, PromisesNothingBeforeItKnows) {
  const Speaking english(Language::en);
  EXPECT_EQ(progress_line({.files = 40}, 200), "[....................]  0/40 files");
  EXPECT_LT(seconds_left({.files = 40, .done = 1, .seconds = 0.1}), 0);
}

TEST(Progress, CountsThePagesOfOneFile) {
  const Speaking english(Language::en);
  const ProgressState state{.files = 4, .done = 2, .counts_pages = true, .pages = 2};
  EXPECT_EQ(progress_line(state, 200), "[##########..........]  page 2/4");
}

TEST(Progress, FitsTheTerminal) {
  const ProgressState state{.files = 40, .done = 10, .pages = 57, .failed = 2, .seconds = 30};
  EXPECT_LE(columns_of(progress_line(state, 30)), 30u);
}

TEST(Progress, NoWorkAtAllIsNoDivisionByZero) { EXPECT_NE(progress_line({.seconds = 9}, 80), ""); }

TEST(Progress, TellsTimeAsPeopleDo) {
  const Speaking english(Language::en);
  EXPECT_EQ(duration_text(0.4), "0 s");
  EXPECT_EQ(duration_text(59), "59 s");
  EXPECT_EQ(duration_text(60), "1 min");
  EXPECT_EQ(duration_text(7800), "2 h 10 min");
  EXPECT_EQ(duration_text(-5), "0 s");
}

}  // namespace
}  // namespace vanthu::cli
