// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/verify.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support.h"

namespace vanthu {
namespace {

class Verify : public ::testing::Test {
 protected:
  Verify() {
    const Kept kept =
        archive_.keep({"a.pdf", test::pdf("a")}, test::reading_of(test::pdf("a")), "lan");
    id_ = kept.dispatches.at(0).id;
    const std::string original = archive_.original(id_).path;
    object_ = original.substr(0, original.find("/v1/"));
  }
  bool finds(const std::string& code) const {
    const auto faults = archive_.verify();
    return std::any_of(faults.begin(), faults.end(),
                       [&](const Fault& f) { return f.code == code; });
  }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
  std::string id_, object_;
};

TEST_F(Verify, OneFaultIsToldOnce) {
  files::remove_tree(archive_.original(id_).path);
  const auto faults = archive_.verify_one(id_);
  for (const Fault& fault : faults)
    EXPECT_EQ(std::count(faults.begin(), faults.end(), fault), 1) << fault.message;
}

TEST_F(Verify, AWholeArchiveHasNoFault) {
  std::size_t done = 0, all = 0;
  EXPECT_TRUE(archive_.verify([&](std::size_t d, std::size_t a) { done = d, all = a; }).empty());
  EXPECT_EQ(done, 1U);
  EXPECT_EQ(all, 1U);
  EXPECT_TRUE(archive_.verify_one(id_).empty());
}

TEST_F(Verify, AFlippedByteIsFound) {
  const std::string path = object_ + "/v1/content/original.pdf";
  std::string bytes = files::read(path);
  bytes[7] = static_cast<char>(bytes[7] ^ 1);
  test::write_file(path, bytes);
  EXPECT_TRUE(finds("E092"));
  EXPECT_EQ(archive_.verify_one(id_).at(0).object, "urn:vanthu:sha256:" + archive_.row(id_).sha256);
}

TEST_F(Verify, AMissingFileIsFound) {
  files::remove_tree(object_ + "/v1/content/reading.json");
  EXPECT_TRUE(finds("E092"));
}

TEST_F(Verify, AnExtraFileIsFound) {
  test::write_file(object_ + "/v1/content/lạ.txt", "x");
  EXPECT_TRUE(finds("E023"));
}

TEST_F(Verify, AnObjectThatIsGoneIsFound) {
  files::remove_tree(object_);
  EXPECT_TRUE(finds("CAT"));
}

TEST_F(Verify, AnObjectTheCatalogueDoesNotKnowIsFound) {
  archive_.catalogue().replace_all([](DocumentRow&, Reading&) { return false; });
  EXPECT_TRUE(finds("CAT"));
}

TEST_F(Verify, ACatalogueThatTellsOtherwiseIsFound) {
  Reading other = archive_.newest_reading(archive_.row(id_).sha256);
  other.dispatches[0].subject = test::read_as("khác");
  archive_.catalogue().put(archive_.document(id_), other);
  EXPECT_TRUE(finds("CAT"));
}

TEST_F(Verify, AnObjectUnderAnothersNameIsFound) {
  const std::string other = sha256_hex("other");
  const std::string to = object_.substr(0, object_.size() - 64 - 12) + other.substr(0, 3) + "/" +
                         other.substr(3, 3) + "/" + other.substr(6, 3) + "/" + other;
  std::filesystem::create_directories(std::filesystem::path(to).parent_path());
  std::filesystem::copy(object_, to, std::filesystem::copy_options::recursive);
  EXPECT_TRUE(finds("CAT"));
}

}  // namespace
}  // namespace vanthu
