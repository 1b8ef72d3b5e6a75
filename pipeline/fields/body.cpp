// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/body.h"

#include <algorithm>

#include "pipeline/fields/citations.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

void append(Body& body, const Piece& piece) {
  body.starts.push_back({body.text.size(), &piece});
  body.text += to_u32(piece.text);
  body.text += U'\n';
}

// Head and foot columns one after the other: rows that hold two pieces, each within its half, are
// read down the left and then down the right.
void append_page(Body& body, const PageLayout& page, const Head* own) {
  const int column = own != nullptr ? own->column : page.width / 2;
  const int head_end = own != nullptr ? own->bottom + 10 * page.letter : 0;
  const auto is_own_number = [&](const Piece& piece) {
    return own != nullptr && own->number &&
           same_row(piece.box, own->number->box, page.letter / 2) &&
           piece.box.mid_x() < std::max(column, own->number->box.right());
  };
  for (const bool left : {true, false})
    for (const Piece& piece : page.pieces)
      if (piece.box.mid_y() < head_end && (piece.box.mid_x() < column) == left &&
          !is_own_number(piece))
        append(body, piece);
  for (const Piece& piece : page.pieces)
    if (piece.box.mid_y() >= head_end) append(body, piece);
}

}  // namespace

const Piece* Body::piece_at(std::size_t at) const {
  if (starts.empty() || at >= text.size()) return nullptr;
  auto after = std::upper_bound(starts.begin(), starts.end(), at,
                                [](std::size_t x, const Start& s) { return x < s.at; });
  return after == starts.begin() ? nullptr : std::prev(after)->piece;
}

Body body_of(const std::vector<const PageLayout*>& pages, const Head& own) {
  Body out;
  for (std::size_t i = 0; i < pages.size(); ++i)
    append_page(out, *pages[i], i == 0 ? &own : nullptr);
  return out;
}

std::vector<Citation> read_citations(const Body& body) {
  std::vector<Citation> out;
  for (CitationSpan& span : find_citations(body.text)) {
    const Piece* piece = body.piece_at(span.number_from);
    if (piece == nullptr) continue;
    span.citation.page = piece->page;
    span.citation.box = piece->box;
    out.push_back(std::move(span.citation));
  }
  return out;
}

}  // namespace vanthu::fields
