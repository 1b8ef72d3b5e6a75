// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

TEST(ConfigFile, AnUnknownKeyStopsTheProgramAndNamesTheNearest) {
  const Place place;
  place.write("config/vanthu/config.toml", "jbos = 4\n");
  const Finished finished = place.run({"list"});
  EXPECT_EQ(finished.code, 78);
  EXPECT_THAT(finished.err, HasSubstr("'jbos'"));
  EXPECT_THAT(finished.err, HasSubstr("'jobs'"));
  EXPECT_EQ(finished.out, "");
}

TEST(ConfigFile, ItsLanguageWinsOverTheLocale) {
  const Place place;
  place.write("config/vanthu/config.toml", "language = \"vi\"\n");
  EXPECT_THAT(place.must({"--help"}), HasSubstr("Việc hằng ngày"));
}

TEST(ConfigFile, ItsNameOfThePersonGoesIntoTheHistory) {
  const Place place;
  place.write("config/vanthu/config.toml", "by = \"Nguyễn Thị Lan\"\n");
  place.must({"init"});
  place.must({"import", place.scan("a.png")});
  const std::string id = place.json({"list"})["dispatches"][0]["id"];
  EXPECT_EQ(place.json({"show", id})["document"]["imported_by"], "Nguyễn Thị Lan");
}

TEST(ConfigFile, ItsLimitsReachTheWorker) {
  const Place place;
  place.write("config/vanthu/config.toml", "max_megapixels = 1\n");
  const std::string scan = place.scan("a.png");
  place.must({"read", scan});
  place.write("config/vanthu/config.toml", "max_megabytes = 1\n");
  const Finished finished = place.run({"read", place.write("big.png", std::string(2 << 20, 'x'))});
  EXPECT_EQ(finished.code, 69);
}

TEST(ConfigFile, ItsVocabulariesAreInTheReadingOrAMistakeInThemIsTold) {
  const Place place;
  std::filesystem::create_directory(place.path("words"));
  place.write("words/bodies.tsv", "Sở Thủy lợi Miền Núi\tSTLMN\n");
  place.write("config/vanthu/config.toml", "vocabulary = \"" + place.path("words") + "\"\n");
  const std::string scan = place.scan("a.png");
  const Json reading = place.json({"read", scan});
  EXPECT_THAT(reading["made_by"]["options"].dump(), HasSubstr("bodies.tsv"));
  place.write("words/kinds.tsv", "THƯ\tT\tstaat\n");
  const Finished finished = place.run({"read", scan});
  EXPECT_EQ(finished.code, 78);
  EXPECT_THAT(finished.err, HasSubstr("kinds.tsv, line 1"));
}

TEST(Locale, ChoosesTheLanguageOfHelpAndErrors) {
  Place place;
  EXPECT_THAT(place.must({"import", "--help"}), HasSubstr("Usage"));
  place.environment["LANG"] = "vi_VN.UTF-8";
  EXPECT_THAT(place.must({"import", "--help"}), HasSubstr("Cách dùng"));
  EXPECT_THAT(place.run({"serch"}).err, HasSubstr("Có phải ý bạn là 'search'?"));
  place.environment["LC_ALL"] = "C";
  EXPECT_THAT(place.must({"import", "--help"}), HasSubstr("Usage"));
}

}  // namespace
}  // namespace vanthu::e2e
