// SPDX-License-Identifier: GPL-3.0-or-later
// A batch in a process of its own, killed by SIGKILL before every single step: of the disk, of the
// catalogue, of its journal, of the index, of taking sources away. What then stands is looked at
// before and after the next start.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <atomic>
#include <functional>
#include <set>

#include "archive/import.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

constexpr int kNever = 1 << 20;
constexpr const char* kSecret = "mat.pdf";

Reading fake_read(const Scan& scan) {
  const std::string name = files::name_of(scan.name);
  Reading reading = test::reading_of(scan.bytes, name);
  reading.dispatches[0].number = test::read_as(name.substr(0, name.find('.')) + "/UBND-VX");
  if (name == kSecret) reading.dispatches[0].secret = test::read_as("MẬT");
  return reading;
}

class Kill : public ::testing::TestWithParam<bool> {  // with --move, and without
 protected:
  // A folder for one kill: two papers and a secret one, the archive still empty.
  struct Place {
    test::TempDir dir;
    std::vector<std::string> names = {"1.pdf", "2.pdf", kSecret};
    Place() {
      Archive::init(dir / "kho", "lan");
      for (const std::string& name : names) test::write_file(source(name), test::pdf(name));
    }
    std::string source(const std::string& name) const { return dir / ("in/" + name); }
    std::string index() const { return dir / "index"; }
  };

  static void import(const Place& place) {
    Archive archive = Archive::open(place.dir / "kho", {Mode::write});
    ImportOptions options;
    options.jobs = 1;
    options.move = GetParam();
    options.by = "lan";
    options.quarantine = place.dir / "cach ly";
    options.index_every = 1;
    ImportHands hands;
    hands.read = fake_read;
    std::set<std::string> waiting;
    hands.index = [&](const Reading& reading, const std::vector<Access>&) {
      waiting.insert(reading.sha256);
    };
    hands.commit_index = [&] {  // one file a document: as durable as an index is
      for (const std::string& sha256 : waiting) test::write_file(place.index() + "/" + sha256, "");
      waiting.clear();
    };
    import_files(archive, expand_sources({place.dir / "in"}), hands, options);
  }

  // True when the batch came to its end before its step `last`.
  static bool import_until(const Place& place, int last) {
    const pid_t child = fork();
    if (child == 0) {
      std::atomic<int> step = 0;
      files::set_step_hook([&](std::string_view, const std::string&) {
        if (step++ >= last) raise(SIGKILL);
      });
      try {
        import(place);
      } catch (const std::exception&) {
        _exit(1);
      }
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "step " << last;
    return WIFEXITED(status);
  }

  static std::string digest(const std::string& name) { return sha256_hex(test::pdf(name)); }

  // Each paper is where it was or wholly in the archive; of the secret nothing is in there.
  static void expect_nothing_lost(const Place& place, int last) {
    const Archive archive = Archive::open(place.dir / "kho", {Mode::read});
    for (const std::string name : {"1.pdf", "2.pdf"}) {
      const bool kept = archive.has(digest(name));
      EXPECT_TRUE(kept || files::exists(place.source(name))) << name << ", step " << last;
      if (!kept) continue;
      const std::string id = archive.resolve(digest(name).substr(0, 12));
      EXPECT_EQ(files::read(archive.original(id).path), test::pdf(name)) << "step " << last;
      EXPECT_EQ(archive.reading(id).sha256, digest(name));
    }
    EXPECT_TRUE(files::exists(place.source(kSecret)) ||
                files::exists(place.dir / ("cach ly/" + std::string(kSecret))))
        << "step " << last;
    EXPECT_FALSE(test::stands_under(place.dir / "kho", digest(kSecret))) << "step " << last;
  }

  static void expect_all_done(const Place& place, int last) {
    Archive archive = Archive::open(place.dir / "kho", {Mode::write});
    EXPECT_EQ(archive.verify(), std::vector<Fault>{}) << "step " << last;
    EXPECT_EQ(archive.counts().documents, 2) << "step " << last;
    EXPECT_TRUE(archive.catalogue().unindexed().empty()) << "step " << last;
    EXPECT_EQ(files::names_in(place.index()).size(), 2U) << "step " << last;
    EXPECT_TRUE(files::names_in(place.dir / "kho/staging").empty()) << "step " << last;
    for (const char* name : {"1.pdf", "2.pdf"})
      EXPECT_EQ(files::exists(place.source(name)), !GetParam()) << name << ", step " << last;
  }
};

TEST_P(Kill, ABatchKilledBeforeAnyStepLosesNothingAndIsFinishedByTheNext) {
  bool finished = false;
  int kills = 0;
  for (int last = 0; !finished && !HasFailure(); ++last) {
    const Place place;
    finished = import_until(place, last);
    kills += finished ? 0 : 1;
    expect_nothing_lost(place, last);
    ASSERT_TRUE(import_until(place, kNever));
    expect_all_done(place, last);
  }
  EXPECT_GT(kills, 60);
}

TEST_P(Kill, ABatchKilledAgainAndAgainComesToItsEnd) {
  for (int stride : {7, 13, 29}) {
    const Place place;
    int kills = 0;
    for (int last = stride; !import_until(place, last) && kills < 100; ++kills, last += 3)
      expect_nothing_lost(place, last);
    expect_all_done(place, stride);
  }
}

INSTANTIATE_TEST_SUITE_P(Move, Kill, ::testing::Bool());

// The disk is full at one step and has room again at the next: a living archive goes on.
TEST(FullDisk, AtAnyStepTheArchiveStaysWholeAndTheFileCanBeKeptLater) {
  const auto keep = [](Archive& archive, const std::string& what) {
    return archive.keep({what + ".pdf", test::pdf(what)}, test::reading_of(test::pdf(what)), "lan");
  };
  bool finished = false;
  for (int last = 0; !finished; ++last) {
    const test::TempDir dir;
    Archive archive = test::fresh_archive(dir / "kho");
    int step = 0;
    files::set_step_hook([&](std::string_view, const std::string& path) {
      if (step++ == last) throw Error(Code::io, "no space left for " + path);
    });
    try {
      keep(archive, "a");
      finished = step <= last;
    } catch (const Error& error) {
      EXPECT_EQ(error.code, Code::io);
    }
    files::set_step_hook({});
    keep(archive, "b");
    keep(archive, "a");
    ASSERT_EQ(archive.counts().documents, 2) << "full at step " << last;
    ASSERT_EQ(archive.verify(), std::vector<Fault>{}) << "full at step " << last;
    ASSERT_TRUE(files::names_in(dir / "kho/staging").empty()) << "full at step " << last;
    ASSERT_LT(last, 200);
  }
}

}  // namespace
}  // namespace vanthu
