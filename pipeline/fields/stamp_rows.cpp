// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/stamp_rows.h"

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/head.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

struct RowOf {
  Row row = Row::none;
  int value_from = 0;  // word where the value begins
};

// The SỞ of a receiver's name is no label of a number.
bool is_office(const Word& word) {
  return capitals(word.text) > 0.9 && canonical(word.text).rfind(canonical("SỐ"), 0) != 0 &&
         word.text.find_first_of(":.") == std::string::npos;
}

// Which row of a stamp the words from `at` say; the value follows the words of the label.
RowOf row_at(const std::vector<Word>& words, int at) {
  struct Label {
    const char* text;
    Row row;
    std::size_t edits;
  };
  static constexpr Label kLabels[] = {{"so va ky hieu hs", Row::file_code, 2},
                                      {"luu ho so so", Row::file_code, 2},
                                      {"luu ho so", Row::file_code, 1},
                                      {"luu so so", Row::file_code, 0},
                                      {"ngay den", Row::date, 1},
                                      {"so den", Row::number, 0},
                                      {"chuyen", Row::transfer, 0},
                                      {"ngay", Row::date, 0},
                                      {"so", Row::number, 0},
                                      {"den", Row::arrived, 0}};
  for (const Label& label : kLabels) {
    std::string run;
    for (int j = at; j < static_cast<int>(words.size()) && j < at + 5; ++j) {
      std::u32string letters_only;
      for (const char32_t c : to_u32(words[static_cast<std::size_t>(j)].text))
        if (is_letter(c)) letters_only += c;
      run += letters(from_u32(letters_only));
      if (run.empty() || !is_near(run, label.text, label.edits)) continue;
      if (label.row == Row::number && is_office(words[static_cast<std::size_t>(at)])) continue;
      return {label.row, j + 1};
    }
  }
  return {};
}

std::vector<Found> rows_in(const Piece& line) {
  std::vector<Found> out;
  for (int i = 0; i < static_cast<int>(line.words.size());) {
    const RowOf row = row_at(line.words, i);
    if (row.row == Row::none) {
      ++i;
      continue;
    }
    if (!out.empty()) out.back().to = i;
    const bool capital = capitals(line.words[static_cast<std::size_t>(i)].text) > 0.9;
    out.push_back({row.row, line, row.value_from, static_cast<int>(line.words.size()), capital});
    i = row.value_from;
  }
  return out;
}

// Lines that can be of a stamp: short, or in coloured ink.
bool may_be_stamp(const PageLayout& page, const Piece& piece) {
  if (looks_like_number_row(piece)) return false;
  return piece.region == Region::stamp ||
         (piece.words.size() <= 9 && piece.box.w < 0.45 * page.width);
}

bool tells_stamp(const Found& found) {
  if (found.row == Row::arrived) return found.capital;
  if (found.row == Row::transfer || found.row == Row::file_code) return found.from <= 4;
  return is_near(join_words(found.line.words, 0, 2), "so den", 0) ||
         is_near(join_words(found.line.words, 0, 2), "ngay den", 1) || found.line.words.size() <= 5;
}

bool near_box(const Box& a, const Box& b, int reach) {
  return a.x < b.right() + 4 * reach && b.x < a.right() + 4 * reach && a.y < b.bottom() + reach &&
         b.y < a.bottom() + reach;
}

bool is_value_of(const Found& row, const Piece& piece) {
  const Box label = row.line.box;
  return piece.region == Region::stamp && rows_in(piece).empty() &&
         piece.box.x >= label.right() - label.h &&
         std::abs(piece.box.mid_y() - label.mid_y()) <= label.h;
}

// Pen and dater do not keep to the dots: what stands beside a label, a little high or low, is its
// value.
void add_values_apart(Cluster& cluster, const std::vector<Piece>& pieces) {
  for (Found& row : cluster.rows) {
    if ((row.row != Row::number && row.row != Row::date) || !value_of(row).empty()) continue;
    for (const Piece& piece : pieces)
      if (is_value_of(row, piece))
        row.line.words.insert(row.line.words.end(), piece.words.begin(), piece.words.end());
    row.to = static_cast<int>(row.line.words.size());
  }
}

}  // namespace

const Found* Cluster::row_of(Row row) const {
  const auto at =
      std::find_if(rows.begin(), rows.end(), [&](const Found& one) { return one.row == row; });
  return at == rows.end() ? nullptr : &*at;
}

std::vector<Piece> stamp_pieces(const PageLayout& page) {
  std::vector<Piece> out = page.coloured;
  for (const Piece& piece : page.pieces)
    if (may_be_stamp(page, piece)) out.push_back(piece);
  return out;
}

std::string value_of(const Found& row) {
  std::string text = join_words(row.line.words, row.from, row.to);
  std::u32string out;
  for (const char32_t c : to_u32(text))
    if (c != U'.' && c != U'…' && c != U'_' && c != U':') out += c;
  return trim(from_u32(out));
}

Piece value_piece(const Found& row) {
  std::vector<Word> words;
  for (int i = row.from; i < row.to && i < static_cast<int>(row.line.words.size()); ++i)
    words.push_back(row.line.words[static_cast<std::size_t>(i)]);
  return words.empty() ? row.line : make_piece(row.line.page, row.line.region, words);
}

std::vector<Cluster> stamp_clusters(const PageLayout& page, const std::vector<Piece>& pieces) {
  std::vector<Cluster> out;
  for (const Piece& piece : pieces)
    for (const Found& row : rows_in(piece))
      if (row.row == Row::arrived && row.capital) out.push_back({piece.box, {}});
  for (const Piece& piece : pieces)
    for (const Found& row : rows_in(piece))
      if (is_near(join_words(piece.words, 0, 2), "so den", 0) ||
          is_near(join_words(piece.words, 0, 2), "ngay den", 1))
        if (std::none_of(out.begin(), out.end(),
                         [&](const Cluster& one) {
                           return near_box(one.box, piece.box, kStampReach * page.letter);
                         }) &&
            row.row != Row::none)
          out.push_back({piece.box, {}});
  for (Cluster& cluster : out)
    for (const Piece& piece : pieces)
      if (near_box(cluster.box, piece.box, kStampReach * page.letter))
        for (const Found& row : rows_in(piece))
          if (tells_stamp(row) && !cluster.has(row.row)) {
            cluster.rows.push_back(row);
            if (piece.region == Region::stamp || row.row != Row::number)
              cluster.box = unite(cluster.box, piece.box);
          }
  for (Cluster& cluster : out) add_values_apart(cluster, pieces);
  std::erase_if(out, [](const Cluster& one) {
    const int told = (one.has(Row::arrived) ? 2 : 0) + (one.has(Row::transfer) ? 1 : 0) +
                     (one.has(Row::file_code) ? 1 : 0) + (one.has(Row::date) ? 1 : 0) +
                     (one.has(Row::number) ? 1 : 0);
    return told < 3 || !(one.has(Row::date) || one.has(Row::transfer));
  });
  return out;
}

}  // namespace vanthu::fields
