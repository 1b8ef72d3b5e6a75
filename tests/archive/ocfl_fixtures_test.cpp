// SPDX-License-Identifier: GPL-3.0-or-later
// The fixtures of the OCFL community (https://github.com/OCFL/fixtures), each named by the codes it
// must be given. They are not ours to carry: they are judged where VANTHU_OCFL_FIXTURES names their
// folder of one version ("…/1.0"), or where they lie beside the repository.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "archive/ocfl_check.h"
#include "support.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

std::string fixtures() {
  if (const char* named = std::getenv("VANTHU_OCFL_FIXTURES")) return named;
  const fs::path source = VANTHU_SOURCE_DIR;
  for (const fs::path& above : {source.parent_path(), source.parent_path().parent_path()})
    if (fs::exists(above / "shared/ocfl-fixtures/1.0"))
      return (above / "shared/ocfl-fixtures/1.0").string();
  return {};
}

// "E100_E099_fixity_invalid_content_paths": the codes in front.
std::set<std::string> codes_of_name(const std::string& name) {
  std::set<std::string> out;
  for (std::size_t at = 0; at + 4 < name.size() && (name[at] == 'E' || name[at] == 'W') &&
                           name.find_first_not_of("0123456789", at + 1) == at + 4;
       at += 5)
    out.insert(name.substr(at, 4));
  return out;
}

std::set<std::string> codes_found(const std::string& path) {
  std::set<std::string> out;
  for (const Fault& fault : check_ocfl_object(path)) out.insert(fault.code);
  return out;
}

bool any_error(const std::set<std::string>& codes) {
  return std::any_of(codes.begin(), codes.end(), [](const auto& c) { return c.front() == 'E'; });
}

std::string all(const std::set<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) out += code + ' ';
  return out;
}

class OcflFixtures : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (fixtures().empty()) GTEST_SKIP() << "the fixtures are not here; set VANTHU_OCFL_FIXTURES";
  }
  std::vector<std::string> objects() const {
    return files::names_in(files::join(fixtures(), GetParam()));
  }
};

TEST_P(OcflFixtures, EachIsJudgedByItsCodes) {
  for (const std::string& name : objects()) {
    const auto found = codes_found(files::join(files::join(fixtures(), GetParam()), name));
    const auto wanted = codes_of_name(name);
    for (const std::string& code : wanted)
      EXPECT_TRUE(found.contains(code)) << name << " lacks " << code << ", has " << all(found);
    const bool bad = std::string(GetParam()) == "bad-objects";
    EXPECT_EQ(any_error(found), bad) << name << ": " << all(found);
    if (!bad) {
      EXPECT_EQ(found, wanted) << name << ": " << all(found);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, OcflFixtures,
                         ::testing::Values("bad-objects", "good-objects", "warn-objects"));

}  // namespace
}  // namespace vanthu
