// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "pipeline/fields/vocabulary_use.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> names(const std::vector<const CodedBody*>& bodies) {
  std::vector<std::string> out;
  for (const CodedBody* body : bodies) out.push_back(body->name);
  return out;
}

TEST(Vocabulary, ProvincesBeforeAndAfterTheMerger) {
  EXPECT_EQ(province("Kien Giang", "2019"), "Kiên Giang");
  EXPECT_EQ(province("Kiên Giang", "2025-06-30"), "Kiên Giang");
  EXPECT_EQ(province("Kiên Giang", "2025-07"), std::nullopt);
  EXPECT_EQ(province("Kiên Giang"), "Kiên Giang") << "ever";
  EXPECT_EQ(province("An Giang", "2026-01-01"), "An Giang");
  EXPECT_EQ(province("TP. Ho Chi Minh"), "Hồ Chí Minh");
  EXPECT_EQ(province("Đăk Lăk"), "Đắk Lắk");
  EXPECT_EQ(province("Dak Lak"), "Đắk Lắk");
  EXPECT_EQ(province("Hà Tây", "2007"), "Hà Tây");
  EXPECT_EQ(province("Hà Tây", "2009"), std::nullopt);
}

TEST(Vocabulary, SixtyThreeProvincesAndThirtyFour) {
  const auto in = [](std::string_view day) {
    const Tables tables = make_tables({});
    return std::count_if(tables.provinces.begin(), tables.provinces.end(),
                         [&](const Province& one) { return in_force(one.period, day); });
  };
  EXPECT_EQ(in("2019-06-01"), 63);
  EXPECT_EQ(in("2025-07-01"), 34);
}

TEST(Vocabulary, EveryProvinceThatEndedInTheMergerSaysWhereItWent) {
  for (const Province& one : make_tables({}).provinces)
    if (one.period.until == "2025-06-30") {
      EXPECT_TRUE(province(one.part_of, "2025-07-01")) << one.name;
    }
  EXPECT_EQ(province_now("Ninh Thuận", "2019-09-09"), "Ninh Thuận");
  EXPECT_EQ(province_now("Ninh Thuận", "2025-07-01"), "Khánh Hòa");
  EXPECT_EQ(province_now("Bến Tre", "2026-01-01"), "Vĩnh Long");
  EXPECT_EQ(province_now("Paris", "2026-01-01"), std::nullopt);
}

TEST(Vocabulary, CodesMeanWhatTheyMeantThen) {
  EXPECT_THAT(names(bodies_of_code("SVHTT", "2005")), ElementsAre("Sở Văn hóa - Thông tin"));
  EXPECT_THAT(names(bodies_of_code("SVHTT", "2018")), ElementsAre("Sở Văn hóa và Thể thao"));
  EXPECT_THAT(names(bodies_of_code("BNNMT", "2025-03")),
              ElementsAre("Bộ Nông nghiệp và Môi trường"));
  EXPECT_THAT(names(bodies_of_code("BNNMT", "2024")), IsEmpty());
  EXPECT_THAT(names(bodies_of_code("TW")), testing::SizeIs(testing::Gt(2u))) << "DOMAIN 3.2";
  EXPECT_THAT(names(bodies_of_code("XYZ")), IsEmpty());
}

TEST(Vocabulary, CodesOfKindsChangedIn2020) {
  ASSERT_NE(kind_of_code("UQ", false, "2015"), nullptr);
  EXPECT_EQ(kind_of_code("UQ", false, "2015")->name, "GIẤY ỦY QUYỀN");
  EXPECT_EQ(kind_of_code("UQ", false, "2021"), nullptr);
  EXPECT_EQ(kind_of_code("GUQ", false, "2021")->name, "GIẤY ỦY QUYỀN");
}

TEST(Vocabulary, StrokesComeBackWhereOneCodeHasTheLetters) {
  EXPECT_EQ(code_with_strokes("SGDDT"), "SGDĐT");
  EXPECT_EQ(code_with_strokes("HDND"), "HĐND");
  EXPECT_EQ(code_with_strokes("QD"), "QĐ");
  EXPECT_EQ(code_with_strokes("HD"), "HD") << "Hướng dẫn is one itself";
  EXPECT_EQ(code_with_strokes("DA"), "DA") << "Dự án is one itself";
  EXPECT_EQ(code_with_strokes("DTBXYZ"), "DTBXYZ") << "nobody's code";
}

TEST(Vocabulary, StrokesComeBackInEveryGroup) {
  EXPECT_EQ(notation_with_strokes("QD-UBND"), "QĐ-UBND");
  EXPECT_EQ(notation_with_strokes("2020/ND-CP"), "2020/NĐ-CP");
  EXPECT_EQ(notation_with_strokes("SGDDT-HD"), "SGDĐT-HD");
}

TEST(Vocabulary, AMisreadBodyIsTheOneOfItsCode) {
  EXPECT_EQ(body_near("SỞ GIÁO DUCC VÀ ĐÀ0 TẠO", "SGDĐT"), "SỞ GIÁO DỤC VÀ ĐÀO TẠO");
  EXPECT_EQ(body_near("SỞ GIÁO DUCC VÀ ĐÀ0 TẠO", "SYT"), std::nullopt) << "another code";
  EXPECT_EQ(body_near("SỞ GIÁO DỤC - ĐÀO TẠO", "SGDĐT"), std::nullopt) << "an old name";
  EXPECT_EQ(body_near("SỞ GIÁO DỤC VÀ CÔNG NGHỆ", "SGDĐT"), std::nullopt) << "words of others";
}

