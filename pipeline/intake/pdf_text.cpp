// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_text.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "pipeline/intake/pdf_draw.h"

namespace vanthu {
namespace {

constexpr std::size_t kMostWords = 20'000;  // of one page; a page of close print has 1 500
constexpr std::size_t kTag = 7;             // letters and plus sign before the name of a subset
constexpr double kTouching = 0.12;          // of the height: a nearer piece is of the same word

std::string utf8(const poppler::text_box& box) {
  const poppler::byte_array bytes = box.text().to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Names to numbers, in order of appearance. One typeface is often several subsets, ABCDEF+Name:
// they are one font, since a word is set in all of them.
class Fonts {
 public:
  int number(std::string name) {
    if (name.size() > kTag && name[kTag - 1] == '+') name.erase(0, kTag);
    const auto known = std::find(names_.begin(), names_.end(), name);
    if (known != names_.end()) return static_cast<int>(known - names_.begin());
    names_.push_back(name);
    return static_cast<int>(names_.size()) - 1;
  }

 private:
  std::vector<std::string> names_;
};

// A word is cut where its font or size changes.
bool goes_on(const poppler::rectf& a, const poppler::rectf& b) {
  const double height = std::min(a.height(), b.height());
  const double gap = b.left() - a.right();
  return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) > height / 2 &&
         gap > -height / 2 && gap < kTouching * height;
}

Box pixels(const poppler::rectf& r, double across, double down) {
  const int x = static_cast<int>(std::floor(r.left() * across));
  const int y = static_cast<int>(std::floor(r.top() * down));
  return {x, y, static_cast<int>(std::ceil(r.right() * across)) - x,
          static_cast<int>(std::ceil(r.bottom() * down)) - y};
}

}  // namespace

std::vector<VisibleWord> pdf_words(const std::string& pdf, double across, double down) {
  keep_poppler_quiet();
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (!document || document->is_locked()) return {};
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  if (!page) return {};
  const std::vector<poppler::text_box> boxes =
      page->text_list(poppler::page::text_list_include_font);
  if (boxes.size() > kMostWords) return {};
  std::vector<VisibleWord> out;
  Fonts fonts;
  const poppler::text_box* last = nullptr;
  for (const poppler::text_box& box : boxes) {
    if (box.rotation() != 0) continue;
    const Box at = pixels(box.bbox(), across, down);
    if (last && !last->has_space_after() && goes_on(last->bbox(), box.bbox())) {
      out.back().text += utf8(box);
      out.back().box = unite(out.back().box, at);
    } else {
      out.push_back({utf8(box), at, fonts.number(box.has_font_info() ? box.get_font_name() : "")});
    }
    last = &box;
  }
  return out;
}

}  // namespace vanthu
