// SPDX-License-Identifier: GPL-3.0-or-later
// Order of search: the right head first (long, printed large, hardly ever misread whole), then the
// date row under it, then the number row level with the date, then what is left above it.
#include "pipeline/fields/head.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kHeadPart = 0.38;     // of the page height: no head starts lower
constexpr double kUsualColumn = 0.44;  // of the page width, when no right head is seen
constexpr double kSameTitle = 2.2;     // letters: wider gaps part a title from what is beside it
constexpr int kRowsUnderMotto = 7;     // letters: number and date stand no further below

struct NationalHead {
  const char* text;
  HeadKind kind;
  std::size_t edits;
};
constexpr NationalHead kNational[] = {
    {"cong hoa xa hoi chu nghia viet nam", HeadKind::state, 7},
    {"dang cong san viet nam", HeadKind::party, 3},
    {"doan tncs ho chi minh", HeadKind::youth, 3},
    {"doan thanh nien cong san ho chi minh", HeadKind::youth, 5},
    {"viet nam dan chu cong hoa", HeadKind::old_state, 4},
};

bool in_head_part(const PageLayout& page, const Piece& piece) {
  return piece.box.mid_y() < kHeadPart * page.height;
}

void find_national(const PageLayout& page, Head& head) {
  for (const Piece& piece : page.pieces) {
    if (!in_head_part(page, piece) || piece.box.mid_x() < 0.4 * page.width) continue;
    for (const auto& known : kNational) {
      const Span span = find_anchor(piece.words, known.text, known.edits);
      const int rest = static_cast<int>(piece.words.size()) - (span.end - span.begin);
      if (!head.national && span.found() && rest <= 2 && capitals(piece.text) > 0.7) {
        head.national = piece;
        head.kind = known.kind;
      }
    }
    if (!head.motto && find_anchor(piece.words, "doc lap tu do hanh phuc", 4).found())
      head.motto = piece;
  }
  if (!head.national && head.motto) head.kind = HeadKind::state;
}

// The pieces of the row of `seed` on its side of `column`, as one.
Piece whole_row(const PageLayout& page, const Piece& seed, int column, bool left) {
  std::vector<Piece> parts;
  for (const Piece& piece : page.pieces) {
    const bool side = left ? piece.box.mid_x() < column : piece.box.mid_x() >= column;
    if (side && same_row(piece.box, seed.box, static_cast<int>(0.7 * page.letter)))
      parts.push_back(piece);
  }
  return parts.empty() ? seed : merge_row(parts);
}

// `Số`, however misread, and then no word: "SỞ Y TẾ" has the same letters.
bool says_so(const Piece& piece) {
  std::string key = fold(piece.text);
  std::size_t at = 0;
  while (at < key.size() && at < 4 && letters(key.substr(at, 1)).empty()) ++at;
  key = key.substr(at);
  if (key.rfind("luat ", 0) == 0) key = key.substr(5);
  const bool so = key.size() >= 2 && key[0] == 's' &&
                  std::string_view("o0a6de").find(key[1]) != std::string_view::npos;
  if (!so) return false;
  if (key.find(':') == 2) return true;
  std::size_t next = 2;
  while (next < key.size() && (key[next] == ' ' || key[next] == '.')) ++next;
  return next >= key.size() || key[next] < 'a' || key[next] > 'z';
}

bool says_mark(const std::vector<Word>& words) {
  const std::string key = letters(join_words(words, 0, static_cast<int>(words.size())));
  for (const char* mark : {"mat", "toimat", "tuyetmat", "khan", "thuongkhan", "hoatoc"})
    if (is_near(key, mark, std::string_view(mark).size() > 4 ? 1 : 0)) return true;
  return false;
}

// A mark pressed left of `Số:` is none of its row; else the gate would take it for digits.
Piece without_mark_in_front(const Piece& row) {
  for (std::size_t i = 1; i < std::min<std::size_t>(row.words.size(), 4); ++i) {
    const auto at = row.words.begin() + static_cast<std::ptrdiff_t>(i);
    const Piece rest = make_piece(row.page, row.region, {at, row.words.end()});
    if (says_so(rest) && says_mark({row.words.begin(), at})) return rest;
  }
  return row;
}

int right_edge_of_left(const PageLayout& page, const Head& head) {
  int x = static_cast<int>(0.5 * page.width);
  if (head.national) x = std::min(x, head.national->box.x);
  if (head.motto) x = std::min(x, head.motto->box.x);
  if (!head.national && !head.motto) x = static_cast<int>(kUsualColumn * page.width);
  return x;
}

void find_date(const PageLayout& page, Head& head) {
  const int under = head.motto ? head.motto->box.y : head.national ? head.national->box.y : 0;
  for (const Piece& piece : page.pieces) {
    if (!in_head_part(page, piece) || piece.box.mid_y() < under) continue;
    if (piece.box.mid_x() < 0.45 * page.width) continue;
    const Piece row = whole_row(page, piece, std::min(head.column, piece.box.x + 1), false);
    if (!looks_like_date_row(row)) continue;
    const bool alone = !head.national && !head.motto;
    if (!alone && row.box.y > under + 2 * kRowsUnderMotto * page.letter) return;
    head.date = row;
    return;
  }
}

