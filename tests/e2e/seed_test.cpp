// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatch the project began with, and the plan bound behind it: every field that its paper
// says, and null where the paper does not say it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

class Seed : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Place place;
    place.environment.erase("VANTHU_ENGINE");
    const Finished read =
        place.run({"read", "--json", VANTHU_SOURCE_DIR "/samples/01-cong-van-kem-ke-hoach.pdf"});
    if (read.code == 0) reading_ = Json::parse(read.out);
  }
  void SetUp() override {
    if (reading_.is_null())
      GTEST_SKIP() << "tesseract has no Vietnamese here: apt-get install tesseract-ocr-vie";
  }
  static const Json& letter() { return reading_["dispatches"][0]; }
  static const Json& plan() { return reading_["dispatches"][1]; }
  static Json value(const Json& dispatch, const char* field) { return dispatch[field]["value"]; }
  static std::set<std::string> cited(const Json& dispatch) {
    std::set<std::string> out;
    for (const Json& cite : dispatch["cites"]) out.insert(cite["number"].get<std::string>());
    return out;
  }
  static Json reading_;
};
Json Seed::reading_;

TEST_F(Seed, IsALetterAndThePlanAttachedToIt) {
  ASSERT_EQ(reading_["dispatches"].size(), 2u);
  EXPECT_EQ(letter()["pages"], Json::array({1}));
  EXPECT_EQ(plan()["pages"], Json::array({2, 3, 4, 5}));
  EXPECT_EQ(plan()["attached_to"], letter()["id"]);
  EXPECT_TRUE(letter()["attached_to"].is_null());
}

TEST_F(Seed, TheHeadOfTheLetter) {
  EXPECT_EQ(value(letter(), "issuer"), "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
  EXPECT_EQ(letter()["parent"]["status"], "absent");
  EXPECT_EQ(value(letter(), "number"), "3795/UBND-VXNV");
  EXPECT_EQ(value(letter(), "type"), "CÔNG VĂN");
  EXPECT_EQ(letter()["type"]["status"], "inferred");
  EXPECT_EQ(value(letter(), "place"), "Ninh Thuận");
  EXPECT_EQ(value(letter(), "date"), "2019-09-09");
  EXPECT_EQ(
      value(letter(), "subject"),
      "phối hợp triển khai thực hiện Kế hoạch số 169/KH-KHVN ngày 20/8/2019 của Hội Khuyến học "
      "Việt Nam");
}

TEST_F(Seed, ThePeopleOfTheLetter) {
  ASSERT_EQ(letter()["to"].size(), 2u);
  EXPECT_EQ(letter()["to"][0]["value"], "Sở Giáo dục và Đào tạo");
  EXPECT_EQ(letter()["to"][1]["value"], "Hội Khuyến học tỉnh");
  EXPECT_EQ(value(letter(), "signer"), "Lê Văn Bình");
  EXPECT_TRUE(value(letter(), "signer_title").is_null());  // never filled with a guess
  EXPECT_EQ(value(letter(), "drafting_unit"), "VXNV");
  EXPECT_EQ(value(letter(), "drafter"), "NAM");
  EXPECT_EQ(value(letter(), "due"), "2019-09");
  EXPECT_TRUE(letter()["stamps"].empty());
}

TEST_F(Seed, TheHeadOfThePlan) {
  EXPECT_EQ(value(plan(), "number"), "169/KH-KHVN");
  EXPECT_EQ(value(plan(), "issuer"), "Hội Khuyến học Việt Nam");
  EXPECT_EQ(plan()["issuer"]["status"], "inferred");
  EXPECT_EQ(value(plan(), "type"), "KẾ HOẠCH");
  EXPECT_EQ(value(plan(), "place"), "Hà Nội");
  EXPECT_EQ(value(plan(), "date"), "2019-08-20");
  EXPECT_THAT(value(plan(), "subject").get<std::string>(),
              testing::StartsWith("Triển khai Kết luận 49-KL/TW"));
}

TEST_F(Seed, ThePeopleOfThePlan) {
  EXPECT_TRUE(plan()["to"].empty());
  EXPECT_EQ(plan()["to_status"], "absent");
  EXPECT_EQ(value(plan(), "signer"), "Phạm Tất Dong");
  EXPECT_EQ(value(plan(), "signer_title"),
            "TM. BAN THƯỜNG VỤ TW HỘI KHVN\nPHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ");
  EXPECT_THAT(value(plan(), "due").get<std::string>(), testing::HasSubstr("Quý III"));
}

TEST_F(Seed, TheArrivalStampOfThePlan) {
  ASSERT_EQ(plan()["stamps"].size(), 1u);
  const Json& stamp = plan()["stamps"][0];
  EXPECT_EQ(stamp["receiver"]["value"], "UBND TỈNH NINH THUẬN - VĂN PHÒNG");
  EXPECT_TRUE(stamp["number"]["value"].is_null());
  EXPECT_EQ(stamp["date"]["value"], "--08-20");  // the stamp names no year
  EXPECT_LT(stamp["date"]["confidence"], 0.9);
}

TEST_F(Seed, CitesFiveTargetsAndNoFalseOne) {
  EXPECT_EQ(letter()["cites"].size() + plan()["cites"].size(), 25u);
  std::set<std::string> all = cited(letter());
  all.merge(cited(plan()));
  EXPECT_EQ(all, (std::set<std::string>{"169/KH-KHVN", "49-KL/TW", "11-CT/TW", "281/QĐ-TTg",
                                        "44/2014/TT-BGDĐT"}));
}

}  // namespace
}  // namespace vanthu::e2e
