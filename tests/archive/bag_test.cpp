// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag.h"

#include <gtest/gtest.h>

#include "archive/clock.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

std::string file(const std::string& bag, const std::string& name) {
  return files::read(files::join(bag, name));
}

TEST(BagTest, TellsItsPayloadWithDigestsAndSize) {
  const test::TempDir dir;
  const std::string path = dir / "ban-giao";
  {
    Bag bag(path);
    bag.put("1f3a/original.pdf", "abc");
    bag.put("dispatches.csv", "defg");
    bag.finish({{"Source-Organization", "Sở Y tế\nNinh Thuận"}, {"Contact-Name", ""}});
  }
  EXPECT_EQ(file(path, "data/1f3a/original.pdf"), "abc");
  EXPECT_EQ(file(path, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  EXPECT_EQ(file(path, "bag-info.txt"), "Source-Organization: Sở Y tế Ninh Thuận\nBagging-Date: " +
                                            today() + "\nPayload-Oxum: 7.2\n");
  EXPECT_EQ(file(path, "manifest-sha512.txt"), sha512_hex("abc") + "  data/1f3a/original.pdf\n" +
                                                   sha512_hex("defg") + "  data/dispatches.csv\n");
  std::string tags;
  for (const char* name : {"bagit.txt", "bag-info.txt", "manifest-sha512.txt"})
    tags += sha512_hex(file(path, name)) + "  " + name + "\n";
  EXPECT_EQ(file(path, "tagmanifest-sha512.txt"), tags);
  EXPECT_EQ(test::files_under(path).size(), 6U);
}

TEST(BagTest, IsThereWholeOrNotAtAll) {
  const test::TempDir dir;
  {
    Bag bag(dir / "bag");
    bag.put("a", "abc");
  }
  EXPECT_FALSE(files::exists(dir / "bag"));
  EXPECT_TRUE(files::names_in(dir / "").empty()) << "nothing half done is left beside it";
}

TEST(BagTest, NeverLiesOverWhatIsThere) {
  const test::TempDir dir;
  test::write_file(dir / "full/mine", "x");
  for (const char* taken : {"full", "full/mine", "full/mine/below"}) {
    try {
      Bag bag(dir / taken);
      ADD_FAILURE() << taken;
    } catch (const Error& error) {
      EXPECT_EQ(error.code, Code::cannot_create) << taken;
    }
  }
  files::make_folders(dir / "empty");
  Bag(dir / "empty").finish({});
  EXPECT_TRUE(files::exists(dir / "empty/bagit.txt"));
}

}  // namespace
}  // namespace vanthu
