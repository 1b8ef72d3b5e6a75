// SPDX-License-Identifier: GPL-3.0-or-later
// A block of lines ends where the distance to the next line jumps (kJump times the block's own),
// where a body opens (`Căn cứ`, `Kính gửi`) or where the line leaves the block's column.
#include "pipeline/fields/subject.h"

#include <algorithm>
#include <cmath>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kJump = 1.36;       // of the least distance inside the block
constexpr double kFirstStep = 3.4;   // letters from the title or number to the block's first line
constexpr double kLineStep = 2.1;    // letters between lines of one block at the very most
constexpr double kOffCentre = 0.09;  // of the page width, for lines under a title
constexpr double kHalfRow = 0.15;    // a short row with such a word is a line cut through, or pen
constexpr double kDirtSure = 0.5;    // a word before the block that is less sure, and
constexpr double kDirtGap = 1.2;     // letters from the next, is none of it
constexpr double kTooWide = 2.5;     // times what its letters need: a word that begins at dirt
constexpr double kStrokeSure = 0.8;  // a row of a few letters less sure than this is a stroke
constexpr double kMostSure = 0.88;   // long free text: one lost mark makes it wrong

bool opens_body(const Piece& piece) {
  for (const char* word : {"can cu", "kinh gui", "thuc hien quyet dinh so", "xet de nghi",
                           "de trien khai", "nham dam bao"})
    if (begins_with(piece.text, word)) return true;
  return false;
}

bool is_stamp_line(const Piece& piece) {
  for (const char* word : {"khan", "hoa toc", "thuong khan", "den", "so den", "ngay den"})
    if (is_near(piece.text, word, 0)) return true;
  return false;
}

