// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn papers whose signer's name lies under the seal, read by engine and net together. Neither
// name is one the net was asked to learn.
#include <gtest/gtest.h>

#include "ocr/engine.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/vocabulary.h"
#include "samples/draw/draw.h"

namespace vanthu {
namespace {

Dispatch read(const draw::Paper& paper, const draw::DrawOptions& options) {
  static Engine engine = Engine::open();
  Page page;
  page.image = draw::draw_page(paper, options);
  page.dpi = options.dpi;
  return understand({engine.recognise(clean(page))}, "scan.pdf").dispatches.at(0);
}

// The seal is as black as the print after the step to one bit.
draw::DrawOptions one_bit() {
  draw::DrawOptions options;
  options.depth = draw::Depth::bilevel;
  options.pen = draw::Ink::black;
  options.skew_degrees = 0.5;
  options.damage.wear = 0.1;
  return options;
}

TEST(Signature, ANameUnderABlackSealIsRead) {
  const Dispatch d = read(draw::plain_paper(), one_bit());
  EXPECT_EQ(d.signer.value, "Huỳnh Tấn Lộc");
  EXPECT_EQ(d.signer_title.value, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
}

TEST(Signature, ANameStampedInRedUnderARedSealIsRead) {
  draw::Paper paper = draw::plain_paper();
  paper.signing.name = "Đặng Hữu Nghĩa";
  paper.signing.stamped_name = true;
  EXPECT_EQ(read(paper, {}).signer.value, "Đặng Hữu Nghĩa");
}

TEST(Signature, WithoutANameNoneIsInvented) {
  draw::Paper paper = draw::plain_paper();
  paper.signing.name = {};
  for (const draw::DrawOptions& options : {draw::DrawOptions{}, one_bit()}) {
    const Dispatch d = read(paper, options);
    EXPECT_EQ(d.signer.value, std::nullopt) << d.signer.value.value_or("");
  }
}

TEST(Signature, TwoWhoSignSideBySideAreBothRead) {
  draw::Paper paper = draw::plain_paper();
  paper.signing.titles = {"GIÁM ĐỐC SỞ XÂY DỰNG"};
  paper.beside = {.titles = {"GIÁM ĐỐC SỞ TÀI CHÍNH"}, .name = "Trần Thị Mai Lan"};
  draw::DrawOptions options;
  options.seal = false;
  const Dispatch d = read(paper, options);
  ASSERT_EQ(d.signers.size(), 2u);
  EXPECT_EQ(d.signers[0].name.value, "Huỳnh Tấn Lộc");
  EXPECT_EQ(d.signers[1].name.value, "Trần Thị Mai Lan");
  EXPECT_EQ(d.signers[1].role, "joint");
  EXPECT_EQ(d.copies.size(), 2u);
}

}  // namespace
}  // namespace vanthu
