// SPDX-License-Identifier: GPL-3.0-or-later
// Idea: word spaces are about a third of the letter height, column gaps well over one. A line is
// cut at every gap of kWideGap heights, and in head and foot, where columns come close, at the one
// gap near the middle of the page that is over kColumnGap heights.
#include "pipeline/fields/layout.h"

#include <algorithm>
#include <cmath>

#include "pipeline/fields/anchors.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kWideGap = 2.2;    // justified lines stay under it; table cells and columns do not
constexpr double kColumnGap = 1.0;  // the heads of long-named offices come this near
constexpr double kFootGap = 1.5;   // below the head a gap near the middle may be a justified line's
constexpr double kSameRow = 0.6;   // of the letter height, between middles
constexpr double kSure = 0.6;      // words under it do not tell the letter height
constexpr double kWideLine = 0.4;  // of the page width: lines that tell the text frame

int median(std::vector<int> values, int otherwise) {
  if (values.empty()) return otherwise;
  auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

int letter_height(const OcrPage& page) {
  std::vector<int> sure, all;
  for (const Line& line : page.lines)
    for (const Word& word : line.words) {
      if (word.box.empty() || count_letters(word.text) < 2) continue;
      all.push_back(word.box.h);
      if (word.confidence >= kSure) sure.push_back(word.box.h);
    }
  const int fallback = std::max(8, static_cast<int>(page.dpi * 0.16));  // 13 pt with its marks
  return std::max(6, median(sure.size() >= 5 ? sure : all, fallback));
}

// Specks and rules read as marks: neither letters, digits, dashes, dots nor stars.
bool is_speck(const Word& word) {
  static constexpr std::u32string_view kMeant = U"-–—+*.…:()“”\"/&~";
  if (!letters(word.text).empty()) return false;
  for (const char32_t c : to_u32(word.text))
    if (kMeant.find(c) != std::u32string_view::npos) return false;
  return true;
}

int gap_after(const std::vector<Word>& words, std::size_t i) {
  return words[i + 1].box.x - words[i].box.right();
}

// Where the two columns of a head or foot part, or words.size() when the line stands in one of
// them.
std::size_t column_cut(const std::vector<Word>& words, const PageLayout& page, double gap) {
  std::size_t cut = words.size();
  int widest = static_cast<int>(gap * page.letter);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const int middle = (words[i].box.right() + words[i + 1].box.x) / 2;
    if (middle < 0.28 * page.width || middle > 0.68 * page.width) continue;
    if (gap_after(words, i) > widest) {
      widest = gap_after(words, i);
      cut = i;
    }
  }
  return cut;
}

// A line that begins with the left column and ends with the national head or a date is cut there
// even when the gap is narrow.
std::size_t anchor_cut(const std::vector<Word>& words) {
  for (const char* anchor : {"cong hoa xa hoi chu nghia", "dang cong san viet nam", "doc lap tu do",
                             "doan tncs ho chi minh"}) {
    const Span span = find_anchor(words, anchor, 2);
    if (span.found() && span.begin > 0) return static_cast<std::size_t>(span.begin - 1);
  }
  return words.size();
}

void cut_line(const Line& line, PageLayout& page) {
  std::vector<Word> words;
  for (const Word& word : line.words)
    if (!word.box.empty() && !is_speck(word)) {
      words.push_back(word);
      words.back().text = tidy(word.text);  // Ð for Đ, long dashes
    }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
  if (words.empty()) return;
  const bool upper_part = line.box.mid_y() < 0.4 * page.height;
  std::size_t cut = anchor_cut(words);
  if (!upper_part) cut = words.size();
  if (cut == words.size()) cut = column_cut(words, page, upper_part ? kColumnGap : kFootGap);
  std::vector<Word> run;
  for (std::size_t i = 0; i < words.size(); ++i) {
    run.push_back(words[i]);
    const bool last = i + 1 == words.size();
    if (last || i == cut || gap_after(words, i) > kWideGap * page.letter) {
      page.pieces.push_back(make_piece(page.number, line.region, std::move(run)));
      run.clear();
    }
  }
}

void sort_rows(std::vector<Piece>& pieces, int slack) {
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.box.mid_y() < b.box.mid_y(); });
  for (std::size_t from = 0; from < pieces.size();) {
    std::size_t to = from + 1;
    while (to < pieces.size() && pieces[to].box.mid_y() - pieces[from].box.mid_y() <= slack) ++to;
    std::stable_sort(pieces.begin() + static_cast<std::ptrdiff_t>(from),
                     pieces.begin() + static_cast<std::ptrdiff_t>(to),
                     [](const Piece& a, const Piece& b) { return a.box.x < b.box.x; });
    from = to;
  }
}

Box text_frame(const PageLayout& page) {
  std::vector<int> lefts, rights;
  for (const Piece& piece : page.pieces) {
    if (piece.box.w < kWideLine * page.width) continue;
    lefts.push_back(piece.box.x);
    rights.push_back(piece.box.right());
  }
  if (lefts.size() < 3) return {page.width / 8, 0, page.width * 3 / 4, page.height};
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  const int left = lefts[lefts.size() / 10], right = rights[rights.size() * 8 / 10];
  return {left, 0, std::max(1, right - left), page.height};
}

}  // namespace

Piece make_piece(int page, Region region, std::vector<Word> words) {
  Piece out;
  out.page = page;
  out.region = region;
  out.words = std::move(words);
  for (const Word& word : out.words) out.box = unite(out.box, word.box);
  out.text = join_words(out.words, 0, static_cast<int>(out.words.size()));
  return out;
}

Piece merge_row(const std::vector<Piece>& from) {
  std::vector<Word> words;
  for (const Piece& piece : from) words.insert(words.end(), piece.words.begin(), piece.words.end());
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
  if (from.empty()) return {};
  return make_piece(from.front().page, from.front().region, std::move(words));
}

bool same_row(const Box& a, const Box& b, int slack) {
  return std::abs(a.mid_y() - b.mid_y()) <= slack;
}

bool legible(const Piece& piece) {
  const std::string key = letters(piece.text);
  return count_letters(piece.text) >= 2 ||
         std::any_of(key.begin(), key.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

PageLayout lay_out(const OcrPage& page) {
  PageLayout out;
  out.number = page.number;
  out.width = std::max(1, page.width);
  out.height = std::max(1, page.height);
  out.letter = letter_height(page);
  for (const Line& line : page.lines) {
    if (line.region != Region::stamp) {
      cut_line(line, out);
    } else if (!line.words.empty()) {
      out.coloured.push_back(make_piece(page.number, line.region, line.words));
    }
  }
  sort_rows(out.pieces, static_cast<int>(kSameRow * out.letter));
  out.frame = text_frame(out);
  out.blank = page.blank ||
              std::count_if(out.pieces.begin(), out.pieces.end(), [](const Piece& piece) {
                return count_letters(piece.text) >= 4 && mean_confidence(piece.words) >= kSure;
              }) < 2;
  return out;
}

}  // namespace vanthu::fields
