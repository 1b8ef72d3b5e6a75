// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk does with doubt: review, look at the picture, set it right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

struct Kept : Place {
  Kept() {
    must({"init"});
    must({"import", scan("a.png")});
    id = json({"list"})["dispatches"][0]["id"];
  }
  std::string id;
};

TEST(Review, ListsTheDoubtfulFieldsWithTheirPictures) {
  const Kept kept;
  const Json review = kept.json({"review", "--crops", kept.path("crops")});
  ASSERT_GT(review["fields"].size(), 0u);
  EXPECT_EQ(review["total"], review["fields"].size());
  for (const Json& field : review["fields"]) {
    EXPECT_EQ(field["id"], kept.id);
    EXPECT_EQ(content(field["crop"]).substr(0, 4), "\x89PNG");
  }
}

TEST(Review, SaysHowToSetTheFirstRight) {
  const Kept kept;
  EXPECT_THAT(kept.must({"review"}), HasSubstr("vanthu correct " + kept.id + " "));
}

TEST(Review, TakesALimitAndADispatch) {
  const Kept kept;
  EXPECT_EQ(kept.json({"review", "--limit", "1"})["fields"].size(), 1u);
  EXPECT_GT(kept.json({"review", kept.id.substr(0, 6)})["fields"].size(), 1u);
}

TEST(Correct, IsANewVersionThatSaysWho) {
  const Kept kept;
  EXPECT_THAT(kept.must({"correct", kept.id, "date=9/9/2019", "--by", "Lan"}),
              HasSubstr("2019-09-09"));
  const Json show = kept.json({"show", kept.id});
  EXPECT_EQ(show["dispatch"]["date"]["value"], "2019-09-09");
  EXPECT_EQ(show["dispatch"]["date"]["status"], "corrected");
  EXPECT_EQ(show["dispatch"]["date"]["corrected"]["by"], "Lan");
  ASSERT_EQ(show["versions"].size(), 2u);
  EXPECT_EQ(show["versions"][1]["by"], "Lan");
}

TEST(Correct, TakesTheFieldFromTheReview) {
  const Kept kept;
  const std::size_t before = kept.json({"review"})["fields"].size();
  kept.must({"correct", kept.id, "so=3795/UBND-VXNV"});
  EXPECT_EQ(kept.json({"review"})["fields"].size(), before - 1);
}

TEST(Correct, TheOldVersionCanStillBeRead) {
  const Kept kept;
  kept.must({"correct", kept.id, "number=1/A"});
  const Json first = Json::parse(kept.must({"get", kept.id, "--reading", "--version", "1"}));
  EXPECT_TRUE(first["dispatches"][0]["number"]["value"].is_null());
}

TEST(Correct, AllIsUnderstoodBeforeAnythingIsChanged) {
  const Kept kept;
  EXPECT_EQ(kept.run({"correct", kept.id, "number=1/A", "numbr=2"}).code, 64);
  EXPECT_EQ(kept.run({"correct", kept.id, "number=1/A", "subject"}).code, 64);
  EXPECT_EQ(kept.run({"correct", kept.id, "date=ngày mai"}).code, 64);
  EXPECT_EQ(kept.json({"show", kept.id})["versions"].size(), 1u);
}

TEST(Correct, NobodyMakesAPaperSecretHere) {
  const Kept kept;
  EXPECT_EQ(kept.run({"correct", kept.id, "secret=MẬT"}).code, 80);
}

TEST(Correct, AnUnknownDispatchIsNotFound) {
  const Kept kept;
  EXPECT_EQ(kept.run({"correct", "ffffffffffff.1", "number=1/A"}).code, 67);
}

}  // namespace
}  // namespace vanthu::e2e
