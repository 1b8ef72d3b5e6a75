// SPDX-License-Identifier: GPL-3.0-or-later
// The real engine on drawn pages. Needs tesseract-ocr-vie; says so loudly where it is missing.
#include "ocr/engine.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "pipeline/text.h"
#include "samples/draw/draw.h"

namespace vanthu {
namespace {

class EngineOnDrawnPages : public ::testing::Test {
 protected:
  static Engine* engine() {
    static Engine warm = Engine::open();
    return &warm;
  }
  static OcrPage read(const draw::DrawOptions& options) {
    Page page;
    page.image = draw::draw_page(draw::plain_paper(), options);
    page.dpi = options.dpi;
    return engine()->recognise(clean(page));
  }
  static std::string expected() { return draw::draw_paper(draw::plain_paper(), {}).at(0).text; }
};

// Lines may come in another order of columns; each printed line must be there nearly to the letter.
double share_of_lines_found(const std::string& truth, const OcrPage& page) {
  int found = 0, all = 0;
  for (const std::string& line : split(truth, '\n')) {
    if (to_u32(line).size() < 6) continue;
    ++all;
    double best = 0;
    for (const Line& read : page.lines)
      best = std::max(best, similarity(tidy(line), tidy(text_of(read))));
    found += best > 0.9;
  }
  return static_cast<double>(found) / all;
}

TEST_F(EngineOnDrawnPages, ReadsACleanPage) {
  const OcrPage page = read({});
  EXPECT_GE(share_of_lines_found(expected(), page), 0.9) << text_of(page);
}

TEST_F(EngineOnDrawnPages, ReadsALeaningBilevelPageOnItsSide) {
  draw::DrawOptions options;
  options.depth = draw::Depth::bilevel;
  options.skew_degrees = 1.6;
  options.rotate = 90;
  options.damage.specks = 60;
  const OcrPage page = read(options);
  EXPECT_EQ(page.rotation, 270);
  EXPECT_GE(share_of_lines_found(expected(), page), 0.8) << text_of(page);
}

TEST_F(EngineOnDrawnPages, ColumnsOfTheHeadDoNotInterleave) {
  const OcrPage page = read({});
  for (const Line& line : page.lines) {
    const std::string text = fold(text_of(line));
    EXPECT_FALSE(text.find("cong hoa xa hoi") != std::string::npos &&
                 text.find("so xay dung") != std::string::npos);
  }
}

TEST_F(EngineOnDrawnPages, WordsStandWhereTheyWerePrinted) {
  const OcrPage page = read({});
  for (const Line& line : page.lines)
    for (const Word& word : line.words) {
      EXPECT_FALSE(word.box.empty());
      EXPECT_GE(word.box.x, -2);
      EXPECT_LE(word.box.right(), page.width + 2);
      EXPECT_GE(word.confidence, 0);
      EXPECT_LE(word.confidence, 1);
    }
}

TEST_F(EngineOnDrawnPages, ABlankPageHasNoWords) {
  Page page;
  page.image = make_image(1654, 2339);
  const OcrPage out = engine()->recognise(clean(page));
  EXPECT_TRUE(out.blank);
  EXPECT_TRUE(out.lines.empty());
}

TEST(Engine, AFolderWithoutTheModelIsAnErrorThatSaysWhatToDo) {
  try {
    Engine::open({"xxx", "/nowhere"});
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.code, Code::config);
    EXPECT_NE(e.hint.find("xxx.traineddata"), std::string::npos);
  }
}

}  // namespace
}  // namespace vanthu
