// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that bears a secrecy mark leaves nothing behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Secret : Place {
  Secret() { environment["VANTHU_ENGINE"] = "secret"; }
};

bool holds(const std::string& folder, const std::string& text) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().string().find(text) != std::string::npos) return true;
    if (entry.is_regular_file() && content(entry.path()).find(text) != std::string::npos)
      return true;
  }
  return false;
}

TEST(SecretPaper, ReadPrintsNothingOfIt) {
  const Secret place;
  for (const char* how : {"--json", "--text"}) {
    const Finished finished = place.run({"read", how, place.scan("a.png")});
    EXPECT_EQ(finished.code, 80);
    EXPECT_EQ(finished.out, "");
    EXPECT_THAT(finished.err, Not(HasSubstr("MẬT")));
  }
}

TEST(SecretPaper, ImportKeepsNothingOfItAndSetsTheFileAside) {
  const Secret place;
  place.must({"init"});
  const std::string scan = place.scan("in/ke-hoach-9f3.png", 9);
  const std::string out =
      place.must({"import", "--quarantine", place.path("aside"), place.path("in")}, 80);
  EXPECT_THAT(out, HasSubstr("1 refused"));
  EXPECT_EQ(place.json({"list"})["total"], 0);
  EXPECT_FALSE(holds(place.archive(), "ke-hoach-9f3"));
  EXPECT_FALSE(holds(place.archive(), png_page(9)));
  EXPECT_TRUE(holds(place.path("aside"), png_page(9)));
  EXPECT_TRUE(std::filesystem::exists(scan));  // import never touches its sources
}

TEST(SecretPaper, IsTakenAwayWhereImportWasToldToMove) {
  const Secret place;
  place.must({"init"});
  const std::string scan = place.scan("a.png", 9);
  place.must({"import", "--move", scan}, 80);
  EXPECT_FALSE(std::filesystem::exists(scan));
}

TEST(SecretPaper, IsSetAsideBesideTheArchiveWhenNobodySaysWhere) {
  const Secret place;
  place.must({"init"});
  place.must({"import", place.scan("a.png", 9)}, 80);
  EXPECT_TRUE(holds(place.archive() + ".quarantine", png_page(9)));
}

}  // namespace
}  // namespace vanthu::e2e
