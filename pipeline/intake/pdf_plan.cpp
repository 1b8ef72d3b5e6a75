// SPDX-License-Identifier: GPL-3.0-or-later
// Scanners write a page as one image, as strips of one, or as layers (a coarse background and a
// fine mask). Images are grouped by resolution and direction; a group whose parts tile a rectangle
// is one scan, and of overlapping ones the largest part counts.
#include "pipeline/intake/pdf_plan.h"

#include <algorithm>
#include <cmath>

namespace vanthu {
namespace {

constexpr double kCovers = 0.30;     // of the page, for an image that stands alone on it: A6 on A4
constexpr double kNearlyAll = 0.80;  // of the page, for an image with other things beside it
constexpr double kWholePage = 0.98;  // nothing of note fits beside it
constexpr double kShown = 0.95;  // of the image; less means that the crop box cuts it on purpose
constexpr double kSameLayer = 0.02;  // resolutions of strips differ by rounding only
constexpr double kFewestDpi = 40;    // coarser: a tint or a texture, not a scan
constexpr double kPictured = 0.50;   // of the page, for an image that may be what is really read
constexpr double kLegibleDpi =
    150;  // text set over a coarser image must not be drawn that coarsely …
constexpr std::size_t kManyLetters = 600;  // … if it is more than a signature block has
constexpr double kHugePoints =
    1300;  // longer than A3: pixels written as points, no resolution told

PdfRect intersection(const PdfRect& a, const PdfRect& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

PdfRect around(const PdfRect& a, const PdfRect& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

PdfRect placed(const Affine& m) {
  const double u[] = {m.x0, m.x0 + m.xx, m.x0 + m.xy, m.x0 + m.xx + m.xy};
  const double v[] = {m.y0, m.y0 + m.yx, m.y0 + m.yy, m.y0 + m.yx + m.yy};
  return {*std::min_element(u, u + 4), *std::min_element(v, v + 4), *std::max_element(u, u + 4),
          *std::max_element(v, v + 4)};
}

// The layer that one image makes; none when it is slanted, empty or not finite.
std::optional<PdfScanLayer> layer_of(const PdfPageFacts& page, std::size_t i) {
  const PdfImage& image = page.images[i];
  const Affine& m = image.at;
  PdfScanLayer layer{{i}, placed(m), 0, 0, 0};
  const double slant = 0.5 / static_cast<double>(std::max({image.width, image.height, 1LL}));
  const bool straight =
      std::abs(m.yx) <= slant * std::abs(m.xx) && std::abs(m.xy) <= slant * std::abs(m.yy);
  const bool sideways =
      std::abs(m.xx) <= slant * std::abs(m.yx) && std::abs(m.yy) <= slant * std::abs(m.xy);
  if (image.width < 1 || image.height < 1 || !(layer.rect.area() > 0) || (!straight && !sideways))
    return std::nullopt;
  if (straight)
    layer.turned = m.xx < 0 && m.yy < 0 ? 180 : 0;
  else
    layer.turned = m.yx < 0 ? 90 : 270;
  layer.across = static_cast<double>(straight ? image.width : image.height) / layer.rect.width();
  layer.down = static_cast<double>(straight ? image.height : image.width) / layer.rect.height();
  return layer;
}

bool same_layer(const PdfScanLayer& a, const PdfScanLayer& b) {
  return a.turned == b.turned && std::abs(a.across - b.across) <= kSameLayer * a.across &&
         std::abs(a.down - b.down) <= kSameLayer * a.down;
}

bool tiles(const std::vector<PdfScanLayer>& group, const PdfRect& rect) {
  double sum = 0;
  for (const PdfScanLayer& part : group) sum += part.rect.area();
  return std::abs(sum - rect.area()) <= 0.02 * rect.area();
}

PdfScanLayer merged(const std::vector<PdfScanLayer>& group) {
  const auto& largest =
      *std::max_element(group.begin(), group.end(),
                        [](const auto& a, const auto& b) { return a.rect.area() < b.rect.area(); });
  PdfScanLayer all = largest;
  all.parts.clear();
  for (const PdfScanLayer& part : group) {
    all.rect = around(all.rect, part.rect);
    all.parts.push_back(part.parts.front());
  }
  return group.size() > 1 && tiles(group, all.rect) ? all : largest;
}

std::vector<PdfScanLayer> layers_of(const PdfPageFacts& page) {
  std::vector<std::vector<PdfScanLayer>> groups;
  for (std::size_t i = 0; i < page.images.size(); ++i) {
    const auto layer = layer_of(page, i);
    if (!layer) continue;
    const auto known = std::find_if(groups.begin(), groups.end(),
                                    [&](const auto& g) { return same_layer(g.front(), *layer); });
    if (known == groups.end())
      groups.push_back({*layer});
    else
      known->push_back(*layer);
  }
  std::vector<PdfScanLayer> out;
  for (const auto& group : groups) out.push_back(merged(group));
  return out;
}

double dpi_of(const PdfPageFacts& page, const PdfScanLayer& layer) {
  return std::sqrt(layer.across * layer.down) * 72 / page.unit;
}

// The layer's part inside `wanted`, or `wanted` drawn outside it too, on the layer's pixel grid.
PdfRect on_grid(const PdfScanLayer& layer, const PdfRect& wanted) {
  const auto snap = [](double from, double to, double scale) {
    return from + std::round((to - from) * scale) / scale;
  };
  return {snap(layer.rect.x0, wanted.x0, layer.across), snap(layer.rect.y0, wanted.y0, layer.down),
          snap(layer.rect.x0, wanted.x1, layer.across), snap(layer.rect.y0, wanted.y1, layer.down)};
}

// The layer as shown: whole, unless the crop box takes a part of it away.
PdfRect shown(const PdfPageFacts& page, const PdfScanLayer& layer) {
  const PdfRect inside = intersection(layer.rect, page.box);
  return inside.area() >= kShown * layer.rect.area() ? layer.rect : on_grid(layer, inside);
}

double coverage(const PdfPageFacts& page, const PdfScanLayer& layer) {
  return intersection(layer.rect, page.box).area() / page.box.area();
}

PdfPlan plan_scan(const PdfPageFacts& page, const PdfScanLayer& layer, bool ink_outside) {
  PdfPlan plan{.view = ink_outside ? on_grid(layer, page.box) : shown(page, layer)};
  plan.turn_before = (360 - layer.turned) % 360;
  plan.turn_after = (page.rotate + layer.turned) % 360;
  plan.width = std::round(plan.view.width() * layer.across);
  plan.height = std::round(plan.view.height() * layer.down);
  if (layer.turned % 180 != 0) std::swap(plan.width, plan.height);
  const bool pixels_as_points = std::abs(layer.across - 1) < 0.01 &&
                                std::max(page.box.width(), page.box.height()) > kHugePoints;
  plan.dpi = pixels_as_points ? 0 : dpi_of(page, layer);
  plan.from_scan = true;
  return plan;
}

}  // namespace

std::optional<PdfScanLayer> find_scan(const PdfPageFacts& page) {
  const auto layers = layers_of(page);
  const auto best =
      std::max_element(layers.begin(), layers.end(), [&](const auto& a, const auto& b) {
        const double ca = std::round(coverage(page, a) * 25),
                     cb = std::round(coverage(page, b) * 25);
        return ca != cb ? ca < cb : dpi_of(page, a) < dpi_of(page, b);
      });
  if (best == layers.end() || coverage(page, *best) < kCovers) return std::nullopt;
  const double dpi = dpi_of(page, *best);
  if (dpi < kFewestDpi || (dpi < kLegibleDpi && page.letters > kManyLetters)) return std::nullopt;
  return *best;
}

bool leaves_page_open(const PdfPageFacts& page, const PdfScanLayer& layer) {
  const bool more = page.ink || page.images.size() > layer.parts.size();
  return more && coverage(page, layer) < kWholePage;
}

bool is_set_in_type(const PdfPageFacts& page) {
  const bool pictured =
      std::any_of(page.images.begin(), page.images.end(), [&](const PdfImage& image) {
        return intersection(placed(image.at), page.box).area() >= kPictured * page.box.area();
      });
  return page.letters > 0 && page.hidden == 0 && !pictured && !page.damaged;
}

PdfPlan plan_page(const PdfPageFacts& page, const std::optional<PdfScanLayer>& layer,
                  bool ink_outside, double dpi_without_image) {
  if (layer && (!ink_outside || coverage(page, *layer) >= kNearlyAll))
    return plan_scan(page, *layer, ink_outside);
  const double scale = dpi_without_image * page.unit / 72;
  PdfPlan plan{.view = page.box};
  plan.turn_after = page.rotate;
  plan.width = std::max(1.0, std::round(page.box.width() * scale));
  plan.height = std::max(1.0, std::round(page.box.height() * scale));
  plan.dpi = dpi_without_image;
  return plan;
}

}  // namespace vanthu
