// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/malformed.h"

#include <gmock/gmock.h>

#include <set>

#include "pipeline/error.h"
#include "tests/pipeline/intake/load.h"

namespace vanthu {
namespace {

class Broken : public testing::TestWithParam<Malformed> {};

void expect_pages(const Malformed& file) {
  int count = 0;
  const int told = load_pages({file.name, file.bytes}, {}, [&](Page&& page, int) {
    ++count;
    EXPECT_FALSE(page.image.empty());
  });
  EXPECT_EQ(count, told);
  EXPECT_GE(count, 1);
}

void expect_error(const Malformed& file) {
  try {
    load_pages({file.name, file.bytes}, {}, [](Page&&, int) {});
    FAIL() << file.name << " was read without a word";
  } catch (const Error& e) {
    EXPECT_TRUE(e.code == Code::bad_input || e.code == Code::too_big) << e.what();
    EXPECT_THAT(e.what(), testing::StartsWith(file.name));
    EXPECT_THAT(e.what(), testing::Not(testing::HasSubstr("\n")));
    EXPECT_THAT(e.hint, testing::SizeIs(testing::Gt(10u)));
  }
}

TEST_P(Broken, IsReadOrEndsInOneClearErrorWithoutAnyNoise) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  if (GetParam().expected == Expected::readable)
    EXPECT_NO_THROW(expect_pages(GetParam()));
  else
    expect_error(GetParam());
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

std::string test_name(const testing::TestParamInfo<Malformed>& info) {
  std::string out;
  for (const char c : info.param.name)
    out += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return out;
}

INSTANTIATE_TEST_SUITE_P(Files, Broken, testing::ValuesIn(malformed_files()), test_name);

TEST(Malformed, AreManyAndNamedApart) {
  std::set<std::string> names;
  for (const Malformed& file : malformed_files()) names.insert(file.name);
  EXPECT_EQ(names.size(), malformed_files().size());
  EXPECT_GE(names.size(), 40u);
}

}  // namespace
}  // namespace vanthu
