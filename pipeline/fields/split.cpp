// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/split.h"

#include <algorithm>

#include "pipeline/fields/foot.h"
#include "pipeline/fields/number.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kTopPart = 0.3;  // of the page height: the rows that open a dispatch stand in it

// Titles that only annexes bear, and "ban hành kèm theo": such a page opens nothing.
bool says_annex(const PageLayout& page) {
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() > 0.4 * page.height) break;
    if (begins_with(piece.text, "phu luc") && piece.words.size() <= 6) return true;
    if (find_anchor(piece.words, "ban hanh kem theo", 1).found() ||
        find_anchor(piece.words, "kem theo cong van", 1).found())
      return true;
  }
  return false;
}

bool complete_number(const Head& head) {
  if (!head.number) return false;
  const NumberParts parts = parse_number_row(to_u32(head.number->text));
  return !parts.notation.empty() && (parts.said_so || !parts.digits.empty());
}

}  // namespace

bool is_copy_slip(const PageLayout& page, const Head&) {
  for (const Piece& piece : page.pieces) {
    if (piece.words.size() > 5 || capitals(piece.text) < 0.8) continue;
    for (const char* title :
         {"sao luc", "ban sao luc", "sao y ban chinh", "sao y", "ban sao", "trich sao"})
      if (is_near(piece.text, title, 0) &&
          std::abs(piece.box.mid_x() - page.width / 2) < 0.2 * page.width)
        return true;
  }
  return false;
}

bool opens_dispatch(const PageLayout& page, const Head& head) {
  if (page.blank || !complete_number(head) || is_copy_slip(page, head) || says_annex(page))
    return false;
  if (head.number->box.mid_y() > kTopPart * page.height) return false;
  const bool level =
      head.date && std::abs(head.date->box.mid_y() - head.number->box.mid_y()) < 3 * page.letter;
  const NumberParts parts = parse_number_row(to_u32(head.number->text));
  return level || (head.national && parts.said_so);
}

Parted part_pages(const std::vector<PageLayout>& pages, const std::vector<Head>& heads) {
  Parted out;
  bool ended = false;  // the foot of the dispatch was seen
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool opens = out.dispatches.empty() || opens_dispatch(pages[i], heads[i]);
    if (opens) {
      out.dispatches.push_back({});
      ended = false;
    }
    out.dispatches.back().pages.push_back(i);
    if (pages[i].blank) {
      out.roles.emplace_back("blank");
      continue;
    }
    if (is_copy_slip(pages[i], heads[i])) {
      out.roles.emplace_back("copy_slip");
      continue;
    }
    out.roles.emplace_back(ended && !opens ? "annex" : "main");
    ended = ended || has_foot(pages[i]);
  }
  return out;
}

}  // namespace vanthu::fields