// How much the piece is the number row: 0 not at all.
double number_weight(const PageLayout& page, const Head& head, const Piece& piece) {
  if (!in_head_part(page, piece) || piece.box.x > head.column) return 0;
  if (piece.box.mid_x() > 0.5 * page.width) return 0;
  const bool so = says_so(piece);
  const Piece row = whole_row(page, piece, head.column, true);
  const bool notation = looks_like_number_row(row);
  if (!so && !notation) return 0;
  const int beside = head.date ? std::abs(head.date->box.mid_y() - piece.box.mid_y()) : page.height;
  const bool level = beside < 2 * page.letter;
  const int above = head.national ? head.national->box.y : 0;
  if (piece.box.mid_y() < above - page.letter) return 0;
  if (!level && !head.national && !head.motto) return 0;
  if (head.national && piece.box.y > head.national->box.y + 2 * kRowsUnderMotto * page.letter &&
      !level)
    return 0;
  return (so ? 2.0 : 0) + (notation ? 1.5 : 0) + (level ? 1.0 : 0);
}

void find_number(const PageLayout& page, Head& head) {
  double best = 1.4;
  for (const Piece& piece : page.pieces) {
    const double weight = number_weight(page, head, piece);
    if (weight <= best) continue;
    best = weight;
    head.number = without_mark_in_front(whole_row(page, piece, head.column, true));
  }
}

void find_issuers(const PageLayout& page, Head& head) {
  int last = head.number ? head.number->box.mid_y() - page.letter / 2
             : head.date ? head.date->box.mid_y() + page.letter / 2
                         : 0;
  const int first = head.national ? head.national->box.mid_y() - 3 * page.letter
                    : head.motto  ? head.motto->box.mid_y() - 5 * page.letter
                                  : 0;
  if (last == 0 && head.motto) last = head.motto->box.bottom() + page.letter;
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() >= last || piece.box.mid_y() < first) continue;
    const int limit = head.national ? std::max(head.column, head.national->box.x) : head.column;
    if (piece.box.mid_x() >= head.column || piece.box.right() > limit + page.letter) continue;
    if (count_letters(piece.text) < 2 || capitals(piece.text) < 0.6) continue;
    if (mean_confidence(piece.words) < 0.45) continue;
    const bool continues = !head.issuers.empty() && same_row(head.issuers.back().box, piece.box,
                                                             static_cast<int>(0.6 * page.letter));
    if (continues) {
      head.issuers.back() = merge_row({head.issuers.back(), piece});
    } else {
      head.issuers.push_back(piece);
    }
  }
}

// The title's words at the start of the row, letters compared; 0 when it does not open with them.
int opening_words(const Piece& row, std::string_view printed) {
  std::string run;
  const std::string wanted = letters(printed);
  const std::size_t edits = wanted.size() >= 9 ? 1 : 0;
  for (std::size_t i = 0; i < row.words.size() && run.size() <= wanted.size() + edits; ++i) {
    run += letters(row.words[i].text);
    if (!run.empty() && is_near(run, wanted, edits)) return static_cast<int>(i) + 1;
  }
  return 0;
}

// A centred title may stand wide enough to have been cut near the middle of the page.
Piece with_neighbours(const PageLayout& page, const Piece& seed) {
  Piece out = seed;
  for (const Piece& piece : page.pieces) {
    const int gap = piece.box.x - out.box.right();
    if (same_row(piece.box, seed.box, page.letter / 2) && gap > 0 && gap < kSameTitle * page.letter)
      out = merge_row({out, piece});
  }
  return out;
}

bool is_noise(const Word& word) {
  return count_letters(word.text) == 0 || (word.confidence < 0.35 && count_letters(word.text) < 2);
}

Piece without_noise_in_front(const Piece& piece) {
  std::size_t i = 0;
  while (i + 1 < piece.words.size() && is_noise(piece.words[i])) ++i;
  return make_piece(piece.page, piece.region,
                    {piece.words.begin() + static_cast<std::ptrdiff_t>(i), piece.words.end()});
}

}  // namespace

bool looks_like_number_row(const Piece& piece) {
  if (piece.words.size() > 9 || piece.text.find('(') != std::string::npos) return false;
  const std::u32string text = to_u32(piece.text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool parted = is_slash(text[i]) || is_dash(text[i]);
    if (!parted && i > 0) continue;
    std::size_t at = parted ? i + 1 : i;
    skip_blanks(text, at);
    const std::u32string notation = take_notation(text, at);
    const bool grouped = notation.find_first_of(U"-/") != std::u32string::npos;
    const bool enough = is_slash(text[i]) ? notation.size() >= 2 : grouped;
    if (enough && capitals(from_u32(notation)) >= 0.6) return true;
  }
  return false;
}

