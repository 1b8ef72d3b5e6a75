// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_codes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace vanthu::cli {
namespace {

TEST(ExitCodes, RiseAndNeverRepeat) {
  int last = -1;
  for (const ExitCode& e : exit_codes()) {
    EXPECT_GT(static_cast<int>(e.code), last) << e.name;
    last = static_cast<int>(e.code);
  }
}

TEST(ExitCodes, AreThoseOfTheErrors) {
  EXPECT_STREQ(exit_code(Code::bad_input).name, "bad_input");
  EXPECT_STREQ(exit_code(Code::secret).name, "secret");
  EXPECT_EQ(static_cast<int>(exit_code(Code::secret).code), 80);
}

TEST(ExitCodes, AnUnknownOneIsOurMistake) {
  EXPECT_STREQ(exit_code(static_cast<Code>(99)).name, "internal");
}

TEST(ExitCodes, ThePageIsTheTable) {
  std::ifstream page(VANTHU_SOURCE_DIR "/docs/exit-codes.md");
  const std::string written{std::istreambuf_iterator<char>(page), {}};
  EXPECT_EQ(written, exit_codes_markdown())
      << "write it anew: vanthu help exit-codes --markdown > docs/exit-codes.md";
}

}  // namespace
}  // namespace vanthu::cli