TEST(Vocabulary, DistrictsLendTheirMarks) {
  EXPECT_EQ(district("Phan Thiet"), "Phan Thiết");
  EXPECT_EQ(district("Thanh pho Phan Thiet"), "Thành phố Phan Thiết");
  EXPECT_EQ(district("Paris"), std::nullopt);
  EXPECT_EQ(restore_marks("UBND HUYỆN AN BIEN"), "UBND HUYỆN AN BIÊN");
}

TEST(Vocabulary, LostMarksComeBack) {
  EXPECT_EQ(restore_marks("SƠ Y TE"), "SỞ Y TẾ");
  EXPECT_EQ(restore_marks("BỘ NÔNG NGHIEP VÀ MỘI TRƯỜNG"), "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG");
  EXPECT_EQ(restore_marks("UỶ BAN NHAN DAN"), "UỶ BAN NHÂN DÂN") << "tone placement stays";
}

TEST(Vocabulary, WhatItDoesNotKnowStaysAsRead) {
  for (const char* name : {"CÔNG TY TNHH HOÀN VŨ", "TRUNG TÂM TRỢ GIÚP XYZ", "ĐOÀN THANH TRA SÔ 9",
                           "Cửa hàng Phương Nam", "HUYỆN LÊ VĂN TÁM"}) {
    EXPECT_EQ(restore_marks(name), name);
  }
}

TEST(Vocabulary, TwoPhrasesOfTheSameLettersRepairNothing) {
  const auto both = make_lexicon({{"phrases.tsv", "KHU VƯỜN MAI\nKHU VUÔN MÀI\n"}});
  const LexiconInUse use(both);
  EXPECT_EQ(restore_marks("KHU VUON MAI"), "KHU VUON MAI");
}

TEST(Vocabulary, AClerksRowsStandOverTheProgramsOwn) {
  const auto clerks = make_lexicon(
      {{"bodies.tsv",
        "# ours\nSở Thủy lợi Miền Núi\tSTLMN\t2020-01-01\nSở Y tế\tSYT;YT\n-Sở Du lịch\n"},
       {"family_names.tsv", "Smith\n"}});
  {
    const LexiconInUse use(clerks);
    EXPECT_THAT(names(bodies_of_code("STLMN")), ElementsAre("Sở Thủy lợi Miền Núi"));
    EXPECT_THAT(names(bodies_of_code("STLMN", "2019")), IsEmpty());
    EXPECT_THAT(names(bodies_of_code("YT")), ElementsAre("Sở Y tế"));
    EXPECT_THAT(names(bodies_of_code("SDL")), IsEmpty());
    EXPECT_EQ(restore_marks("SỞ THUY LOI MIỀN NÚI"), "SỞ THỦY LỢI MIỀN NÚI");
    EXPECT_TRUE(is_family_name("Smith"));
  }
  EXPECT_THAT(names(bodies_of_code("STLMN")), IsEmpty()) << "in use no more";
  EXPECT_FALSE(is_family_name("Smith"));
}

std::string fault_of(const VocabularyFiles& clerk) try {
  make_lexicon(clerk);
  return "none";
} catch (const Error& error) {
  EXPECT_EQ(error.code, Code::config);
  return error.what();
}

TEST(Vocabulary, ABadFileIsRefusedWithItsLine) {
  EXPECT_THAT(fault_of({{"bodies.tsv", "# x\nSở Y tế\tSYT\t2020-13-01\n"}}),
              HasSubstr("bodies.tsv, line 2: '2020-13-01' is no day"));
  EXPECT_THAT(fault_of({{"bodies.tsv", "Sở Y tế\tSYT\t2020-01-02\t2020-01-01\n"}}),
              HasSubstr("before the first"));
  EXPECT_THAT(fault_of({{"kinds.tsv", "THƯ\tT\tstaat\n"}}), HasSubstr("the rules"));
  EXPECT_THAT(fault_of({{"starts.tsv", "A\tB\n"}}), HasSubstr("too many columns"));
  EXPECT_THAT(fault_of({{"starts.tsv", "\tB\n"}}), HasSubstr("first column"));
  EXPECT_THAT(fault_of({{"starts.tsv", "\xff\xfe\n"}}), HasSubstr("UTF-8"));
  EXPECT_THAT(fault_of({{"body.tsv", "A\n"}}), HasSubstr("'body.tsv' is no vocabulary"));
}

TEST(Vocabulary, TheProgramsOwnFilesAreInOrder) {
  const Tables tables = make_tables({});
  for (const CodedBody& body : tables.bodies) {
    if (body.part_of.empty()) continue;
    EXPECT_TRUE(std::any_of(tables.bodies.begin(), tables.bodies.end(),
                            [&](const CodedBody& one) { return one.name == body.part_of; }))
        << body.name << " is part of " << body.part_of;
  }
  for (const PrintedKind& one : tables.printed)
    EXPECT_TRUE(std::any_of(tables.kinds.begin(), tables.kinds.end(), [&](const Kind& kind) {
      return kind.name == one.name;
    })) << one.printed;
  for (const auto& [name, text] : own_vocabulary()) EXPECT_EQ(nfc(text), text) << name;
}

}  // namespace
}  // namespace vanthu::fields
