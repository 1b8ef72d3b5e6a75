// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

TEST(Read, WithJsonPrintsOneReadingAndNothingElse) {
  const Place place;
  const Json reading = place.json({"read", place.scan("a.png")});
  EXPECT_EQ(reading["schema"], 1);
  EXPECT_EQ(reading["file"], "a.png");
  EXPECT_EQ(reading["pages"].size(), 1u);
  EXPECT_EQ(reading["pages"][0]["width"], 160);
  EXPECT_GE(reading["dispatches"].size(), 1u);
}

TEST(Read, ForPeopleMarksDoubt) {
  const Place place;
  const std::string out = place.must({"read", place.scan("a.png")});
  EXPECT_THAT(out, HasSubstr("a.png: 1 pages"));
  EXPECT_THAT(out, HasSubstr("— ?"));
}

TEST(Read, DependsOnTheFileAlone) {
  const Place place;
  const std::string scan = place.scan("a.png");
  EXPECT_EQ(place.must({"read", "--json", scan}), place.must({"read", "--json", scan}));
}

TEST(Read, NeedsNoArchiveAndMakesNone) {
  Place place;
  place.environment.erase("VANTHU_ARCHIVE");
  place.must({"read", place.scan("a.png")});
  EXPECT_FALSE(std::filesystem::exists(place.archive()));
}

TEST(Read, SaysWhatIsWrongWithTheFile) {
  const Place place;
  EXPECT_EQ(place.run({"read", place.path("nowhere.pdf")}).code, 66);
  EXPECT_EQ(place.run({"read", place.write("empty.pdf", "")}).code, 65);
  EXPECT_EQ(place.run({"read", place.write("note.pdf", "Kính gửi")}).code, 65);
  EXPECT_EQ(place.run({"read", place.path("config")}).code, 66);
}

TEST(Read, ACrashOfTheWorkerIsAnErrorOfTheFile) {
  Place place;
  place.environment["VANTHU_ENGINE"] = "crash";
  const Finished finished = place.run({"read", place.scan("a.png")});
  EXPECT_EQ(finished.code, 81);
  EXPECT_THAT(finished.err, HasSubstr("a.png"));
}

}  // namespace
}  // namespace vanthu::e2e
