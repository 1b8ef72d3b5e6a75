// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "pipeline/text.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

std::vector<M> all_messages() {
  std::vector<M> out;
  for (int i = 0; i < static_cast<int>(M::count); ++i) out.push_back(static_cast<M>(i));
  return out;
}

// "{}" and "{0}" of a message, in order.
std::vector<std::string> places(const std::string& message) {
  std::vector<std::string> out;
  for (std::size_t at = 0; (at = message.find('{', at)) != std::string::npos; ++at)
    out.push_back(message.substr(at, message.find('}', at) - at + 1));
  return out;
}

TEST(Messages, EachIsInBothLanguages) {
  for (const M m : all_messages()) {
    EXPECT_STRNE(text(m, Language::vi), "") << static_cast<int>(m);
    EXPECT_STRNE(text(m, Language::en), "") << text(m, Language::vi);
  }
}

TEST(Messages, BothLanguagesTakeTheSamePlaces) {
  for (const M m : all_messages())
    EXPECT_EQ(places(text(m, Language::vi)), places(text(m, Language::en)))
        << text(m, Language::en);
}

TEST(Messages, AreUtf8InNormalForm) {
  for (const M m : all_messages())
    for (const Language l : {Language::vi, Language::en}) EXPECT_EQ(nfc(text(m, l)), text(m, l));
}

TEST(Messages, AreFilledIn) {
  const Speaking english(Language::en);
  EXPECT_EQ(say(M::import_failed, 3), "3 failed:");
  EXPECT_EQ(say(M::init_done, "kho").find("kho"), 17u);
}

struct LocaleCase {
  const char *lc_all, *lc_messages, *lang;
  Language expected;
};

TEST(Messages, TheLocaleChoosesTheLanguageAsInPosix) {
  const LocaleCase cases[] = {
      {nullptr, nullptr, "vi_VN.UTF-8", Language::vi}, {nullptr, nullptr, "vi", Language::vi},
      {nullptr, nullptr, "en_US.UTF-8", Language::en}, {nullptr, nullptr, nullptr, Language::en},
      {nullptr, "vi_VN", "en_US.UTF-8", Language::vi}, {"C", "vi_VN", "vi_VN", Language::en},
      {"", "", "vi_VN.UTF-8", Language::vi},  // empty is not set
      {nullptr, nullptr, "vijay", Language::en},
  };
  for (const LocaleCase& c : cases) {
    const Variable all("LC_ALL", c.lc_all), messages("LC_MESSAGES", c.lc_messages),
        lang("LANG", c.lang);
    EXPECT_EQ(language_of_locale(), c.expected) << (c.lang ? c.lang : "unset");
  }
}

}  // namespace
}  // namespace vanthu::cli
