// SPDX-License-Identifier: GPL-3.0-or-later
// What is handed over, judged by tools that are not ours: sha512sum, and bagit.py and xmllint where
// they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <sstream>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

bool runs(const std::string& command) { return std::system((command + " >&2").c_str()) == 0; }

struct Shelf : Place {
  Shelf() {
    must({"init"});
    for (unsigned seed : {1u, 2u}) must({"import", scan(std::to_string(seed) + ".png", seed)});
    const Json list = json({"list", "--sort", "id"});
    for (const Json& row : list["dispatches"]) ids.push_back(row["id"]);
    must({"correct", ids[0], "number=3795/UBND-VXNV", "date=9/9/2019", "issuer=UBND tỉnh <A>",
          "subject==1+1, \"hai\""});
  }
  std::string to(const std::string& format, Arguments more) const {
    const std::string folder = path("out-" + format);
    Arguments line = {"export", "--format", format, "--to", folder};
    line.insert(line.end(), more.begin(), more.end());
    must(line);
    return folder;
  }
  std::vector<std::string> ids;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// Every file of the bag but the tag manifest itself is in a manifest.
std::set<std::string> told(const std::string& bag) {
  std::set<std::string> out = {"tagmanifest-sha512.txt"};
  for (const char* manifest : {"manifest-sha512.txt", "tagmanifest-sha512.txt"})
    for (const std::string& line : lines_of(content(bag + "/" + manifest)))
      out.insert(line.substr(line.find("  ") + 2));
  return out;
}

std::set<std::string> there(const std::string& bag) {
  std::set<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(bag))
    if (entry.is_regular_file()) out.insert(entry.path().lexically_relative(bag).string());
  return out;
}

TEST(Export, ABagIsWhatItsManifestsSay) {
  const Shelf shelf;
  const std::string bag = shelf.to("bagit", {"--all"});
  EXPECT_TRUE(
      runs("cd '" + bag +
           "' && sha512sum --strict --quiet -c manifest-sha512.txt tagmanifest-sha512.txt"));
  EXPECT_EQ(told(bag), there(bag));
  EXPECT_THAT(content(bag + "/bag-info.txt"), HasSubstr("Payload-Oxum: "));
  const std::string one = bag + "/data/" + shelf.ids[0].substr(0, 12);
  EXPECT_EQ(content(one + "/original.png"), shelf.must({"get", shelf.ids[0], "--original"}));
  EXPECT_THAT(content(one + "/access.pdf"), HasSubstr("3795/UBND-VXNV"));
  EXPECT_THAT(content(one + "/alto.xml"), HasSubstr("<alto "));
  EXPECT_EQ(Json::parse(content(one + "/reading.json"))["schema"], 1);
  EXPECT_EQ(lines_of(content(bag + "/data/dispatches.csv")).size(), 3U);
}

TEST(Export, ABagPassesTheToolOfThatName) {
  if (!runs("python3 -c 'import bagit'")) GTEST_SKIP() << "no bagit.py here";
  const Shelf shelf;
  const std::string bag = shelf.to("bagit", {"--all"});
  EXPECT_TRUE(runs("python3 -c 'import bagit; bagit.Bag(\"" + bag + "\").validate()'"));
}

TEST(Export, ATableOpensInASpreadsheetAndRunsNothing) {
  const Shelf shelf;
  const std::string csv = content(shelf.to("csv", {shelf.ids[0]}) + "/dispatches.csv");
  EXPECT_THAT(csv, testing::StartsWith("\xEF\xBB\xBF"
                                       "DocCode,OrganId,FileCatalog,"));
  EXPECT_THAT(csv, HasSubstr(",3795,UBND-VXNV,09/09/2019,UBND tỉnh <A>,\"'=1+1, \"\"hai\"\"\","));
  EXPECT_EQ(lines_of(csv).size(), 2U);
}

TEST(Export, LinesOfJsonHaveNumbersAndNulls) {
  const Shelf shelf;
  shelf.must({"arrive", shelf.ids[0], "--day", "9/3/2026", "--number", "17"});
  const auto lines = lines_of(content(shelf.to("jsonl", {shelf.ids[0]}) + "/dispatches.jsonl"));
  ASSERT_EQ(lines.size(), 1U);
  const Json row = Json::parse(lines[0]);
  EXPECT_EQ(row["ArrivalNumber"], 17);
  EXPECT_EQ(row["ArrivalDate"], "09/03/2026");
  EXPECT_EQ(row["Subject"], "=1+1, \"hai\"");
  EXPECT_TRUE(row["Fonds"].is_null());
}

