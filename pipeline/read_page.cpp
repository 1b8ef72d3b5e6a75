// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read_page.h"

#include <algorithm>
#include <utility>

#include "pipeline/page_look.h"
#include "pipeline/read_visible.h"

namespace vanthu {
namespace {

constexpr double kUnsure =
    0.6;  // mean confidence of words; drawn samples have from 0.89, rubbish read in a drawing 0.49
constexpr double kMostScaled = 12e6;  // pixels: a page that was made smaller to so many stays so

Affine scaled(double factor) { return {factor, 0, 0, 0, factor, 0}; }

// A page of an impossible size is read smaller. Its own memory goes first.
int reduce(Page& page) {
  const int factor = reduction_of(page.image);
  if (factor == 1) return 1;
  page.image = reduced(page.image, factor);
  page.dpi /= factor;
  for (VisibleWord& word : page.visible_text) word.box = apply(scaled(1.0 / factor), word.box);
  page.warnings.push_back("large_page");
  return factor;
}

double pixels_of(const Image& image) { return static_cast<double>(image.width) * image.height; }

bool has_words(const OcrPage& page) {
  return std::any_of(page.lines.begin(), page.lines.end(),
                     [](const Line& line) { return !line.words.empty(); });
}

double mean_confidence(const OcrPage& page) {
  double sum = 0, words = 0;
  for (const Line& line : page.lines)
    for (const Word& word : line.words) sum += word.confidence, ++words;
  return words > 0 ? sum / words : 1;
}

// Why a page may say less, or other things, than the paper does.
void warn(OcrPage& page) {
  if (!page.blank && !has_words(page)) page.warnings.push_back("nothing_read");
  if (mean_confidence(page) < kUnsure) page.warnings.push_back("unsure");
}

PageRead recognised(const Page& page, const Stages& stages, bool was_reduced) {
  CleanOptions options = stages.clean;
  options.scale = options.scale && !(was_reduced && pixels_of(page.image) > kMostScaled);
  CleanPage cleaned = clean(page, options);
  if (!page.visible_text.empty()) {
    if (auto visible = read_visible(page, cleaned, stages)) return {std::move(*visible), true};
    cleaned.warnings.push_back("text_disagrees");
  }
  return {stages.recognise(cleaned)};
}

// Neither cleaned nor recognised: an engine would find letters in noise, for minutes.
PageRead unread(const Page& page, const char* warning) {
  OcrPage out{page.number,
              page.image.width,
              page.image.height,
              page.image.width,
              page.image.height,
              page.dpi,
              0,
              0,
              {},
              false,
              page.warnings,
              {}};
  out.warnings.push_back(warning);
  return {std::move(out)};
}

}  // namespace

PageRead read_page(Page&& page, const Stages& stages) {
  const int width = page.image.width, height = page.image.height;
  const bool noise = is_noise(page.image);
  const int factor = reduce(page);
  if (is_black(page.image)) page.warnings.push_back("black");
  PageRead out = noise ? unread(page, "noise") : recognised(page, stages, factor > 1);
  warn(out.page);
  out.page.to_raster = then(out.page.to_raster, homography(scaled(factor)));
  out.width = width, out.height = height, out.dpi = out.page.dpi * factor;
  return out;
}

}  // namespace vanthu
