// SPDX-License-Identifier: GPL-3.0-or-later
// Born-digital files, from intake to the reading, with a reader that sees the picture rightly.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pipeline/intake/intake.h"
#include "pipeline/read.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"
#include "tests/pipeline/visible_text/born.h"

namespace vanthu {
namespace {

Page page_of(const std::string& pdf) { return load_page({"a.pdf", pdf}, 1); }

// Reads in the cells it is given what `truth` says, as an engine would.
class Reader {
 public:
  explicit Reader(const std::string& truth) : words_(page_of(truth).visible_text) {}

  Stages stages() {
    Stages out;
    out.recognise = [this](const CleanPage& page) { return read(page); };
    return out;
  }
  int looks = 0, whole = 0;

 private:
  OcrPage read(const CleanPage& page) {
    OcrPage out{page.number,        page.upright.width, page.upright.height, page.raster_width,
                page.raster_height, page.dpi,           page.rotation,       page.skew,
                page.to_raster,     page.blank,         page.warnings,       {}};
    for (const Cell& cell : page.cells) {
      Line line;
      line.region = cell.region;
      for (const VisibleWord& word : words_) {
        const Box at = apply(Affine{page.scale, 0, 0, 0, page.scale, 0}, word.box);
        if (!intersect(cell.box, {at.mid_x(), at.mid_y(), 1, 1}).empty() && is_there(page, at))
          line.words.push_back({word.text, "", word.box, 0.9});
      }
      if (!line.words.empty()) out.lines.push_back(line);
    }
    (page.cells.size() > 3 && out.lines.size() == page.cells.size() ? looks : whole) += 1;
    return out;
  }

  static bool is_there(const CleanPage& page, const Box& at) {
    const Image part = crop(page.print, at);
    return std::any_of(part.pixels.begin(), part.pixels.end(), [](auto v) { return v < 128; });
  }

  std::vector<VisibleWord> words_;
};

const std::string& honest() {
  static const std::string pdf = born::pdf_of(born::letter());
  return pdf;
}

PageReading reading_of(const std::string& pdf) {
  Reader reader(honest());
  return read({"a.pdf", pdf}, reader.stages()).pages.at(0);
}

bool warned(const PageReading& page, const std::string& what) {
  return std::find(page.warnings.begin(), page.warnings.end(), what) != page.warnings.end();
}

TEST(VisiblePdf, WordsStandOnTheirInk) {
  const Page page = page_of(honest());
  ASSERT_GT(page.visible_text.size(), 90u);
  for (const VisibleWord& word : page.visible_text) {
    const Image part = crop(page.image, word.box);
    EXPECT_LT(*std::min_element(part.pixels.begin(), part.pixels.end()), 100) << word.text;
  }
}

TEST(VisiblePdf, APageThatSaysItIsTurnedHasTheSameWords) {
  const Page page = page_of(born::pdf_of(born::letter(), {.turned = true}));
  const Page straight = page_of(honest());
  ASSERT_EQ(page.visible_text.size(), straight.visible_text.size());
  EXPECT_EQ(page.image.width, straight.image.width);
  for (std::size_t i = 0; i < page.visible_text.size(); ++i) {
    EXPECT_EQ(page.visible_text[i].text, straight.visible_text[i].text);
    EXPECT_NEAR(page.visible_text[i].box.x, straight.visible_text[i].box.x, 2);
  }
}

TEST(VisiblePdf, HiddenTextIsNone) {
  EXPECT_TRUE(page_of(born::hidden_over_image(honest())).visible_text.empty());
  EXPECT_EQ(reading_of(born::hidden_over_image(honest())).source, "scan");
}

TEST(VisiblePdf, OutlinesAreNone) {
  EXPECT_TRUE(page_of(born::pdf_of(born::letter(), {.as_outlines = true})).visible_text.empty());
}

TEST(VisiblePdf, SoundTextIsTheReading) {
  const PageReading page = reading_of(honest());
  EXPECT_EQ(page.source, "visible_text");
  EXPECT_EQ(page.text, born::text_of(born::letter()));
  EXPECT_FALSE(warned(page, "text_disagrees"));
  for (const Line& line : page.lines)
    for (const Word& word : line.words) EXPECT_EQ(word.confidence, 0.99);
}

TEST(VisiblePdf, TheReadingSaysWhereItIsFrom) {
  Reader reader(honest());
  const auto json = nlohmann::json::parse(
      to_json(read({"a.pdf", born::pdf_of(born::letter(), {.turned = true})}, reader.stages())));
  EXPECT_EQ(json["pages"][0]["source"], "visible_text");
  EXPECT_EQ(json["pages"][0]["text"], born::text_of(born::letter()));
}

TEST(VisiblePdf, TextOfAnOldFontIsRecognised) {
  const std::string pdf = born::saying(honest(), born::in_tcvn3);
  EXPECT_FALSE(page_of(pdf).visible_text.empty());
  const PageReading page = reading_of(pdf);
  EXPECT_EQ(page.source, "scan");
  EXPECT_TRUE(warned(page, "text_disagrees"));
}

TEST(VisiblePdf, LyingTextIsRecognised) {
  const PageReading page = reading_of(born::saying(honest(), born::shifted));
  EXPECT_EQ(page.source, "scan");
  EXPECT_TRUE(warned(page, "text_disagrees"));
  EXPECT_NE(page.text.find("Thực hiện"), std::string::npos);
}

TEST(VisiblePdf, AReaderThatSeesNothingProvesNothing) {
  Stages stages;
  stages.recognise = [](const CleanPage&) { return OcrPage{}; };
  EXPECT_EQ(read({"a.pdf", honest()}, stages).pages.at(0).source, "scan");
}

}  // namespace
}  // namespace vanthu
