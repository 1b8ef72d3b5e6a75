// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/verify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

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
  VerifyOptions options;
  options.progress = [&](const VerifyProgress& p) { done = p.done, all = p.all; };
  EXPECT_TRUE(archive_.verify(options).empty());
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
  archive_.catalogue().replace_all([](DocumentFacts&) { return false; });
  EXPECT_TRUE(finds("CAT"));
}

TEST_F(Verify, ACatalogueThatTellsOtherwiseIsFound) {
  Reading other = archive_.newest_reading(archive_.row(id_).sha256);
  other.dispatches[0].subject = test::read_as("khác");
  archive_.catalogue().put({archive_.document(id_), other});
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

TEST_F(Verify, ManyThreadsTellTheSameInTheSameOrder) {
  for (int n = 0; n < 20; ++n) {
    const std::string bytes = test::pdf(std::to_string(n));
    archive_.keep({"x.pdf", bytes}, test::reading_of(bytes), "lan");
  }
  for (const std::string& path : test::files_under(dir_ / "kho/objects"))
    if (path.ends_with("v1/content/original.pdf")) test::write_file(path, "other");
  VerifyOptions four;
  four.jobs = 4;
  EXPECT_EQ(archive_.verify(four), archive_.verify());
  EXPECT_GE(archive_.verify().size(), 21U);
}

TEST_F(Verify, GoesOnBehindTheObjectItStoppedAt) {
  for (int n = 0; n < 9; ++n) {
    const std::string bytes = test::pdf(std::to_string(n));
    archive_.keep({"x.pdf", bytes}, test::reading_of(bytes), "lan");
  }
  std::string upto;
  std::size_t checked = 0;
  VerifyOptions first;
  first.progress = [&](const VerifyProgress& p) { upto = p.upto, checked = p.done; };
  first.stop = [&] { return checked >= 4; };
  archive_.verify(first);
  EXPECT_EQ(checked, 4U);
  VerifyOptions rest;
  rest.after = upto;
  std::vector<std::size_t> done;
  rest.progress = [&](const VerifyProgress& p) { done.push_back(p.done); };
  EXPECT_TRUE(archive_.verify(rest).empty());
  EXPECT_EQ(done, (std::vector<std::size_t>{5, 6, 7, 8, 9, 10}));
}

class Repair : public Verify {
 protected:
  Repaired repair() { return archive_.repair(archive_.verify(), "hoa"); }
  // Harmed, mended, and then as whole as before.
  void expect_mended(const std::function<void()>& harm) {
    harm();
    ASSERT_FALSE(archive_.verify().empty());
    const Repaired repaired = repair();
    EXPECT_FALSE(repaired.mended.empty());
    EXPECT_EQ(repaired.left, std::vector<Fault>{});
    EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
  }
};

TEST_F(Repair, RowsOfTheCatalogueComeFromTheObject) {
  expect_mended(
      [&] { archive_.catalogue().replace_all([](DocumentFacts&) { return false; }); });
  EXPECT_EQ(archive_.row(id_).number, "3795/UBND-VXNV");
}

TEST_F(Repair, AnInventoryComesFromItsOtherCopy) {
  expect_mended([&] { files::remove_tree(object_ + "/inventory.json"); });
  expect_mended([&] { test::write_file(object_ + "/inventory.json", "{"); });
  expect_mended([&] { files::remove_tree(object_ + "/inventory.json.sha512"); });
  expect_mended([&] { test::write_file(object_ + "/v1/inventory.json", "{"); });
  expect_mended([&] { files::remove_tree(object_ + "/v1/inventory.json.sha512"); });
}

TEST_F(Repair, ADeclarationIsWrittenAgain) {
  expect_mended([&] { files::remove_tree(object_ + "/0=ocfl_object_1.1"); });
  expect_mended([&] { test::write_file(object_ + "/0=ocfl_object_1.1", "x"); });
}

TEST_F(Repair, WhatWasMendedStandsInTheAuditTrail) {
  files::remove_tree(object_ + "/inventory.json");
  repair();
  const AuditRow last = archive_.audit().back();
  EXPECT_EQ(last.what, "repair");
  EXPECT_EQ(last.who, "hoa");
}

TEST_F(Repair, LostContentIsSaidAndLeftAlone) {
  const std::string path = object_ + "/v1/content/original.pdf";
  test::write_file(path, "other");
  const Repaired repaired = repair();
  EXPECT_TRUE(repaired.mended.empty());
  ASSERT_FALSE(repaired.left.empty());
  EXPECT_EQ(repaired.left.front().code, "E092");
  EXPECT_EQ(files::read(path), "other");
}

TEST_F(Repair, TwoBadInventoriesProveNothing) {
  test::write_file(object_ + "/inventory.json", "{");
  test::write_file(object_ + "/v1/inventory.json", "{");
  EXPECT_FALSE(repair().left.empty());
  EXPECT_EQ(files::read(object_ + "/inventory.json"), "{");
}

TEST_F(Repair, AnObjectThatIsGoneIsSaid) {
  files::remove_tree(object_);
  const Repaired repaired = repair();
  ASSERT_FALSE(repaired.left.empty());
  EXPECT_EQ(repaired.left.front().code, "CAT");
  EXPECT_TRUE(archive_.has(archive_.row(id_).sha256)) << "what is known of it is not thrown away";
}

}  // namespace
}  // namespace vanthu
