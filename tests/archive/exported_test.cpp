// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/exported.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "archive/arrive.h"
#include "archive/assign.h"
#include "archive/edxml.h"
#include "support.h"

namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string cell(const ExportRow& row, const std::string& name) {
  const auto at = std::ranges::find_if(
      kExportColumns, [&](const ExportColumn& column) { return column.name == name; });
  return row.at(static_cast<std::size_t>(at - kExportColumns.begin()));
}

class Exported : public ::testing::Test {
 protected:
  std::string keep(const std::string& what, const std::function<void(Dispatch&)>& change = {}) {
    Reading reading = test::reading_of(test::pdf(what));
    if (change) change(reading.dispatches[0]);
    return archive_.keep({what + ".pdf", test::pdf(what)}, reading, "lan").dispatches.at(0).id;
  }
  ExportPaper paper(const std::string& id) const {
    return export_papers(archive_, archive_.row(id).sha256, us_).at(0);
  }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
  OurAgency us_{"H43.02", "Sở Y tế"};
};

TEST(NumberParts, AreCutAtTheFirstSlashOrDash) {
  const auto parts = [](const char* number) {
    const NumberParts out = code_parts(number);
    return out.number + " " + out.notation;
  };
  EXPECT_EQ(parts("3795/UBND-VXNV"), "3795 UBND-VXNV");
  EXPECT_EQ(parts("11-CT/TW"), "11 CT/TW");
  EXPECT_EQ(parts("05/2024/QĐ-UBND"), "05 2024/QĐ-UBND");
  EXPECT_EQ(parts("/UBND"), " UBND");
  EXPECT_EQ(parts("17"), "17 ");
}

TEST(Priority, IsTheNumberOfTheMark) {
  const auto of = [](const char* mark) { return priority_of(test::read_as(mark)); };
  EXPECT_EQ(of("KHẨN"), "1");
  EXPECT_EQ(of("THƯỢNG KHẨN"), "2");
  EXPECT_EQ(of("HOẢ TỐC"), "3");
  EXPECT_EQ(of("HỎA TỐC HẸN GIỜ"), "4");
  EXPECT_EQ(priority_of(test::absent()), "0");
  Field unread;
  unread.status = Status::unreadable;
  EXPECT_EQ(priority_of(unread), "") << "a mark that nobody could read is not none";
}

TEST_F(Exported, APaperStandsUnderTheNamesOfTheDecree) {
  const std::string id = keep("a");
  arrive(archive_, id, {"", "lan", "2026-03-09", 17});
  assign(archive_, id, {"Phòng VX", "2026-03-10", "họp 14 giờ", {}}, "lan");
  const ExportRow row = export_row(paper(id), us_);
  EXPECT_EQ(cell(row, "DocCode"), id);
  EXPECT_EQ(cell(row, "OrganId"), "H43.02");
  EXPECT_EQ(cell(row, "FileCatalog"), "2019");
  EXPECT_EQ(cell(row, "TypeName"), "CÔNG VĂN");
  EXPECT_EQ(cell(row, "CodeNumber"), "3795");
  EXPECT_EQ(cell(row, "CodeNotation"), "UBND-VXNV");
  EXPECT_EQ(cell(row, "IssuedDate"), "09/09/2019");
  EXPECT_EQ(cell(row, "OrganName"), "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
  EXPECT_EQ(cell(row, "PageAmount"), "1");
  EXPECT_EQ(cell(row, "ArrivalDate"), "09/03/2026");
  EXPECT_EQ(cell(row, "ArrivalNumber"), "17");
  EXPECT_EQ(cell(row, "ToPlaces"), "Phòng VX");
  EXPECT_EQ(cell(row, "TraceHeaderList"), "chuyển Phòng VX ngày 10/03/2026");
  EXPECT_EQ(cell(row, "Description"), "họp 14 giờ");
  EXPECT_EQ(cell(row, "Sha256"), sha256_hex(test::pdf("a")));
}

TEST_F(Exported, WhatIsNotKnownIsEmpty) {
  const std::string id = keep("a", [](Dispatch& d) {
    d.number = d.issuer = d.due = Field();
    d.date.value = "--09-09";
  });
  const ExportRow row = export_row(paper(id), {});
  for (const char* name : {"OrganId", "FileCatalog", "CodeNumber", "OrganName", "ArrivalDate",
                           "ArrivalNumber", "DueDate", "Fonds"})
    EXPECT_EQ(cell(row, name), "") << name;
  EXPECT_THAT(cell(row, "Doubtful"), HasSubstr("number"));
}

TEST_F(Exported, TheLastListOfTheShelfCounts) {
  const std::string id = keep("a"), sha256 = archive_.row(id).sha256;
  archive_.add_typed(sha256, {"ke-3.csv", 2, "lan", "", {{"fonds", "12"}, {"box", "7"}}, {}});
  archive_.add_typed(sha256, {"ke-3b.csv", 2, "lan", "", {{"box", "8"}}, {}});
  const ExportRow row = export_row(paper(id), us_);
  EXPECT_EQ(cell(row, "Fonds"), "12");
  EXPECT_EQ(cell(row, "Box"), "8");
}

TEST_F(Exported, AnEdxmlHeadSaysWhatThePaperSays) {
  const std::string id = keep("a", [](Dispatch& d) {
    d.subject = test::read_as("phối hợp <triển khai> \"A & B\"");
    d.place = test::read_as("Ninh Thuận");
    d.copies = {{test::read_as("Như trên"), "", ""}};
    d.cites = {{"12/SYT-VP", "", "", "2019-08-20", "", "replies_to", "", 1, {}, {}}};
  });
  const std::string xml = edxml_of(paper(id), us_);
  EXPECT_THAT(xml, testing::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML:edXML "
                                       "xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\">"));
  EXPECT_THAT(xml, HasSubstr("<edXML:CodeNumber>3795</edXML:CodeNumber>"));
  EXPECT_THAT(xml, HasSubstr("<edXML:PromulgationDate>2019/09/09</edXML:PromulgationDate>"));
  EXPECT_THAT(xml, HasSubstr("<edXML:Subject>phối hợp &lt;triển khai&gt; &quot;A &amp; B&quot;<"));
  EXPECT_THAT(xml, HasSubstr("<edXML:OrganName>Sở Y tế</edXML:OrganName>"));
  EXPECT_THAT(xml, HasSubstr("<edXML:FullName>Lê Văn Bình</edXML:FullName>"));
  EXPECT_THAT(xml, HasSubstr("<edXML:Code>12/SYT-VP</edXML:Code>"));
  EXPECT_THAT(xml, HasSubstr("<edXML:Priority>0</edXML:Priority>"));
  EXPECT_THAT(xml, Not(HasSubstr("DueDate"))) << "what is not known is left out";
  EXPECT_EQ(std::ranges::count(xml, '<') % 2, 1) << "the declaration, and each element is closed";
}

TEST_F(Exported, AnEdxmlHeadNeedsNumberDateIssuerAndSubject) {
  EXPECT_TRUE(wanting_for_edxml(paper(keep("a")).dispatch).empty());
  const std::string id = keep("b", [](Dispatch& d) {
    d.number.value = "3795";
    d.date.value = "2019-09";
    d.issuer = d.subject = Field();
  });
  EXPECT_THAT(wanting_for_edxml(paper(id).dispatch),
              ElementsAre("number", "date", "issuer", "subject"));
}

}  // namespace
}  // namespace vanthu
