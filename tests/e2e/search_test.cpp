// SPDX-License-Identifier: GPL-3.0-or-later
// What the search command prints, over papers whose fields a person typed: no recognition is
// needed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

class SearchCommand : public testing::Test {
 protected:
  SearchCommand() {
    place.must({"init"});
    for (unsigned n = 1; n <= 3; ++n) place.must({"import", place.scan(std::to_string(n), n)});
    const Json list = place.json({"list"})["dispatches"];
    const char* const fields[3][4] = {
        {"number=15/QĐ-UBND", "date=2019-03-01", "subject=quy chế họp", "issuer=UBND TỈNH X"},
        {"number=3795/UBND-VXNV", "date=2019-09-09", "subject=khuyến học", "issuer=UBND TỈNH X"},
        {"number=8/BC-SYT", "date=2020-01-02", "subject=bao cao khuyen hoc", "issuer=SỞ Y TẾ"}};
    for (std::size_t i = 0; i < 3; ++i)
      for (const char* field : fields[i]) place.must({"correct", list[i]["id"], field});
  }
  Place place;
};

TEST_F(SearchCommand, CountsFacets) {
  EXPECT_THAT(place.must({"search", "--facets", "ngay:2019..2020"}), HasSubstr("2020 1 · 2019 2"));
  const Json facets = place.json({"search", "--facets", "ngay:2019..2020"})["facets"];
  EXPECT_EQ(facets["issuer"][0], Json({{"value", "UBND TỈNH X"}, {"count", 2}}));
  EXPECT_EQ(place.json({"search", "khuyen"})["facets"], Json::object());
}

TEST_F(SearchCommand, PutsTheCaretOfAnErrorUnderItsPlace) {
  const Finished wrong = place.run({"search", "họp", "ngay:32/13/2019"});
  EXPECT_EQ(wrong.code, 64);
  EXPECT_THAT(wrong.err, HasSubstr("\n  họp ngay:32/13/2019\n           ^\n"));
  EXPECT_THAT(place.run({"search", "nguoky:a"}).err, HasSubstr("did you mean \"nguoiky:\"?"));
}

TEST_F(SearchCommand, GoesOnBehindItsCursor) {
  const Json first = place.json({"search", "--limit", "2", "ngay:2019..2020"});
  ASSERT_TRUE(first["next"].is_string());
  const std::string next = first["next"];
  EXPECT_THAT(place.must({"search", "--limit", "2", "ngay:2019..2020"}),
              HasSubstr("--after " + next));
  const Json second = place.json({"search", "--after", next, "ngay:2019..2020"});
  ASSERT_EQ(second["hits"].size(), 1u);
  EXPECT_EQ(second["hits"][0]["number"], "15/QĐ-UBND");
  EXPECT_TRUE(second["next"].is_null());
}

TEST_F(SearchCommand, SaysHowItReadTheKeysAndSuggestsWords) {
  EXPECT_THAT(place.must({"search", "khuyeens hocj"}), HasSubstr("Understood as: khuyến học"));
  EXPECT_THAT(place.must({"search", "khuyrn hoc"}), HasSubstr("Did you mean: khuyến hoc ?"));
  EXPECT_THAT(place.must({"search", "khuyến học"}), HasSubstr("other marks than those typed"));
}

TEST_F(SearchCommand, FindsPapersLikeOneAndTheGraphOfOne) {
  const std::string id = place.json({"search", "so:3795"})["hits"][0]["id"];
  const Json like = place.json({"search", "--like", id});
  EXPECT_EQ(like["hits"][0]["number"], "8/BC-SYT");
  EXPECT_THAT(place.must({"show", id, "--graph"}), HasSubstr("cites nothing"));
  EXPECT_EQ(place.json({"show", id, "--graph"})["graph"]["cites"], Json::array());
}

TEST_F(SearchCommand, TheFieldsAreATableWithExamplesThatWork) {
  EXPECT_THAT(place.must({"fields"}), HasSubstr("dancheu:11-CT/TW"));
  for (const Json& field : place.json({"fields"})["fields"])
    place.must({"search", field["example"]});
}

TEST(ClosedPapers, AreNotThereForThoseWhoMayNotSeeThem) {
  const Place place;
  place.must({"init"});
  place.must({"import", place.scan("a", 1), place.scan("b", 2)});
  const Json both = place.json({"list"})["dispatches"];
  const std::string open = both[0]["id"], closed = both[1]["id"];
  place.must({"correct", open, "number=1/QĐ-X", "date=2019-03-01", "subject=quy chế họp"});
  place.must({"correct", closed, "number=2/BC-X/nb", "date=2019-03-02", "subject=quy chế kín"});
  EXPECT_EQ(place.json({"search", "quy che"})["total"], 2);
  EXPECT_EQ(place.json({"search", "--as", "open", "quy che"})["total"], 1);
  EXPECT_EQ(place.json({"list", "--as", "open"})["dispatches"].size(), 1u);
  EXPECT_EQ(place.json({"register", "--from", "1/1/2020"})["rows"].size(), 2u);
  EXPECT_EQ(place.json({"register", "--from", "1/1/2020", "--as", "open"})["rows"].size(), 1u);
  const std::string never = "ffffffffffff.9";
  for (Arguments ask :
       std::vector<Arguments>{{"show"}, {"show", "--graph"}, {"search", "--like"}}) {
    EXPECT_EQ(place.run(Arguments(ask)).code != 0, true);
    ask.push_back(closed);
    place.must(ask);
    ask.insert(ask.end(), {"--as", "open"});
    Finished hidden = place.run(ask);
    ask[ask.size() - 3] = never;
    Finished nothing = place.run(ask);
    EXPECT_EQ(hidden.code, 67);
    EXPECT_EQ(hidden.err.replace(hidden.err.find(closed), closed.size(), never), nothing.err);
    EXPECT_EQ(hidden.out, "");
  }
}

}  // namespace
}  // namespace vanthu::e2e
