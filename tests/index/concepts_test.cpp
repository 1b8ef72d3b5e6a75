// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/concepts.h"

#include <gmock/gmock.h>

namespace vanthu {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> named(const std::string& text, bool typed = false) {
  std::vector<std::string> out;
  for (const Mention& m : concepts_in(text, analyse(text).syllables, typed))
    out.push_back(m.what->key);
  return out;
}

TEST(Concepts, AreFoundByTheirFullNameAndTheirShortForm) {
  EXPECT_THAT(named("Chủ tịch Ủy ban nhân dân tỉnh"), ElementsAre("uybannhandan"));
  EXPECT_THAT(named("Chủ tịch UBND tỉnh"), ElementsAre("uybannhandan"));
  EXPECT_THAT(named("CHU TICH UY BAN NHAN DAN"), ElementsAre("uybannhandan"));
  EXPECT_THAT(named("V/v khuyến học"), ElementsAre("veviec"));
}

TEST(Concepts, AShortFormInsideALongNameIsUnderstood) {
  for (const char* text : {"Sở Giáo dục và Đào tạo", "Sở GDĐT", "Sở GD&ĐT", "SGDĐT"})
    EXPECT_THAT(named(text), Contains("sogiaoducvadaotao")) << text;
}

TEST(Concepts, OtherMarksAndOtherCaseNameNothing) {
  EXPECT_THAT(named("kê hoạch"), IsEmpty());
  EXPECT_THAT(named("ubnd tỉnh"), IsEmpty());
  EXPECT_THAT(named("ubnd tinh", true), ElementsAre("uybannhandan"));
  EXPECT_THAT(named("tu", true), IsEmpty());
  EXPECT_THAT(named("TU", true), Contains("tinhui").Times(0));
}

TEST(Concepts, OneShortFormOfTwoThingsNamesBoth) {
  EXPECT_THAT(named("CT", true), Contains("chithi"));
  EXPECT_THAT(named("CT", true), Contains("congthuong"));
  EXPECT_THAT(named("Công Thương", true), Not(Contains("chithi")));
}

TEST(Concepts, KnowWhatTheyTookOver) {
  const Concept* now = find_concept("sonongnghiepvamoitruong");
  ASSERT_NE(now, nullptr);
  std::vector<std::string> old;
  for (const Concept* one : now->took_over) old.push_back(one->key);
  EXPECT_THAT(old, ElementsAre("sonongnghiepvaphattriennongthon", "sotainguyenvamoitruong"));
  EXPECT_EQ(find_concept("khanhhoa")->took_over.front()->key, "ninhthuan");
  EXPECT_EQ(find_concept("khong"), nullptr);
}

}  // namespace
}  // namespace vanthu
