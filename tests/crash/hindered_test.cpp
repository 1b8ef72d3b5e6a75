// SPDX-License-Identifier: GPL-3.0-or-later
// What the system does to an import: no room, a catalogue that cannot be written, a second
// importer, a reading process killed from outside. Mounts need root; where they are refused, the
// test says so.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A file system of `kilobytes` at `path`, gone at the end.
class SmallDisk {
 public:
  SmallDisk(std::string path, int kilobytes) : path_(std::move(path)) {
    fs::create_directories(path_);
    mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, size(kilobytes).c_str()) == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  void grow(int kilobytes) const {
    mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, size(kilobytes).c_str());
  }

 private:
  static std::string size(int kilobytes) { return "size=" + std::to_string(kilobytes) + "k"; }
  std::string path_;
  bool mounted_ = false;
};

constexpr unsigned kFiles = 12;

void scans(const Place& place, const std::string& folder, unsigned from, unsigned to) {
  for (unsigned i = from; i < to; ++i) place.scan(folder + "/" + std::to_string(i) + ".png", i);
}

TEST(Hindered, AFullDiskEndsTheBatchSaysSoAndLosesNothing) {
  const Place place;
  for (const int kilobytes : {700, 900, 1200}) {
    const SmallDisk disk(place.archive(), kilobytes);
    if (!disk.mounted()) GTEST_SKIP() << "no file system can be mounted here";
    place.must({"init"});
    scans(place, "in", 0, kFiles);
    std::ofstream(place.archive() + "/ballast") << std::string(150'000, 'x');
    const Finished full =
        place.run({"import", "-j", "1", "--move", "--patience", "0", place.path("in")});
    EXPECT_EQ(full.code, 74) << full.out << full.err;
    EXPECT_THAT(full.err, HasSubstr("room"));
    fs::remove(place.archive() + "/ballast");
    disk.grow(64'000);
    for (unsigned i = 0; i < kFiles; ++i) {
      const bool there = fs::exists(place.path("in/" + std::to_string(i) + ".png"));
      if (!there) {
        EXPECT_GT(place.json({"list"})["total"], 0);
      }
    }
    place.must({"import", "--move", place.path("in")});
    EXPECT_EQ(place.json({"list"})["total"], kFiles) << kilobytes;
    EXPECT_TRUE(place.json({"verify"})["faults"].empty()) << kilobytes;
  }
}

TEST(Hindered, ACatalogueThatCannotBeWrittenStopsTheImportBeforeItsSources) {
  const Place place;
  place.must({"init"});
  scans(place, "in", 0, 3);
  const std::string catalogue = place.archive() + "/catalogue.sqlite";
  if (mount(catalogue.c_str(), catalogue.c_str(), nullptr, MS_BIND, nullptr) != 0)
    GTEST_SKIP() << "no file can be mounted here";
  mount(nullptr, catalogue.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr);
  const Finished hindered = place.run({"import", "--move", place.path("in")});
  umount2(catalogue.c_str(), MNT_DETACH);
  EXPECT_EQ(hindered.code, 74) << hindered.out << hindered.err;
  EXPECT_TRUE(fs::exists(place.path("in/0.png")));
  place.must({"import", "--move", place.path("in")});
  EXPECT_EQ(place.json({"list"})["total"], 3);
  EXPECT_TRUE(place.json({"verify"})["faults"].empty());
}

TEST(Hindered, TwoImportersAtOnceKeepEachFileOnce) {
  const Place place;
  place.must({"init"});
  scans(place, "a", 0, 8);
  scans(place, "b", 4, 12);
  Finished first, second;
  {
    const std::jthread one([&] { first = place.run({"import", place.path("a")}); });
    const std::jthread two([&] { second = place.run({"import", place.path("b")}); });
  }
  EXPECT_EQ(first.code, 0) << first.out << first.err;
  EXPECT_EQ(second.code, 0) << second.out << second.err;
  EXPECT_EQ(place.json({"list"})["total"], 12);
  EXPECT_TRUE(place.json({"verify"})["faults"].empty());
}

TEST(Hindered, ACorrectionGetsThroughWhileAnImportRuns) {
  const Place place;
  place.must({"init"});
  place.must({"import", place.scan("first.png", 99)});
  const std::string id = place.json({"list"})["dispatches"][0]["id"];
  scans(place, "in", 0, 20);
  Finished import;
  {
    const std::jthread running([&] { import = place.run({"import", place.path("in")}); });
    for (int n = 0; n < 5; ++n) place.must({"correct", id, "subject=lần " + std::to_string(n)});
  }
  EXPECT_EQ(import.code, 0) << import.out << import.err;
  EXPECT_EQ(place.json({"list"})["total"], 21);
  EXPECT_TRUE(place.json({"verify"})["faults"].empty());
}

TEST(Hindered, WhoMayNotWaitForAnotherWriterEndsWithCode75) {
  const Place place;
  place.must({"init"});
  const int held = open((place.archive() + "/lock").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(flock(held, LOCK_EX), 0);
  const std::string scan = place.scan("a.png", 1);
  EXPECT_EQ(place.run({"import", "--wait", "0", scan}).code, 75);
  close(held);
  place.must({"import", "--wait", "0", scan});
}

}  // namespace
}  // namespace vanthu::e2e
