// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dates.h"

#include <gtest/gtest.h>

#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

TEST(Dates, AreShownDayFirstInVietnamese) {
  const Speaking vietnamese(Language::vi);
  EXPECT_EQ(shown_date("2019-09-09"), "09/09/2019");
  EXPECT_EQ(shown_date("2019-09"), "09/2019");
  EXPECT_EQ(shown_date("--08-20"), "20/08");
  EXPECT_EQ(shown_date("hôm qua"), "hôm qua");
}

TEST(Dates, AreShownAsKeptInEnglish) {
  const Speaking english(Language::en);
  EXPECT_EQ(shown_date("2019-09-09"), "2019-09-09");
}

TEST(Dates, MomentsAreShownByTheClockOnTheWall) {
  const Speaking vietnamese(Language::vi);
  const Variable zone("TZ", "ICT-7");
  EXPECT_EQ(shown_time("2026-11-23T04:36:45Z"), "23/11/2026 11:36");
  EXPECT_EQ(shown_time("lúc nào đó"), "lúc nào đó");
}

TEST(Dates, TypedAsPeopleWriteThemAreKeptAsTheReadingDoes) {
  EXPECT_EQ(kept_date("9/9/2019"), "2019-09-09");
  EXPECT_EQ(kept_date("09-12-2019"), "2019-12-09");
  EXPECT_EQ(kept_date("20.8.2019"), "2019-08-20");
  EXPECT_EQ(kept_date("2019-09-09"), "2019-09-09");
  EXPECT_EQ(kept_date("2019-09"), "2019-09");
  EXPECT_EQ(kept_date("chín tháng chín"), "chín tháng chín");  // correct says what is wrong
}

}  // namespace
}  // namespace vanthu::cli
