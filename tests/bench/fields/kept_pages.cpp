// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fields/kept_pages.h"

#include <nlohmann/json.hpp>

// In the namespace of the values, where the library looks for them.
namespace vanthu {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Box, x, y, w, h)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Homography, xx, xy, x0, yx, yy, y0, wx, wy)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Guess, text, confidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Word, text, raw, box, confidence, by_hand, guesses)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Line, box, region, language, words)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OcrPage, number, width, height, raster_width, raster_height, dpi,
                                   rotation, skew, to_raster, blank, warnings, lines)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PageRead, page, visible_text, width, height, dpi)

}  // namespace vanthu

namespace vanthu::bench {

std::string to_text(const std::vector<PageRead>& pages) { return nlohmann::json(pages).dump(); }

std::vector<PageRead> pages_from(const std::string& text) {
  return nlohmann::json::parse(text).get<std::vector<PageRead>>();
}

}  // namespace vanthu::bench
