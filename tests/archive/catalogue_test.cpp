// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/catalogue.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

DocumentRow document_of(const Reading& reading) {
  DocumentRow row;
  row.sha256 = reading.sha256;
  row.name = "scan.pdf";
  row.ext = "pdf";
  row.bytes = 5'000'000'000;  // more than 32 bits hold
  row.imported_at = "2026-03-09T02:05:00Z";
  return row;
}

class CatalogueTest : public ::testing::Test {
 protected:
  test::TempDir dir_;
  Catalogue catalogue_ = Catalogue::open(dir_ / "danh mục.sqlite", true);
};

TEST_F(CatalogueTest, RowsComeBackAsTheyWentIn) {
  Reading reading = test::reading_of("a");
  Dispatch& d = reading.dispatches[0];
  d.pages = {1, 2, 5};
  d.complete = false;
  d.attached_to = "b.1";
  d.circulation = test::read_as("LƯU HÀNH NỘI BỘ");
  d.number.confidence = 0.2;
  d.number.candidates = {{"3795'; DROP TABLE audit; --", 0.2}};
  catalogue_.put({document_of(reading), reading});
  EXPECT_EQ(catalogue_.document(reading.sha256), document_of(reading));
  EXPECT_EQ(catalogue_.dispatches(), dispatch_rows(reading));
  EXPECT_EQ(catalogue_.dispatches().at(0).access, Access::unit);
  ASSERT_EQ(catalogue_.review(0).size(), 1U);
  EXPECT_EQ(catalogue_.review(0)[0].doubt, doubts_of(d).at(0));
}

TEST_F(CatalogueTest, PuttingAgainReplaces) {
  Reading reading = test::reading_of("a");
  catalogue_.put({document_of(reading), reading});
  reading.dispatches[0].subject = test::read_as("khác");
  catalogue_.put({document_of(reading), reading});
  EXPECT_EQ(catalogue_.counts().dispatches, 1);
  EXPECT_EQ(catalogue_.dispatches().at(0).subject, "khác");
}

TEST_F(CatalogueTest, ReviewIsWorstFirstOverAllPapers) {
  Reading a = test::reading_of("a"), b = test::reading_of("b");
  a.dispatches[0].signer = {};
  b.dispatches[0].number = {};
  catalogue_.put({document_of(a), a});
  catalogue_.put({document_of(b), b});
  const auto rows = catalogue_.review(0);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].doubt.field, "number");
  EXPECT_EQ(catalogue_.review(1).size(), 1U);
}

TEST_F(CatalogueTest, TheJournalKeepsItsOrderAndItsBytes) {
  catalogue_.journal({"b1", 2, "ff00", "failed", "hỏng", "", "t"});
  catalogue_.journal({"b1", 1, "61", "imported", "", "abc", "t"});
  const auto rows = catalogue_.journal_of("b1");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].path_bytes, "ff00");
  EXPECT_TRUE(catalogue_.journal_of("b2").empty());
}

TEST_F(CatalogueTest, OpeningAgainFindsEverything) {
  const Reading reading = test::reading_of("a");
  catalogue_.put({document_of(reading), reading});
  const Catalogue again = Catalogue::open(dir_ / "danh mục.sqlite", true);
  EXPECT_EQ(again.dispatches().size(), 1U);
}

TEST_F(CatalogueTest, AFileThatIsNoDatabaseIsCorrupt) {
  test::write_file(dir_ / "bad.sqlite", std::string(5000, 'x'));
  try {
    Catalogue::open(dir_ / "bad.sqlite", true);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::corrupt);
  }
}

TEST(SameKey, NeedsNumberIssuerAndYear) {
  Reading reading = test::reading_of("a");
  EXPECT_FALSE(dispatch_rows(reading)[0].same_key.empty());
  const std::string key = dispatch_rows(reading)[0].same_key;
  reading.dispatches[0].issuer = test::read_as("Ủy ban nhân dân  tỉnh Ninh Thuận");
  EXPECT_EQ(dispatch_rows(reading)[0].same_key, key)
      << "case and blanks are not what tells bodies apart";
  reading.dispatches[0].date = test::read_as("--09-09");
  EXPECT_TRUE(dispatch_rows(reading)[0].same_key.empty());
  reading.dispatches[0].date = test::read_as("2019-09");
  reading.dispatches[0].number = test::read_as("/UBND-VXNV");
  EXPECT_TRUE(dispatch_rows(reading)[0].same_key.empty()) << "a number without digits is none";
}

}  // namespace
}  // namespace vanthu
