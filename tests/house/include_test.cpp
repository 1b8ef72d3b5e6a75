// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom (docs/design.md): cli, web -> archive, index, ocr -> pipeline; nothing back.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/house/tree.h"

namespace vanthu::house {
namespace {

const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"pipeline", {"pipeline"}},
    {"ocr", {"ocr", "pipeline"}},
    {"archive", {"archive", "pipeline"}},
    {"index", {"index", "pipeline"}},
    {"cli", {"cli", "archive", "index", "ocr", "pipeline"}},
    {"web", {"web", "archive", "index", "ocr", "pipeline"}},
    {"samples", {"samples", "pipeline"}},
};

// The recipe alone knows the stages; a stage knows the values and itself.
bool stage_may_include(const std::string& from, const std::string& what) {
  if (room(from) != "pipeline" || stage(what).empty()) return true;
  for (const char* recipe : {"pipeline/read.", "pipeline/read_page.", "pipeline/read_visible.",
                             "pipeline/reading_of."})
    if (from.starts_with(recipe)) return true;
  return stage(from) == stage(what);
}

std::string folder(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

bool may_include(const std::string& from, const std::string& what) {
  if (from.starts_with("ocr/training/") && room(what) == "samples") return true;  // draws to learn
  const auto allowed = kMayInclude.find(room(from));
  if (allowed == kMayInclude.end()) return true;  // tests see everything
  return allowed->second.contains(room(what)) && stage_may_include(from, what);
}

TEST(Includes, GoOneWay) {
  for (const File& file : code())
    for (const std::string& what : includes(file))
      EXPECT_TRUE(may_include(file.path, what)) << file.path << " may not include " << what;
}

// Tests alone may name what lies beside them by its name only.
TEST(Includes, AreFromTheRootAndThere) {
  for (const File& file : code())
    for (const std::string& what : includes(file))
      EXPECT_TRUE(exists(what) || (room(file.path) == "tests" && exists(folder(file.path) + what)))
          << file.path << " includes " << what;
}

TEST(Includes, BackwardsAreSeen) {
  EXPECT_FALSE(may_include("pipeline/read.cpp", "ocr/engine.h"));
  EXPECT_FALSE(may_include("archive/import.cpp", "index/index.h"));
  EXPECT_FALSE(may_include("index/index.cpp", "archive/archive.h"));
  EXPECT_FALSE(may_include("archive/archive.cpp", "ocr/engine.h"));
  EXPECT_FALSE(may_include("pipeline/fields/date.cpp", "pipeline/clean/skew.h"));
  EXPECT_FALSE(may_include("pipeline/text.cpp", "pipeline/clean/clean.h"));
  EXPECT_TRUE(may_include("pipeline/read.cpp", "pipeline/clean/clean.h"));
  EXPECT_TRUE(may_include("cli/search.cpp", "index/search.h"));
}

}  // namespace
}  // namespace vanthu::house
