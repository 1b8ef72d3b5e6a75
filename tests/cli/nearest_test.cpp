// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace vanthu::cli {
namespace {

const std::vector<std::string> kKnown = {"import", "search", "show", "verify"};

TEST(Nearest, ASlipOfTheFingerIsUnderstood) {
  EXPECT_EQ(nearest("serch", kKnown), "search");
  EXPECT_EQ(nearest("IMPROT", kKnown), "import");
}

TEST(Nearest, AnotherWordIsNot) { EXPECT_EQ(nearest("dispatch", kKnown), ""); }

TEST(Nearest, NothingIsKnown) { EXPECT_EQ(nearest("x", {}), ""); }

}  // namespace
}  // namespace vanthu::cli
