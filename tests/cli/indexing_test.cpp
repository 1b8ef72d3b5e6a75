// SPDX-License-Identifier: GPL-3.0-or-later
// The index may be lost, damaged or killed in the making at any time: the archive makes it anew,
// the old one serves meanwhile, and nobody is told less than the archive holds.
#include "cli/indexing.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "pipeline/error.h"
#include "tests/archive/support.h"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

struct Killed {};

class Index : public testing::Test {
 protected:
  Index() {
    for (int n = 0; n < kPapers; ++n) keep(n);
    catch_up_index(archive_);
  }

  void keep(int n) {
    const std::string name = "paper " + std::to_string(n);
    Reading reading = test::reading_of(test::pdf(name), name + ".pdf");
    reading.dispatches.front().subject = test::read_as("khuyến học " + std::to_string(n));
    archive_.keep({name + ".pdf", test::pdf(name)}, reading, "lan");
  }

  std::size_t found(const std::string& query = "khuyen hoc") {
    std::size_t out = 0;
    ask_index(archive_, [&](Searcher& searcher) { out = searcher.search(query).total; });
    return out;
  }

  // As much of a rebuild as a kill after `papers` papers leaves behind.
  void rebuild_killed_after(std::size_t papers) {
    EXPECT_THROW(rebuild_index(archive_,
                               [&](std::size_t done) {
                                 if (done == papers) throw Killed();
                               }),
                 Killed);
  }

  // Every byte behind the headers of the tables.
  void damage() {
    for (const auto& file : fs::directory_iterator(archive_.index_path())) {
      if (file.path().extension() != ".glass") continue;
      std::fstream out(file.path(), std::ios::in | std::ios::out | std::ios::binary);
      out << std::string(static_cast<std::size_t>(file.file_size()), '\x5A');
    }
  }

  static constexpr int kPapers = 5;
  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
};

TEST_F(Index, ServesTheOldOneWhileTheNewOneIsMade) {
  Searcher reader = Searcher::open(archive_.index_path());
  std::size_t least = kPapers;
  rebuild_index(archive_, [&](std::size_t) {
    least = std::min({least, reader.search("khuyen hoc").total,
                      Searcher::open(archive_.index_path()).search("khuyen hoc").total});
  });
  EXPECT_EQ(least, static_cast<std::size_t>(kPapers));
  EXPECT_EQ(reader.search("khuyen hoc").total, static_cast<std::size_t>(kPapers));
  EXPECT_FALSE(fs::exists(archive_.index_path() + ".new"));
}

TEST_F(Index, KilledInTheMakingLosesNothing) {
  for (std::size_t after = 1; after <= kPapers; ++after) {
    rebuild_killed_after(after);
    EXPECT_EQ(found(), static_cast<std::size_t>(kPapers));
    EXPECT_TRUE(index_faults(archive_).empty());
  }
  keep(kPapers);
  EXPECT_EQ(found(), kPapers + 1u);
  EXPECT_EQ(rebuild_index(archive_).documents, kPapers + 1u);
  EXPECT_EQ(found(), kPapers + 1u);
}

TEST_F(Index, KilledBeforeThePapersAreMarkedIsCaughtUp) {
  archive_.forget_index();  // as between the swap and the marks
  keep(kPapers);
  EXPECT_EQ(found(), kPapers + 1u);
  EXPECT_TRUE(index_faults(archive_).empty());
}

TEST_F(Index, MissingIsMadeAnew) {
  fs::remove_all(archive_.index_path());
  EXPECT_EQ(found(), static_cast<std::size_t>(kPapers));
}

TEST_F(Index, DamagedIsMadeAnewByWhoeverAsks) {
  damage();
  EXPECT_EQ(found(), static_cast<std::size_t>(kPapers));
  EXPECT_TRUE(index_faults(archive_).empty());
}

TEST_F(Index, OfAnotherLayoutIsMadeAnew) {
  fs::remove_all(archive_.index_path());
  fs::create_directories(archive_.index_path());
  test::write_file(archive_.index_path() + "/iamglass", "an index of another time");
  EXPECT_EQ(found(), static_cast<std::size_t>(kPapers));
}

TEST_F(Index, ReadersGoOnWhileItIsMadeAnewAgainAndAgain) {
  std::size_t least = kPapers, asked = 0;
  std::thread reader([&] {
    Searcher searcher = Searcher::open(archive_.index_path());
    for (; asked < 200; ++asked) least = std::min(least, searcher.search("khuyen hoc").total);
  });
  for (int round = 0; round < 20; ++round) rebuild_index(archive_);
  reader.join();
  EXPECT_EQ(least, static_cast<std::size_t>(kPapers));
}

}  // namespace
}  // namespace vanthu::cli
