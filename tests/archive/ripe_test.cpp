// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ripe.h"

#include <gtest/gtest.h>

#include "archive/put_away.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

using namespace std::chrono_literals;
using Paths = std::vector<std::string>;

TEST(Ripening, AFileThatStandsStillIsTaken) {
  Ripening ripening(3s);
  const Ripening::Time began{};
  EXPECT_EQ(ripening.ripe({{"a", 5, 1}}, began), Paths{});
  EXPECT_TRUE(ripening.waiting());
  EXPECT_EQ(ripening.ripe({{"a", 5, 1}}, began + 2s), Paths{});
  EXPECT_EQ(ripening.ripe({{"a", 5, 1}}, began + 3s), Paths{"a"});
  EXPECT_FALSE(ripening.waiting());
}

TEST(Ripening, AFileThatGrowsOrChangesIsNot) {
  Ripening ripening(3s);
  const Ripening::Time began{};
  ripening.ripe({{"a", 5, 1}}, began);
  EXPECT_EQ(ripening.ripe({{"a", 6, 1}}, began + 4s), Paths{});
  EXPECT_EQ(ripening.ripe({{"a", 6, 2}}, began + 8s), Paths{});
  EXPECT_EQ(ripening.ripe({{"a", 6, 2}}, began + 11s), Paths{"a"});
}

TEST(Ripening, AnEmptyFileHasOnlyBeenBegun) {
  Ripening ripening(0s);
  EXPECT_EQ(ripening.ripe({{"a", 0, 1}, {"b", 1, 1}}, {}), Paths{"b"});
  EXPECT_TRUE(ripening.waiting());
}

TEST(WatchedFolder, LinksPipesHiddenFilesAndWhatIsDoneAreNoScans) {
  const test::TempDir dir;
  for (const char* name : {"a.pdf", "sub/b.pdf", ".c.pdf", "done/d.pdf", "failed/e.pdf"})
    test::write_file(dir / ("in/" + std::string(name)), test::pdf(name));
  std::filesystem::create_symlink("a.pdf", dir / "in/link.pdf");
  Paths found;
  for (const FileLook& look : look_into(dir / "in")) found.push_back(look.path);
  EXPECT_EQ(found, (Paths{dir / "in/a.pdf", dir / "in/sub/b.pdf"}));
  EXPECT_THROW(look_into(dir / "nowhere"), Error);
}

TEST(WatchedFolder, AFileIsPutAwayByItsOutcomeAndNeverOverAnother) {
  const test::TempDir dir;
  const auto outcome_of = [&](const std::string& name, Outcome what) {
    test::write_file(dir / ("in/" + name), name);
    FileOutcome outcome;
    outcome.path = dir / ("in/" + name);
    outcome.outcome = what;
    outcome.reason = "hỏng";
    return outcome;
  };
  const std::string folder = dir / "in";
  EXPECT_EQ(put_away(folder, outcome_of("s/a.pdf", Outcome::imported)), dir / "in/done/s/a.pdf");
  EXPECT_EQ(put_away(folder, outcome_of("s/a.pdf", Outcome::duplicate)),
            dir / "in/done/s/a (2).pdf");
  EXPECT_EQ(put_away(folder, outcome_of("b.pdf", Outcome::failed)), dir / "in/failed/b.pdf");
  EXPECT_NE(files::read(dir / "in/failed/b.pdf.LY-DO.txt").find("hỏng"), std::string::npos);
  EXPECT_EQ(put_away(folder, outcome_of("c.pdf", Outcome::refused)), "");
}

}  // namespace
}  // namespace vanthu
