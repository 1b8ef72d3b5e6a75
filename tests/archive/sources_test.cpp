// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sources.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <map>

#include "archive/source_note.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

TEST(Sources, FoldersAreWalkedInNaturalOrder) {
  const test::TempDir dir;
  for (const char* name : {"scan 10.pdf", "scan 2.pdf", "hop 1/b.TIF", "hop 1/a.jpeg"})
    test::write_file(dir / (std::string("in/") + name), "x");
  const Sources sources = expand_sources({dir / "in"});
  EXPECT_EQ(sources.files,
            (std::vector<std::string>{dir / "in/hop 1/a.jpeg", dir / "in/hop 1/b.TIF",
                                      dir / "in/scan 2.pdf", dir / "in/scan 10.pdf"}));
}

TEST(Sources, WhatIsNoScanIsSkippedWithItsReason) {
  const test::TempDir dir;
  test::write_file(dir / "in/.an.pdf", "x");
  test::write_file(dir / "in/ghi chú.txt", "x");
  std::filesystem::create_symlink("/etc", dir / "in/link.pdf");
  ASSERT_EQ(::mkfifo((dir / "in/pipe.pdf").c_str(), 0600), 0);
  const Sources sources = expand_sources({dir / "in"});
  EXPECT_TRUE(sources.files.empty());
  std::map<std::string, std::string> why;
  for (const Skipped& s : sources.skipped) why[files::name_of(s.path)] = s.why;
  EXPECT_EQ(why[".an.pdf"], "hidden");
  EXPECT_EQ(why["ghi chú.txt"], "not a scan");
  EXPECT_EQ(why["link.pdf"], "link");
  EXPECT_EQ(why["pipe.pdf"], "not a file");
}

TEST(Sources, AScanUnderAnotherNameIsTaken) {
  const test::TempDir dir;
  test::write_file(dir / "in/no ending", test::pdf("x"));
  EXPECT_EQ(expand_sources({dir / "in"}).files.size(), 1U);
}

TEST(Sources, AFileNamedOutrightIsAlwaysTaken) {
  const test::TempDir dir;
  test::write_file(dir / "note.txt", "x");
  EXPECT_EQ(expand_sources({dir / "note.txt"}).files.size(), 1U);
  EXPECT_THROW(expand_sources({dir / "nothing.pdf"}), Error);
}

TEST(Sources, NamesMayHoldAnyBytes) {
  const test::TempDir dir;
  const std::string name = "c\xf4ng 'v\xe3n' \"1\".pdf";
  test::write_file(dir / ("in/" + name), "x");
  EXPECT_EQ(expand_sources({dir / "in"}).files.at(0), dir / ("in/" + name));
}

TEST(ReadFile, AFileOverTheLimitIsTooBig) {
  const test::TempDir dir;
  test::write_file(dir / "a", std::string(100, 'x'));
  EXPECT_EQ(read_file(dir / "a", 100).size(), 100U);
  EXPECT_THROW(read_file(dir / "a", 99), Error);
  EXPECT_THROW(read_file(dir / "b", 99), Error);
  EXPECT_THROW(read_file(dir / "", 99), Error);
}

TEST(Extension, TheBytesDecideWhereTheNameIsWrong) {
  EXPECT_EQ(extension_of("a.PDF", "%PDF-1.7"), "pdf");
  EXPECT_EQ(extension_of("a.jpg", "%PDF-1.7"), "pdf");
  EXPECT_EQ(extension_of("a.tiff", std::string("II*\0", 4)), "tiff");
  EXPECT_EQ(extension_of("a.tiff", "?"), "tiff");
  EXPECT_EQ(extension_of("a", "?"), "bin");
  EXPECT_EQ(extension_of("a.b/c", "?"), "bin");
  EXPECT_EQ(extension_of("a.\xf4\xe3", "?"), "bin");
}

}  // namespace
}  // namespace vanthu