// One row of the block's column, its pieces joined.
std::vector<Piece> rows_of(const std::vector<Piece>& pieces, int slack) {
  std::vector<Piece> out;
  for (const Piece& piece : pieces) {
    const bool beside = !out.empty() && piece.box.x > out.back().box.right() - slack;
    if (beside && same_row(out.back().box, piece.box, slack)) {
      out.back() = merge_row({out.back(), piece});
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

std::string joined(const std::vector<Piece>& lines) {
  std::vector<std::string> texts;
  for (const Piece& line : lines) texts.push_back(line.text);
  return join(texts, " ");
}

// What a stamp, a stroke or dirt left of the block reads as: an unsure word at the row's very start
// that a gap parts from the rest, or a word far wider than its letters, which begins at the dirt.
// The row without the one, the other cut to its letters.
Piece without_dirt_before(const Piece& row, int letter) {
  std::vector<Word> words = row.words;
  const auto unsure = [&] {
    return words.size() > 2 && words[0].confidence < kDirtSure &&
           words[1].box.x - words[0].box.right() > kDirtGap * letter;
  };
  while (unsure()) words.erase(words.begin());
  double width = 0, letters = 0;
  for (std::size_t i = 1; i < words.size(); ++i)
    width += words[i].box.w, letters += count_letters(words[i].text);
  if (letters > 0) {
    Word& first = words.front();
    const double own = width / letters * count_letters(first.text);
    if (first.box.w > kTooWide * own) {
      const int right = first.box.right();
      first.box.w = static_cast<int>(own);
      first.box.x = right - first.box.w;
    }
  }
  return make_piece(row.page, row.region, std::move(words));
}

// A few unsure letters under the block: a pen's stroke, the edge of a stamp.
bool is_stroke(const Piece& row) {
  return row.words.size() <= 3 && count_letters(row.text) < 5 &&
         mean_confidence(row.words) < kStrokeSure;
}

std::vector<Piece> under_title(const PageLayout& page, const Title& title) {
  std::vector<Piece> below;
  for (const Piece& piece : page.pieces) {
    const bool inside = piece.box.mid_y() > title.row.box.bottom() && legible(piece);
    const bool sure = mean_confidence(piece.words) >= 0.3;
    if (inside && sure) below.push_back(piece);
  }
  std::vector<Piece> out;
  const double centre = title.words == static_cast<int>(title.row.words.size())
                            ? title.row.box.mid_x()
                            : page.frame.mid_x();
  int last = title.row.box.mid_y();
  double least = kLineStep * page.letter;
  for (const Piece& seen : rows_of(below, static_cast<int>(0.6 * page.letter))) {
    const Piece row = without_dirt_before(seen, page.letter);
    const int step = row.box.mid_y() - last;
    const bool first = out.empty();
    if (step > (first ? kFirstStep * page.letter : kJump * least)) break;
    if (opens_body(row) || starts_with_dash(row.text) || row.text.back() == ';') break;
    if (std::abs(row.box.mid_x() - centre) > kOffCentre * page.width) break;
    if (!first && capitals(row.text) > 0.85 && capitals(out.back().text) < 0.7) break;
    if (first && capitals(row.text) > 0.9 && begins_with(row.text, title.kind)) break;
    if (!first) least = std::min(least, static_cast<double>(step));
    last = row.box.mid_y();
    out.push_back(row);
  }
  return out;
}

Field subject_field(const std::vector<Piece>& lines, double trust) {
  const std::string raw = joined(lines), value = plain_subject(raw);
  if (count_letters(value) < 4) return nothing(Status::missing);
  double least = 1;
  for (const Piece& line : lines) least = std::min(least, min_confidence(line.words));
  return found(value, trust * (0.5 + 0.5 * least), lines, raw);
}

}  // namespace

bool opens_with_v_v(const Piece& piece) {
  if (begins_with(piece.text, "ve viec")) return true;
  const std::u32string first = to_u32(without_dash(piece.words.front().text));
  std::u32string word;
  for (const char32_t c : first)
    if (c != U'(' && c != U':' && c != U'.' && !is_dash(c)) word += c;
  if (word.empty() || word.size() > 4) return false;
  const bool v = word.front() == U'V' || word.front() == U'v';
  static constexpr std::u32string_view kStroke = U"1lIi|";  // what is left of the first V and slash
  if (word.size() == 2 && word[1] == U'v' && kStroke.find(word[0]) != kStroke.npos) return true;
  if (!v) return word.find(U'⁄') != std::u32string::npos || word.find(U'/') == 1;
  const std::string key = letters(from_u32(word));
  const bool slashed = std::any_of(word.begin(), word.end(), is_slash);
  return slashed || key == "vv" || key == "viv" || key == "vlv" || key == "vw" ||
         from_u32(word) == "VÁN";
}

std::vector<Piece> block_under_number(const PageLayout& page, const Head& head) {
  if (!head.number) return {};
  const int right = std::max(head.column, head.national ? head.national->box.x : head.column);
  std::vector<Piece> below;
  for (const Piece& piece : page.pieces) {
    if (piece.box.mid_y() <= head.number->box.mid_y() + page.letter / 2 ||
        piece.box.mid_x() > right)
      continue;
    if (piece.box.right() > right + 3 * page.letter || piece.region == Region::stamp) continue;
    if (legible(piece) && !is_stamp_line(piece)) below.push_back(piece);
  }
  std::vector<Piece> out;
  int last = head.number->box.mid_y();
  for (const Piece& row : rows_of(below, static_cast<int>(0.6 * page.letter))) {
    const int step = row.box.mid_y() - last;
    const double most = out.empty() ? kFirstStep : kLineStep;
    if (step > most * page.letter || opens_body(row) ||
        find_anchor(row.words, "kinh gui", 1).found())
      break;
    if (out.empty() && capitals(row.text) > 0.9 && !opens_with_v_v(row)) break;
    if (!out.empty() && min_confidence(row.words) < kHalfRow && row.words.size() <= 4) break;
    if (!out.empty() && is_stroke(row)) break;
    last = row.box.mid_y();
    out.push_back(row);
  }
  return out;
}

std::string plain_subject(const std::string& text) {
  std::string out = trim(text);
  const bool bracketed = out.rfind("(", 0) == 0;
  if (bracketed) out = trim(out.substr(1));
  Piece probe = make_piece(1, Region::body, {});
  for (const auto& word : words_of(out)) probe.words.push_back({word, {}, {}, 1});
  probe.text = out;
  while (!probe.words.empty() && opens_with_v_v(probe)) {
    const std::ptrdiff_t lead =
        begins_with(probe.text, "ve viec") && !begins_with(probe.words.front().text, "vv") ? 2 : 1;
    probe.words.erase(
        probe.words.begin(),
        probe.words.begin() + std::min<std::ptrdiff_t>(lead, std::ssize(probe.words)));
    probe.text = out = join_words(probe.words, 0, static_cast<int>(probe.words.size()));
  }
  out = without_stop(trim(out, ":"));
  if (bracketed && !out.empty() && out.back() == ')' && out.find('(') == std::string::npos)
    out.pop_back();
  return without_stop(out);
}

SubjectFound read_subject(const PageLayout& page, const Head& head,
                          const std::optional<Title>& title) {
  SubjectFound out;
  if (title) {
    std::vector<Piece> lines = under_title(page, *title);
    const int all = static_cast<int>(title->row.words.size());
    if (title->words < all) {
      const bool fused =
          title->printed != title->kind;  // "MỜI HỌP UBND TỈNH" is kind and subject in one
      std::vector<Word> rest(title->row.words.begin() + (fused ? 0 : title->words),
                             title->row.words.end());
      Piece same = make_piece(title->row.page, title->row.region, rest);
      if (legible(same)) lines.insert(lines.begin(), same);
    }
    out.bottom = lines.empty() ? title->row.box.bottom() : lines.back().box.bottom();
    if (!lines.empty()) out.field = subject_field(lines, kMostSure);
    return out;
  }
  const std::vector<Piece> block = block_under_number(page, head);
  out.bottom = block.empty() ? head.bottom : block.back().box.bottom();
  if (!block.empty())
    out.field = subject_field(block, opens_with_v_v(block.front()) ? kMostSure : 0.7);
  return out;
}

}  // namespace vanthu::fields
