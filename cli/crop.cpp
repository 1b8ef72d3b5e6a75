// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crop.h"

#include <algorithm>

namespace vanthu::cli {
namespace {

constexpr double kHead = 0.4;     // of the page: number, date, issuer and subject stand above this
constexpr double kFoot = 0.5;     // signatures begin anywhere in the lower half
constexpr double kAbove = 0.02;   // of the page's longer side: a line of print above and below
constexpr double kBeside = 0.15;  // of the width: the words before and after, which tell what it is

const PageReading* page_of(const Reading& reading, int number) {
  for (const PageReading& page : reading.pages)
    if (page.page == number) return &page;
  return nullptr;
}

// The share [from, to) of the upright page, in raster pixels.
Box band(const PageReading& page, double from, double to) {
  const int w = page.width, h = page.height;
  const auto at = [](int size, double share) { return static_cast<int>(size * share); };
  switch (page.rotation) {
    case 90:
      return {at(w, from), 0, at(w, to - from), h};  // upright top is the raster's left
    case 180:
      return {0, at(h, 1 - to), w, at(h, to - from)};
    case 270:
      return {at(w, 1 - to), 0, at(w, to - from), h};
    default:
      return {0, at(h, from), w, at(h, to - from)};
  }
}

CropPlan plan(const PageReading& page, const Box& box) {
  return {page.page, intersect(box, {0, 0, page.width, page.height}), page.rotation};
}

Box with_margin(const Box& box, const PageReading& page) {
  const bool on_its_side = page.rotation % 180 != 0;
  const int longer = std::max(page.width, page.height), shorter = std::min(page.width, page.height);
  const int above = static_cast<int>(kAbove * longer), beside = static_cast<int>(kBeside * shorter);
  const int x = on_its_side ? above : beside, y = on_its_side ? beside : above;
  return {box.x - x, box.y - y, box.w + 2 * x, box.h + 2 * y};
}

const PageReading* last_page_with_text(const Dispatch& dispatch, const Reading& reading) {
  for (auto at = dispatch.pages.rbegin(); at != dispatch.pages.rend(); ++at)
    if (const PageReading* page = page_of(reading, *at); page && page->role == "main") return page;
  return dispatch.pages.empty() ? nullptr : page_of(reading, dispatch.pages.back());
}

}  // namespace

std::optional<CropPlan> plan_crop(const Doubt& doubt, const Dispatch& dispatch,
                                  const Reading& reading) {
  const PageReading* page = page_of(reading, doubt.page);
  Box box;
  for (const Box& one : doubt.boxes) box = unite(box, one);
  if (page && !box.empty()) {
    const CropPlan out = plan(*page, with_margin(box, *page));
    if (!out.box.empty()) return out;
  }
  const bool below = doubt.field == "signer" || doubt.field == "signer_title";
  if (below)
    page = last_page_with_text(dispatch, reading);
  else
    page = dispatch.pages.empty() ? nullptr : page_of(reading, dispatch.pages.front());
  if (!page || page->width < 1 || page->height < 1) return std::nullopt;
  return plan(*page, below ? band(*page, 1 - kFoot, 1) : band(*page, 0, kHead));
}

}  // namespace vanthu::cli
