// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ocfl.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "archive/ocfl_check.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

class Ocfl : public ::testing::Test {
 protected:
  Ocfl() {
    OcflRoot::create(dir_ / "objects");
    files::make_folders(dir_ / "staging");
  }
  OcflRoot root() const { return {dir_ / "objects", dir_ / "staging"}; }
  void put(const std::vector<OcflFile>& files, const std::string& message = "import") const {
    root().stage(sha_, files, {"2026-03-09T02:05:00Z", message, "Nguyễn Thị Lan"});
    root().commit(sha_);
    root().settle(sha_);
  }
  void put_first() const { put({{"original.pdf", bytes_}, {"reading.json", "{}"}}); }
  std::string object() const { return root().object_path(sha_); }

  test::TempDir dir_;
  std::string bytes_ = "the bytes of a scan";
  std::string sha_ = sha256_hex(bytes_);
};

TEST_F(Ocfl, AnObjectLiesWhereItsDigestSays) {
  put_first();
  EXPECT_EQ(object(), dir_ / ("objects/" + sha_.substr(0, 3) + "/" + sha_.substr(3, 3) + "/" +
                              sha_.substr(6, 3) + "/" + sha_));
  EXPECT_EQ(files::read(object() + "/v1/content/original.pdf"), bytes_);
  EXPECT_EQ(files::read(object() + "/0=ocfl_object_1.1"), "ocfl_object_1.1\n");
}

TEST_F(Ocfl, WhatIsWrittenIsValidWithoutAWarning) {
  put_first();
  put({{"reading.json", "{\"a\":1}"}}, "correct");
  EXPECT_EQ(check_ocfl_object(object()), std::vector<Fault>{});
  EXPECT_EQ(check_ocfl_root(root().path()), std::vector<Fault>{});
}

TEST_F(Ocfl, ANewVersionWritesOnlyWhatChanged) {
  put_first();
  put({{"reading.json", "{\"a\":1}"}});
  EXPECT_FALSE(files::exists(object() + "/v2/content/original.pdf"));
  EXPECT_EQ(files::names_in(object() + "/v2/content"), std::vector<std::string>{"reading.json"});
  EXPECT_EQ(root().read(sha_, "original.pdf"), bytes_);
  EXPECT_EQ(root().read(sha_, "reading.json"), "{\"a\":1}");
  EXPECT_EQ(root().read(sha_, "reading.json", 1), "{}");
}

TEST_F(Ocfl, GoingBackToOlderBytesStoresNothingTwice) {
  put_first();
  put({{"reading.json", "{\"a\":1}"}});
  put({{"reading.json", "{}"}}, "undo");
  EXPECT_FALSE(files::exists(object() + "/v3/content"));
  EXPECT_EQ(root().read(sha_, "reading.json"), "{}");
  EXPECT_EQ(check_ocfl_object(object()), std::vector<Fault>{});
}

TEST_F(Ocfl, ThePersonAndTheReasonStandInTheVersion) {
  put_first();
  const InventoryVersion version = root().inventory(sha_).versions.at(0);
  EXPECT_EQ(version.user, "Nguyễn Thị Lan");
  EXPECT_EQ(version.message, "import");
  EXPECT_EQ(version.address.find(' '), std::string::npos) << "an address is a URI";
}

TEST_F(Ocfl, AMissingObjectIsNotFound) {
  try {
    root().inventory(std::string(64, '0'));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::not_found);
  }
}

TEST_F(Ocfl, NothingIsStagedAfterwards) {
  put_first();
  put({{"reading.json", "{\"a\":1}"}});
  EXPECT_TRUE(files::names_in(dir_ / "staging").empty());
}

TEST_F(Ocfl, EachDamageHasItsCode) {
  struct Damage {
    const char* code;
    std::function<void(const std::string&)> harm;
  };
  const std::vector<Damage> damages = {
      {"E092", [](const auto& o) { test::write_file(o + "/v1/content/original.pdf", "other"); }},
      {"E092", [](const auto& o) { files::remove_tree(o + "/v1/content/original.pdf"); }},
      {"E093", [](const auto& o) { test::write_file(o + "/v1/content/original.pdf", "other"); }},
      {"E023", [](const auto& o) { test::write_file(o + "/v1/content/extra.txt", "x"); }},
      {"E001", [](const auto& o) { test::write_file(o + "/extra.txt", "x"); }},
      {"E015", [](const auto& o) { test::write_file(o + "/v1/extra.txt", "x"); }},
      {"E046", [](const auto& o) { test::write_file(o + "/v2/content/x", "x"); }},
      {"E058", [](const auto& o) { files::remove_tree(o + "/inventory.json.sha512"); }},
      {"E061", [](const auto& o) { test::write_file(o + "/inventory.json.sha512", "x\n"); }},
      {"E060",
       [](const auto& o) {
         test::write_file(o + "/inventory.json", files::read(o + "/inventory.json") + " ");
       }},
      {"E063", [](const auto& o) { files::remove_tree(o + "/inventory.json"); }},
      {"E003", [](const auto& o) { files::remove_tree(o + "/0=ocfl_object_1.1"); }},
      {"E007", [](const auto& o) { test::write_file(o + "/0=ocfl_object_1.1", "ocfl\n"); }},
      {"E024", [](const auto& o) { files::make_folders(o + "/v1/content/empty"); }},
      {"E010", [](const auto& o) { files::remove_tree(o + "/v1"); }},
      {"W010", [](const auto& o) { files::remove_tree(o + "/v1/inventory.json"); }},
  };
  for (const Damage& damage : damages) {
    put_first();
    damage.harm(object());
    const auto faults = check_ocfl_object(object());
    EXPECT_TRUE(std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
      return fault.code == damage.code;
    })) << damage.code;
    files::remove_tree(object());
  }
}

TEST_F(Ocfl, StraysInTheRootAreSeen) {
  put_first();
  test::write_file(dir_ / ("objects/" + sha_.substr(0, 3) + "/stray.txt"), "x");
  files::make_folders(dir_ / "objects/fff");
  std::vector<std::string> codes;
  for (const Fault& fault : check_ocfl_root(root().path())) codes.push_back(fault.code);
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(codes, (std::vector<std::string>{"E073", "E084"}));
}

}  // namespace
}  // namespace vanthu