bool looks_like_date_row(const Piece& piece) {
  if (piece.words.size() > 16) return false;
  const bool has_year = find_year(piece.text) != 0;
  const bool day = find_anchor(piece.words, "ngay", 1).found() ||
                   letters(piece.text).find("ngay") != std::string::npos;
  const std::string key = letters(piece.text);
  const bool month =
      key.find("thang") != std::string::npos || find_anchor(piece.words, "thang", 1).found();
  const bool named = key.find("nam") != std::string::npos;
  const std::size_t comma = piece.text.find(',');
  if (named && has_year && comma != std::string::npos && province(piece.text.substr(0, comma)))
    return true;
  return (month && named && (has_year || day)) || (day && named && has_year) ||
         (day && month && has_year);
}

Head find_head(const PageLayout& page) {
  Head head;
  find_national(page, head);
  head.column = right_edge_of_left(page, head);
  find_date(page, head);
  if (head.date) head.column = std::min(head.column, std::max(head.date->box.x, page.width / 3));
  find_number(page, head);
  find_issuers(page, head);
  for (const auto* part : {&head.national, &head.motto, &head.number, &head.date})
    if (*part) {
      head.bottom = std::max(head.bottom, (*part)->box.bottom());
      head.top = head.top == 0 ? (*part)->box.y : std::min(head.top, (*part)->box.y);
    }
  return head;
}

namespace {

// "HOẠCH" alone, its first word lost: the one kind that ends so.
const PrintedKind* kind_by_ending(const Piece& row) {
  const PrintedKind* only = nullptr;
  if (row.words.size() != 1 || count_letters(row.text) < 5 || capitals(row.text) < 0.9)
    return nullptr;
  for (const PrintedKind& known : printed_kinds()) {
    const auto words = words_of(known.printed);
    if (words.size() != 2 || letters(words.back()) != letters(row.text)) continue;
    if (only != nullptr) return nullptr;
    only = &known;
  }
  return only;
}

}  // namespace

std::optional<Title> find_title(const PageLayout& page, const Head& head) {
  const int from = head.date     ? head.date->box.bottom() - page.letter / 2
                   : head.number ? head.number->box.bottom() - page.letter / 2
                                 : head.bottom;
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() <= from || piece.box.mid_y() > 0.55 * page.height) continue;
    const Piece row = without_noise_in_front(with_neighbours(page, piece));
    const double off_centre =
        std::abs(row.box.mid_x() - page.frame.mid_x()) / static_cast<double>(page.width);
    if (off_centre > 0.17 || capitals(row.words.front().text) < 0.7) continue;
    if (const PrintedKind* ending = kind_by_ending(row))
      return Title{row, std::string(ending->printed), std::string(ending->name), 1};
    for (const auto& known : printed_kinds()) {
      const int n = opening_words(row, known.printed);
      if (n == 0 || capitals(join_words(row.words, 0, n)) < 0.8) continue;
      return Title{row, std::string(known.printed), std::string(known.name), n};
    }
  }
  return std::nullopt;
}

namespace {

// A stamp hides `Kính`: "gửi:" or what is left of it, with its colon and a list dash after it.
Span half_hidden_anchor(const std::vector<Word>& words) {
  for (int i = 0; i < static_cast<int>(words.size()) && i < 3; ++i) {
    const std::string& text = words[static_cast<std::size_t>(i)].text;
    const bool ends = !text.empty() && text.back() == ':' && letters(text).size() <= 7;
    const std::string key = letters(text);
    const bool gui = key.size() >= 2 && key.compare(key.size() - 2, 2, "ui") == 0;
    const bool list = i + 1 < static_cast<int>(words.size()) &&
                      starts_with_dash(words[static_cast<std::size_t>(i) + 1].text);
    if (ends && gui && list) return {i, i + 1, 3};
  }
  return {};
}

}  // namespace

std::optional<Addressed> find_addressed(const PageLayout& page, const Head& head) {
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const Piece& piece = page.pieces[i];
    if (piece.box.mid_y() < head.bottom || piece.box.mid_y() > 0.6 * page.height) continue;
    Span span = find_anchor(piece.words, "kinh gui", 1);
    if (!span.found() && piece.words.size() <= 3) span = find_anchor(piece.words, "kinh gui", 2);
    if (!span.found()) span = find_anchor(piece.words, "kinh trinh", 0);
    if (!span.found()) span = half_hidden_anchor(piece.words);
    const bool kinh = piece.words.size() == 2 && is_near(piece.words[0].text, "kinh", 0) &&
                      piece.words[1].text.back() == ':';
    if (!span.found() && kinh) span = {0, 2, 3};
    if (span.found() && span.begin <= 3) return Addressed{i, span};
  }
  return std::nullopt;
}

}  // namespace vanthu::fields
