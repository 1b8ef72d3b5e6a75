// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/patience.h"

#include <gtest/gtest.h>

namespace vanthu::cli {
namespace {

TEST(Patience, WaitsLongerEachTimeAndNoLongerThanItHas) {
  EXPECT_EQ(pause_after(1, 10), 1);
  EXPECT_EQ(pause_after(2, 10), 2);
  EXPECT_EQ(pause_after(3, 10), 4);
  EXPECT_EQ(pause_after(4, 10), 3) << "1 + 2 + 4 + 3 is ten seconds";
  EXPECT_LT(pause_after(5, 10), 0);
}

TEST(Patience, NoneIsNone) { EXPECT_FALSE(Patience(0).again(1)); }

TEST(Patience, EndsWhenThePersonSaysStop) {
  EXPECT_FALSE(Patience(3600, [] { return true; }).again(1));
}

}  // namespace
}  // namespace vanthu::cli
