// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/foot.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kTitleAbove = 2.5;  // letters: the title may start this much above Nơi nhận

bool is_noi_nhan(const PageLayout& page, const Piece& piece) {
  if (piece.box.x > 0.45 * page.width || piece.words.size() > 5) return false;
  const Span span = find_anchor(piece.words, "noi nhan", 1);
  return (span.found() && span.begin == 0) ||
         (piece.words.size() <= 2 && is_near(piece.text, "noi nhan", 2));
}

bool is_first_copy(const PageLayout& page, const Piece& piece) {
  return piece.box.x < 0.35 * page.width && piece.words.size() <= 6 &&
         starts_with_dash(piece.text) &&
         (begins_with(piece.text, "nhu tren") || begins_with(piece.text, "nhu dieu") ||
          begins_with(piece.text, "nhu kinh gui"));
}

bool is_archive_line(const PageLayout& page, const Piece& piece) {
  if (piece.box.x > 0.35 * page.width || piece.words.size() > 8) return false;
  const std::string text = without_dash(piece.text);
  return begins_with(text, "luu vt") || begins_with(text, "luu van phong") ||
         begins_with(text, "luu vp");
}

bool is_title_line(const PageLayout& page, const Piece& piece) {
  if (piece.box.x < 0.42 * page.width || piece.box.w > 0.5 * page.width) return false;
  if (piece.words.size() > 9 || capitals(piece.text) < 0.85) return false;
  const std::string key = letters(piece.text);
  for (const char* mark : {"tm", "kt", "tl", "tuq"})
    if (key.rfind(mark, 0) == 0 && key.size() > 6 && piece.text.find('.') != std::string::npos)
      return true;
  return signer_title(piece.text).has_value();
}

// Rows of the list under Nơi nhận: the left column, no further apart than the list's own lines.
std::vector<Piece> left_lines(const PageLayout& page, int top, int column) {
  std::vector<Piece> out;
  int last = top;
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() <= top || piece.box.mid_x() > column) continue;
    if (!legible(piece)) continue;
    const bool beside = !out.empty() && same_row(out.back().box, piece.box, page.letter / 2);
    if (beside && piece.box.x > out.back().box.right() + 3 * page.letter) continue;
    if (!beside && piece.box.x > 0.4 * page.width) continue;
    if (piece.box.mid_y() - last > 4 * page.letter) break;
    last = piece.box.mid_y();
    if (beside) {
      out.back() = merge_row({out.back(), piece});
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

Foot foot_at(const PageLayout& page, const Piece& at, bool anchored) {
  Foot out;
  out.page = &page;
  out.anchored = anchored;
  out.top = at.box.mid_y();
  int right_edge = page.width;
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() < out.top - kTitleAbove * page.letter) continue;
    if (piece.box.mid_x() > 0.5 * page.width && piece.box.x > 0.4 * page.width &&
        capitals(piece.text) > 0.8 && count_letters(piece.text) >= 5)
      right_edge = std::min(right_edge, piece.box.x);
  }
  out.column = right_edge == page.width ? page.width / 2 : right_edge;
  out.column = std::clamp(out.column, static_cast<int>(0.42 * page.width),
                          static_cast<int>(0.6 * page.width));
  const int from = anchored ? out.top : out.top - page.letter;
  out.left = left_lines(page, from, out.column);
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() < out.top - kTitleAbove * page.letter ||
        piece.box.mid_x() <= 0.42 * page.width)
      continue;
    const bool in_list = std::any_of(out.left.begin(), out.left.end(), [&](const Piece& line) {
      return line.box.x <= piece.box.x && line.box.right() >= piece.box.right() &&
             same_row(line.box, piece.box, 2);
    });
    if (!in_list) out.right.push_back(piece);
  }
  return out;
}

const Piece* first_of(const PageLayout& page, bool (*is)(const PageLayout&, const Piece&)) {
  const auto at = std::find_if(page.pieces.begin(), page.pieces.end(),
                               [&](const Piece& piece) { return is(page, piece); });
  return at == page.pieces.end() ? nullptr : &*at;
}

}  // namespace

std::optional<Foot> find_foot(const std::vector<const PageLayout*>& pages) {
  for (const PageLayout* page : pages) {
    if (const Piece* at = first_of(*page, is_noi_nhan)) return foot_at(*page, *at, true);
    if (const Piece* at = first_of(*page, is_first_copy)) return foot_at(*page, *at, false);
  }
  for (const PageLayout* page : pages) {
    const Piece* title = nullptr;
    for (const Piece& piece : page->pieces)
      if (title == nullptr && piece.box.mid_y() > 0.15 * page->height &&
          is_title_line(*page, piece))
        title = &piece;
    const Piece* kept = first_of(*page, is_archive_line);
    if (title != nullptr) return foot_at(*page, *title, false);
    if (kept != nullptr) return foot_at(*page, *kept, false);
  }
  return std::nullopt;
}

bool has_foot(const PageLayout& page) {
  return first_of(page, is_noi_nhan) != nullptr || first_of(page, is_first_copy) != nullptr ||
         first_of(page, is_archive_line) != nullptr;
}

}  // namespace vanthu::fields
