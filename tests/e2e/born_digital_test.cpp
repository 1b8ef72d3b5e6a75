// SPDX-License-Identifier: GPL-3.0-or-later
// Born-digital files through the real binary and the real engine: sound text is taken as it is,
// everything else is recognised from the picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"
#include "tests/pipeline/visible_text/born.h"

namespace vanthu::e2e {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class BornDigital : public testing::Test {
 protected:
  BornDigital() { place_.environment.erase("VANTHU_ENGINE"); }

  Json reading(const std::string& pdf) {
    const Finished read = place_.run({"read", "--json", place_.write("a.pdf", pdf)});
    return read.code == 0 ? Json::parse(read.out) : Json();
  }
  static std::string text(const Json& reading) { return reading["pages"][0]["text"]; }
  static Json warnings(const Json& reading) { return reading["pages"][0]["quality"]["warnings"]; }

  Place place_;
  const std::string sound_ = born::pdf_of(born::letter());
};

#define READ_OR_SKIP(name, pdf)   \
  const Json name = reading(pdf); \
  if (name.is_null())             \
  GTEST_SKIP() << "tesseract has no Vietnamese here: apt-get install tesseract-ocr-vie"

TEST_F(BornDigital, SoundTextIsTakenExactly) {
  READ_OR_SKIP(page, sound_);
  EXPECT_EQ(page["pages"][0]["source"], "visible_text");
  EXPECT_EQ(text(page), born::text_of(born::letter()));
  EXPECT_THAT(warnings(page), Not(Contains("text_disagrees")));
  EXPECT_EQ(page["dispatches"][0]["date"]["value"], "2021-05-18");
  EXPECT_EQ(page["dispatches"][0]["signer"]["value"], "Huỳnh Tấn Lộc");
}

TEST_F(BornDigital, ANumberDrawnIntoSoundTextIsRead) {
  READ_OR_SKIP(page, born::pdf_of(born::letter(), {.drawn_number = true}));
  EXPECT_EQ(page["pages"][0]["source"], "visible_text");
  EXPECT_EQ(page["dispatches"][0]["number"]["value"], "768/SXD-QLN");
}

TEST_F(BornDigital, TextOfAnOldFontIsRecognised) {
  READ_OR_SKIP(page, born::saying(sound_, born::in_tcvn3));
  EXPECT_EQ(page["pages"][0]["source"], "scan");
  EXPECT_THAT(warnings(page), Contains("text_disagrees"));
  EXPECT_THAT(text(page), HasSubstr("Thực hiện Công văn số 1127/BXD-QLN"));
}

TEST_F(BornDigital, LyingTextIsRecognised) {
  READ_OR_SKIP(page, born::saying(sound_, born::shifted));
  EXPECT_EQ(page["pages"][0]["source"], "scan");
  EXPECT_THAT(warnings(page), Contains("text_disagrees"));
  EXPECT_THAT(text(page), HasSubstr("Thực hiện Công văn số 1127/BXD-QLN"));
}

TEST_F(BornDigital, ALayerBehindAnImageIsNotUsed) {
  READ_OR_SKIP(page, born::hidden_over_image(sound_));
  EXPECT_EQ(page["pages"][0]["source"], "scan");
  EXPECT_EQ(text(page), "");
}

}  // namespace
}  // namespace vanthu::e2e