TEST(Export, TakesWhatAQueryFindsAndNoMore) {
  const Shelf shelf;
  const std::string found = shelf.to("jsonl", {"--query", "so:3795"});
  EXPECT_EQ(lines_of(content(found + "/dispatches.jsonl")).size(), 1U);
  EXPECT_EQ(
      shelf.run({"export", "--query", "hai bốn", "--format", "csv", "--to", shelf.path("x")}).code,
      67)
      << "what a search falls back on was not asked for";
  EXPECT_FALSE(fs::exists(shelf.path("x")));
}

TEST(Export, TakesTheDaysOfArrival) {
  const Shelf shelf;
  shelf.must({"arrive", shelf.ids[0], "--day", "9/3/2020"});
  const std::string out =
      shelf.to("csv", {"--all", "--since", "1/1/2020", "--until", "31/12/2020"});
  EXPECT_THAT(content(out + "/dispatches.csv"), HasSubstr(shelf.ids[0]));
  EXPECT_THAT(content(out + "/dispatches.csv"), Not(HasSubstr(shelf.ids[1])));
}

TEST(Export, AnEdxmlHeadIsAFileEach) {
  const Shelf shelf;
  const std::string file = shelf.to("edxml", {shelf.ids[0]}) + "/" + shelf.ids[0] + ".xml";
  EXPECT_THAT(content(file), HasSubstr("<edXML:OrganName>UBND tỉnh &lt;A&gt;</edXML:OrganName>"));
  if (runs("command -v xmllint")) {
    EXPECT_TRUE(runs("xmllint --noout '" + file + "'"));
  }
  const Finished bare =
      shelf.run({"export", shelf.ids[1], "--format", "edxml", "--to", shelf.path("bare")});
  EXPECT_EQ(bare.code, 65);
  EXPECT_THAT(bare.err, HasSubstr("vanthu correct " + shelf.ids[1] + " number="));
  EXPECT_FALSE(fs::exists(shelf.path("bare")));
}

TEST(Export, WhoMayNotSeeAPaperGetsNothingOfIt) {
  const Shelf shelf;
  shelf.must({"correct", shelf.ids[0], "circulation=LƯU HÀNH NỘI BỘ"});
  EXPECT_EQ(shelf
                .run({"export", shelf.ids[0], "--as", "open", "--format", "bagit", "--to",
                      shelf.path("x")})
                .code,
            67);
  const std::string bag = shelf.to("bagit", {"--all", "--as", "open"});
  EXPECT_FALSE(fs::exists(bag + "/data/" + shelf.ids[0].substr(0, 12)));
  EXPECT_THAT(content(bag + "/data/dispatches.csv"), Not(HasSubstr("UBND-VXNV")));
  EXPECT_TRUE(fs::exists(bag + "/data/" + shelf.ids[1].substr(0, 12) + "/original.png"));
}

TEST(Export, WhatIsWrongIsOneErrorAndNothingIsWritten) {
  const Shelf shelf;
  const std::string out = shelf.path("x");
  const std::vector<std::pair<Arguments, int>> wrong = {
      {{"export", "--format", "csv", "--to", out}, 64},
      {{"export", shelf.ids[0], "--all", "--format", "csv", "--to", out}, 64},
      {{"export", "--all", "--format", "doc", "--to", out}, 64},
      {{"export", "--all", "--format", "csv"}, 64},
      {{"export", "--all", "--since", "hôm qua", "--format", "csv", "--to", out}, 64},
      {{"export", "--query", "\"hở", "--format", "csv", "--to", out}, 64},
      {{"export", "ffff", "--format", "csv", "--to", out}, 67},
      {{"export", "--all", "--since", "1/1/2190", "--format", "csv", "--to", out}, 67},
      {{"export", "--all", "--format", "csv", "--to", shelf.archive()}, 73},
      {{"export", "--all", "--format", "bagit", "--to", "/proc/x"}, 73},
  };
  for (const auto& [line, code] : wrong) {
    const Finished finished = shelf.run(line);
    EXPECT_EQ(finished.code, code) << line[1] << finished.err;
    EXPECT_FALSE(fs::exists(out));
  }
}

}  // namespace
}  // namespace vanthu::e2e
