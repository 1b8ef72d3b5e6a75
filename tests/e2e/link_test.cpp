// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Pair : Place {
  Pair() {
    must({"init"});
    must({"import", scan("a.png", 1), scan("b.png", 2)});
    const Json list = json({"list", "--sort", "id"});
    for (const Json& row : list["dispatches"]) ids.push_back(row["id"]);
    must({"correct", ids[0], "subject=khuyến học cũ"});
  }
  std::vector<std::string> ids;
};

TEST(Link, ABetterScanIsToldWhereverTheOldOneIsShown) {
  const Pair pair;
  EXPECT_THAT(pair.must({"link", pair.ids[1], "replaces", pair.ids[0]}),
              HasSubstr(pair.ids[1] + ": replaces " + pair.ids[0]));
  const std::string note = "replaced by " + pair.ids[1];
  EXPECT_THAT(pair.must({"list"}), HasSubstr(note));
  EXPECT_THAT(pair.must({"search", "khuyen hoc"}), HasSubstr(note));
  EXPECT_THAT(pair.must({"show", pair.ids[0]}), HasSubstr(note));
  EXPECT_THAT(pair.must({"show", pair.ids[1]}), HasSubstr("replaces " + pair.ids[0]));
  EXPECT_EQ(pair.json({"search", "khuyen hoc"})["hits"][0]["replaced_by"][0], pair.ids[1]);
  EXPECT_EQ(pair.json({"show", pair.ids[0]})["links"][0]["from_other"], true);
}

TEST(Link, WhoMayNotSeeTheOtherIsNotToldOfIt) {
  const Pair pair;
  pair.must({"link", pair.ids[1], "replaces", pair.ids[0]});
  pair.must({"correct", pair.ids[1], "circulation=LƯU HÀNH NỘI BỘ"});
  for (const Arguments& line : std::vector<Arguments>{{"list", "--as", "open"},
                                                      {"search", "khuyen hoc", "--as", "open"},
                                                      {"show", pair.ids[0], "--as", "open"}})
    EXPECT_THAT(pair.must(line), Not(HasSubstr(pair.ids[1]))) << line[0];
}

TEST(Link, AnAnnexHasNoRowOfItsOwnUntilItIsUnlinked) {
  const Pair pair;
  pair.must({"link", pair.ids[1], "annex-of", pair.ids[0]});
  EXPECT_EQ(pair.json({"register"})["rows"].size(), 1U);
  EXPECT_EQ(pair.json({"link", pair.ids[1], "phụ-lục", pair.ids[0]})["changed"], false);
  pair.must({"unlink", pair.ids[1], "annex-of", pair.ids[0]});
  EXPECT_EQ(pair.json({"register"})["rows"].size(), 2U);
  EXPECT_EQ(pair.run({"unlink", pair.ids[1], "annex-of", pair.ids[0]}).code, 67);
  pair.must({"verify"});
}

TEST(Link, WhatIsWrongIsOneError) {
  const Pair pair;
  EXPECT_EQ(pair.run({"link", pair.ids[0], "likes", pair.ids[1]}).code, 64);
  EXPECT_EQ(pair.run({"link", pair.ids[0], "replaces", pair.ids[0]}).code, 64);
  EXPECT_EQ(pair.run({"link", pair.ids[0], "replaces", "ffffffffffff.1"}).code, 67);
  EXPECT_EQ(pair.run({"link", pair.ids[0], "replaces"}).code, 64);
  pair.must({"link", pair.ids[0], "continues", pair.ids[1]});
  EXPECT_EQ(pair.run({"link", pair.ids[1], "continues", pair.ids[0]}).code, 64);
}

}  // namespace
}  // namespace vanthu::e2e
