// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"
#include "tests/support/zip_maker.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

std::map<std::string, Json> by_path(const std::vector<Json>& lines) {
  std::map<std::string, Json> out;
  for (const Json& line : lines)
    if (line.contains("path")) out[line["path"]] = line;
  return out;
}

TEST(ZipImport, EachFileInItIsADocumentWithItsPlaceAsEvidence) {
  const Place place;
  place.must({"init"});
  const std::string inner = zip_of({{"b.png", png_page(2)}});
  const std::string zip = place.write(
      "thu.zip",
      zip_of({{"tháng 9/công văn.png", png_page(1)}, {"kệ.zip", inner}, {"x.exe", "MZ"}}));
  const std::vector<Json> lines = place.json_lines({"import", zip});
  const auto outcomes = by_path(lines);
  EXPECT_EQ(outcomes.at(zip + "/tháng 9/công văn.png")["outcome"], "imported");
  EXPECT_EQ(outcomes.at(zip + "/kệ.zip/b.png")["outcome"], "imported");
  EXPECT_EQ(outcomes.at(zip)["outcome"], "opened");
  EXPECT_EQ(lines.back()["summary"]["files"], 3);
  EXPECT_EQ(lines.back()["summary"]["opened"], 1);
  place.must({"verify"});
  std::size_t notes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(place.archive()))
    if (entry.path().filename() == "source.json") {
      ++notes;
      const Json note = Json::parse(content(entry.path().string()));
      EXPECT_EQ(note["container"], zip);
      EXPECT_THAT(note["path"].get<std::string>(), HasSubstr(zip + "/"));
    }
  EXPECT_EQ(notes, 2U);
}

TEST(ZipImport, RunAgainKeepsNothingTwice) {
  const Place place;
  place.must({"init"});
  const std::string zip =
      place.write("thu.zip", zip_of({{"a.png", png_page(1)}, {"b.png", png_page(2)}}));
  place.must({"import", zip});
  EXPECT_THAT(place.must({"import", zip, place.scan("a.png", 1)}), HasSubstr("3 kept already"));
  EXPECT_EQ(place.json({"list"})["total"], 2);
}

TEST(ZipImport, MoveTakesTheArchiveOnceAllOfItIsKept) {
  const Place place;
  place.must({"init"});
  const std::string good = place.write("in/a.zip", zip_of({{"a.png", png_page(1)}}));
  const std::string bad =
      place.write("in/b.zip", zip_of({{"b.png", png_page(2)}, {"c.pdf", "%PDF-1.4\nno"}}));
  const std::string out = place.must({"import", "--move", place.path("in")}, 1);
  EXPECT_FALSE(std::filesystem::exists(good));
  EXPECT_TRUE(std::filesystem::exists(bad)) << "one of its files failed";
  EXPECT_THAT(out, HasSubstr("2 zip archives opened"));
  EXPECT_THAT(out, HasSubstr("b.zip/c.pdf"));
  EXPECT_EQ(place.json({"list"})["total"], 2);
}

TEST(ZipImport, ABombCostsOneOutcome) {
  const Place place;
  place.must({"init"});
  const std::string bomb =
      place.write("bomb.zip", zip_of({{"a.pdf", std::string(100 << 20, '\0')}}));
  const auto outcomes = by_path(place.json_lines({"import", bomb, place.scan("a.png", 1)}, 1));
  EXPECT_EQ(outcomes.at(bomb)["error"]["name"], "too_big");
  EXPECT_EQ(place.json({"list"})["total"], 1);
}

TEST(ZipImport, ASecrecyMarkInItSetsTheWholeArchiveApart) {
  Place place;
  place.must({"init"});
  place.environment["VANTHU_ENGINE"] = "secret";
  const std::string zip = place.write("in/ten mat.zip", zip_of({{"ten mat.png", png_page(1)}}));
  place.must({"import", "--move", "--report", place.path("r.csv"), zip}, 80);
  EXPECT_FALSE(std::filesystem::exists(zip));
  EXPECT_TRUE(std::filesystem::exists(place.archive() + ".quarantine/ten mat.zip"));
  EXPECT_THAT(content(place.path("r.csv")), Not(HasSubstr("ten mat")));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(place.archive()))
    if (entry.is_regular_file()) {
      EXPECT_THAT(content(entry.path().string()), Not(HasSubstr("ten mat"))) << entry.path();
    }
}

TEST(ZipImport, WatchPutsTheArchiveAway) {
  const Place place;
  place.must({"init"});
  place.write("share/a.zip", zip_of({{"a.png", png_page(1)}}));
  place.write("share/b.zip", zip_of({{"b.txt", "no scan"}}));
  place.must({"watch", "--once", "--still", "0", place.path("share")});
  EXPECT_TRUE(std::filesystem::exists(place.path("share/done/a.zip")));
  EXPECT_TRUE(std::filesystem::exists(place.path("share/failed/b.zip")));
  EXPECT_THAT(content(place.path("share/failed/b.zip.LY-DO.txt")), HasSubstr("no scan in it"));
}

TEST(Attachments, AreKeptAndGivenBackByteForByte) {
  const Place place;
  place.must({"init"});
  const std::string docx = docx_of({"Bảng kê", "một hai ba"});
  const std::string paths[] = {place.write("in/bang ke.docx", docx),
                               place.write("in/hoa don.xml", "<?xml version=\"1.0\"?><a/>")};
  place.must({"import", place.path("in")});
  const Json list = place.json({"list"});
  ASSERT_EQ(list["total"], 2);
  EXPECT_EQ(place.json({"review"})["total"], 0);
  place.must({"verify"});
  place.must({"verify", "--repair"});
  for (const Json& row : list["dispatches"]) {
    const std::string id = row["id"];
    place.must({"get", id, "--original", "-o", place.path("out"), "--force"});
    const std::string out = content(place.path("out"));
    EXPECT_TRUE(out == docx || out == content(paths[1]));
    place.must({"show", id});
  }
  EXPECT_THAT(place.must({"search", "bang ke"}), HasSubstr("bang ke.docx"));
}

TEST(Attachments, OneWithASecrecyMarkIsRefused) {
  const Place place;
  place.must({"init"});
  place.must({"import", place.write("in/a.docx", docx_of({"TỐI MẬT", "Kế hoạch"}))}, 80);
  EXPECT_EQ(place.json({"list"})["total"], 0);
  EXPECT_TRUE(std::filesystem::exists(place.archive() + ".quarantine/a.docx"));
}

TEST(Attachments, OneThatNobodyCanLookIntoFails) {
  const Place place;
  place.must({"init"});
  place.must({"import", place.write("a.docx", "\xd0\xcf\x11\xe0 encrypted")}, 1);
}

}  // namespace
}  // namespace vanthu::e2e
