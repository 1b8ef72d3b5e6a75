// SPDX-License-Identifier: GPL-3.0-or-later
// Connected dark areas touching the frame that are long or massive, as unpaper's border scan.
#include "pipeline/clean/border.h"

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kMillimetre = 1 / 25.4;  // in inches
constexpr double kEdgeZone = 6.0;  // mm in from the frame where a dark area is scanner's shadow

bool touches_frame(const Box& b, const cv::Size& page, int margin) {
  return b.x <= margin || b.y <= margin || b.right() >= page.width - margin ||
         b.bottom() >= page.height - margin;
}

// A shadow hugs the frame: thin across it, long along it, or a massive corner.
bool is_edge(const Piece& c, const cv::Size& page, double dpi) {
  if (!touches_frame(c.box, page, 2)) return false;
  const double zone = kEdgeZone * kMillimetre * dpi;
  const bool upright = c.box.h > 4 * c.box.w && c.box.w < 3 * zone;
  const bool flat = c.box.w > 4 * c.box.h && c.box.h < 3 * zone;
  const bool solid = c.area > 0.6 * c.box.w * c.box.h && c.area > zone * zone / 4;
  const bool inside_zone = c.box.w < zone || c.box.h < zone;
  return upright || flat || solid || inside_zone;
}

bool is_hole(const Piece& c, const cv::Size& page, double dpi) {
  const double mm = kMillimetre * dpi, w = c.box.w, h = c.box.h;
  if (w < 4 * mm || w > 8 * mm || h < 0.8 * w || h > 1.25 * w) return false;
  const bool round = c.area > 0.68 * w * h && c.area < 0.88 * w * h;  // a full disc covers pi/4
  return round && touches_frame(c.box, page, static_cast<int>(22 * mm));
}

}  // namespace

Image without_borders(const Image& grey, double dpi) {
  Image out = grey;
  cv::Mat page = view(out);
  const Pieces pieces = pieces_of(ink_mask(page));
  paint(page, pieces, 255, [&](std::size_t i) {
    return is_edge(pieces.all[i], page.size(), dpi) || is_hole(pieces.all[i], page.size(), dpi);
  });
  return out;
}

}  // namespace vanthu
