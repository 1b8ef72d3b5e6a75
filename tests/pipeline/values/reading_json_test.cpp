// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reading_json.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"

namespace vanthu {
namespace {

Reading full_reading() {
  Reading r;
  r.made_by = {"1", "engine", R"({"ink":true})"};
  r.file = "công văn.pdf";
  r.sha256 = std::string(64, 'a');
  PageReading page;
  page.width = 100, page.height = 200, page.dpi = 300, page.skew = -0.5,
  page.warnings = {"low_dpi"};
  Line line;
  line.box = {1, 2, 3, 4};
  line.words = {{"để", "đề", {1, 2, 3, 4}, 0.5}, {"x", "", {2, 2, 1, 4}, 1}};
  page.lines = {line};
  page.text = "để x\n";
  r.pages = {page};
  Dispatch d;
  d.id = "aaaaaaaaaaaa.1";
  d.pages = {1};
  d.number.value = "3795/UBND-VXNV";
  d.number.status = Status::handwritten;
  d.number.page = 1;
  d.number.boxes = {{5, 6, 7, 8}};
  d.number.evidence = {{"digits", "3795", 0.75}};
  d.number.candidates = {{"3796/UBND-VXNV", 0.125}};
  d.date.corrected = Correction{"chi Lan", "2026-01-02T03:04:05+07:00"};
  d.to.push_back(d.number);
  d.copies.push_back({d.number, "b/c", "điện tử"});
  d.signers.push_back({d.number, d.date, "approves"});
  d.stamps.emplace_back();
  d.stamps[0].box = {1, 1, 2, 2};
  Citation cite;
  cite.number = "11-CT/TW";
  cite.raw = "Chỉ thị 11-CT/TW";
  cite.resolved = "bbbbbbbbbbbb.1";
  d.cites = {cite};
  r.dispatches = {d};
  return r;
}

TEST(ReadingJson, ComesBackWhole) {
  const Reading before = full_reading();
  EXPECT_EQ(reading_from_json(to_json(before)), before);
  EXPECT_EQ(reading_from_json(to_json(before, 2)), before);
}

TEST(ReadingJson, EveryNamedFieldIsWrittenAndFound) {
  Dispatch d;
  for (const NamedField& named : named_fields()) {
    EXPECT_NE(to_json(d).find('"' + std::string(named.name) + "\":"), std::string::npos)
        << named.name;
    EXPECT_EQ(find_field(d, named.name), &(d.*named.field));
  }
  EXPECT_EQ(find_field(d, "to"), nullptr);
}

TEST(ReadingJson, AbsentValueIsNull) {
  EXPECT_NE(to_json(Dispatch{}).find(R"("number":{"value":null)"), std::string::npos);
}

TEST(ReadingJson, EveryFieldHasEveryKey) {
  EXPECT_NE(to_json(Dispatch{})
                .find(R"("raw":null,"page":null,"boxes":[],"evidence":[],"candidates":[]})"),
            std::string::npos);
}

TEST(ReadingJson, AValueReadWithoutChangeIsItsOwnRaw) {
  Dispatch d;
  d.place.value = "Hà Nội";
  d.place.status = Status::read;
  EXPECT_NE(to_json(d).find(R"("raw":"Hà Nội")"), std::string::npos);
  d.place.status = Status::inferred;
  EXPECT_EQ(to_json(d).find(R"("raw":"Hà Nội")"), std::string::npos);
}

TEST(ReadingJson, ReadingsThatLeaveEmptyKeysOutAreUnderstood) {
  const Reading r = reading_from_json(
      R"({"sha256":"x","pages":[],"dispatches":[{"pages":[1],"number":{"status":"absent"}}]})");
  EXPECT_EQ(r.dispatches.at(0).number.status, Status::absent);
  EXPECT_EQ(r.dispatches.at(0).number.page, 0);
}

TEST(ReadingJson, RubbishIsOneErrorOfBadInput) {
  for (const char* bad : {"", "{", "[]", "{}", R"({"sha256":"x","pages":[{}],"dispatches":[]})",
                          R"({"sha256":1,"pages":[],"dispatches":[]})"}) {
    try {
      reading_from_json(bad);
      FAIL() << bad;
    } catch (const Error& e) {
      EXPECT_EQ(e.code, Code::bad_input) << bad;
      EXPECT_FALSE(e.hint.empty());
    }
  }
}

TEST(ReadingJson, WordOnALineThatIsNotThereIsAnError) {
  EXPECT_THROW(reading_from_json(R"({"sha256":"x","dispatches":[],"pages":[{"page":1,"width":1,
      "height":1,"lines":[],"words":[{"text":"a","box":[0,0,1,1],"line":3}]}]})"),
               Error);
}

TEST(ReadingJson, UnknownKeysArePassedOver) {
  EXPECT_NO_THROW(
      reading_from_json(R"({"sha256":"x","pages":[],"dispatches":[],"later":{"a":1}})"));
}

}  // namespace
}  // namespace vanthu
