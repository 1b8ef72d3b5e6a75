// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/signatures.h"

#include <algorithm>
#include <string>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr const char* kAuthorityMarks[] = {"tm", "kt", "tl", "tuq"};
constexpr double kCapitals = 0.82;
constexpr double kWidestTitle = 0.5;  // of the page
constexpr int kMostTitleWords = 10;
constexpr double kHeadEnds = 0.15;  // of the page: titles above stand in a head
constexpr double kPen = 2.5;   // letters between title and name: room for the pen; in a table none
constexpr double kAbove = 30;  // letters: a single block this far above Nơi nhận at most

bool has_authority_mark(const std::string& text) {
  const std::string key = letters(text);
  return std::any_of(std::begin(kAuthorityMarks), std::end(kAuthorityMarks), [&](const char* mark) {
    return key.starts_with(mark) && key.size() > 6 && text.find('.') < 5;
  });
}

// "GIÁM ĐỐC SỞ Y TẾ": a known title, with or without whose it is.
bool opens_with_title(const Piece& piece) {
  for (std::size_t n = 2; n <= 5 && n <= piece.words.size(); ++n)
    if (signer_title(join_words(piece.words, 0, static_cast<int>(n)))) return true;
  return false;
}

bool is_title(const PageLayout& page, const Piece& piece) {
  if (piece.words.size() > kMostTitleWords || piece.box.w > kWidestTitle * page.width) return false;
  if (count_letters(piece.text) < 5 || capitals(piece.text) < kCapitals) return false;
  return has_authority_mark(piece.text) || opens_with_title(piece);
}

// The titles on the row of `first`, from the left.
std::vector<const Piece*> titles_beside(const PageLayout& page, const Piece& first) {
  std::vector<const Piece*> out;
  for (const Piece& piece : page.pieces)
    if (same_row(piece.box, first.box, page.letter) && is_title(page, piece)) out.push_back(&piece);
  std::sort(out.begin(), out.end(),
            [](const Piece* a, const Piece* b) { return a->box.x < b->box.x; });
  return out;
}

struct Rows {
  int from = 0, to = 0;  // y of the signatures
};

std::size_t column_of(const Piece& piece, const std::vector<const Piece*>& titles) {
  const auto far = [&](const Piece* t) { return std::abs(t->box.mid_x() - piece.box.mid_x()); };
  return static_cast<std::size_t>(
      std::min_element(titles.begin(), titles.end(),
                       [&](const Piece* a, const Piece* b) { return far(a) < far(b); }) -
      titles.begin());
}

bool has_room_for_pen(const SignatureBlock& block, int letter) {
  return block.name && !block.titles.empty() &&
         block.name->box.y - block.titles.front().box.bottom() >= kPen * letter;
}

// The blocks under each of `titles`, columns from the right; none where they are no signatures.
std::vector<SignatureBlock> blocks_under(const PageLayout& page,
                                         const std::vector<const Piece*>& titles, Rows rows) {
  std::vector<std::vector<Piece>> columns(titles.size());
  for (const Piece& piece : page.pieces)
    if (piece.box.mid_y() >= rows.from && piece.box.mid_y() < rows.to &&
        piece.box.w < kWidestTitle * page.width)
      columns[column_of(piece, titles)].push_back(piece);
  std::vector<SignatureBlock> out;
  for (auto column = columns.rbegin(); column != columns.rend(); ++column)
    for (SignatureBlock& block : signature_blocks(*column)) out.push_back(std::move(block));
  const bool signed_so = std::any_of(out.begin(), out.end(), [&](const SignatureBlock& block) {
    return has_room_for_pen(block, page.letter);
  });
  if (!signed_so) out.clear();
  return out;
}

int bottom_of(const PageLayout& page, const Piece& title, const std::optional<Foot>& foot) {
  const bool below =
      foot && foot->page == &page && foot->anchored && foot->top > title.box.bottom();
  return below ? foot->top - page.letter / 2 : page.height;
}

std::vector<SignatureBlock> side_by_side(const PageLayout& page, const std::optional<Foot>& foot) {
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() < kHeadEnds * page.height || !is_title(page, piece)) continue;
    const std::vector<const Piece*> titles = titles_beside(page, piece);
    if (titles.size() < 2) continue;
    const Rows rows{piece.box.mid_y() - page.letter, bottom_of(page, piece, foot)};
    std::vector<SignatureBlock> found = blocks_under(page, titles, rows);
    if (found.size() > 1) return found;
  }
  return {};
}

// A block in the right half that ends above Nơi nhận.
std::vector<SignatureBlock> above(const Foot& foot) {
  const PageLayout& page = *foot.page;
  for (const Piece& piece : page.pieces) {
    const bool right = piece.box.mid_x() > 0.5 * page.width;
    const int up = foot.top - piece.box.mid_y();
    if (!right || up <= 0 || up > kAbove * page.letter || !is_title(page, piece)) continue;
    return blocks_under(page, {&piece}, {piece.box.mid_y() - page.letter, foot.top});
  }
  return {};
}

}  // namespace

std::vector<SignatureBlock> find_signatures(const std::vector<const PageLayout*>& pages,
                                            const std::optional<Foot>& foot) {
  for (const PageLayout* page : pages)
    if (std::vector<SignatureBlock> joint = side_by_side(*page, foot); !joint.empty()) return joint;
  if (!foot) return {};
  std::vector<SignatureBlock> beside = signature_blocks(foot->right);
  return beside.empty() && foot->anchored ? above(*foot) : beside;
}

}  // namespace vanthu::fields
