// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/framed.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "pipeline/fields/anchors.h"

namespace vanthu {
namespace {

constexpr std::size_t kMostWords = 5;  // HỎA TỐC HẸN GIỜ, and a stray
constexpr double kCapitals = 0.8;
constexpr double kBorder = 2.0;  // mm from what is inside to the outer edge of a double border

struct Mark {
  const char* folded;
  std::size_t edits;
};
constexpr Mark kMarks[] = {
    {"hoa toc", 1}, {"khan", 0}, {"toi mat", 1}, {"tuyet mat", 2}, {"mat", 0}};

}  // namespace

bool is_stamped_mark(const std::vector<Line>& lines) {
  if (lines.size() != 1 || lines[0].words.size() > kMostWords) return false;
  if (fields::capitals(text_of(lines[0])) < kCapitals) return false;
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](const Mark& mark) {
    return fields::find_anchor(lines[0].words, mark.folded, mark.edits).found();
  });
}

void whiten(Image& print, const Frame& frame, double scale, double dpi) {
  const double border = kBorder / 25.4 * dpi;
  const double half_w = (frame.inside.width / 2.0 + border) * scale;
  const double half_h = (frame.inside.height / 2.0 + border) * scale;
  const double cos = std::cos(frame.degrees * std::numbers::pi / 180);
  const double sin = std::sin(frame.degrees * std::numbers::pi / 180);
  const double x0 = (frame.box.x + frame.box.w / 2.0) * scale;
  const double y0 = (frame.box.y + frame.box.h / 2.0) * scale;
  const int reach = static_cast<int>(half_w + half_h) + 1;
  const Box around =
      intersect({static_cast<int>(x0) - reach, static_cast<int>(y0) - reach, 2 * reach, 2 * reach},
                {0, 0, print.width, print.height});
  for (int y = around.y; y < around.bottom(); ++y)
    for (int x = around.x; x < around.right(); ++x) {
      const double along = (x - x0) * cos + (y - y0) * sin;
      const double across = (y - y0) * cos - (x - x0) * sin;
      if (std::abs(along) <= half_w && std::abs(across) <= half_h)
        print.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(print.width) +
                     static_cast<std::size_t>(x)] = 255;
    }
}

}  // namespace vanthu
