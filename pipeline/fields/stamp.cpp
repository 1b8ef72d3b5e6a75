// SPDX-License-Identifier: GPL-3.0-or-later
// A stamp is a cluster of lines of which at least two say what only a stamp says. One line alone
// ("đến ngày 31/12") is body text.
#include "pipeline/fields/stamp.h"

#include <algorithm>
#include <optional>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/head.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr int kReach = 5;          // letters from row to row of one stamp
constexpr double kMostSure = 0.6;  // values are handwriting read as print

enum class Row { none, arrived, number, date, transfer, file_code };

struct RowOf {
  Row row = Row::none;
  int value_from = 0;  // word where the value begins
};

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
      if (!run.empty() && is_near(run, label.text, label.edits)) return {label.row, j + 1};
    }
  }
  return {};
}

struct Found {
  Row row;
  Piece line;
  int from = 0, to = 0;  // words of the value
  bool capital = false;
};

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

struct Cluster {
  Box box;
  std::vector<Found> rows;
  bool has(Row row) const {
    return std::any_of(rows.begin(), rows.end(), [&](const Found& one) { return one.row == row; });
  }
};

std::vector<Piece> all_pieces(const PageLayout& page) {
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

std::vector<Cluster> clusters_of(const PageLayout& page, const std::vector<Piece>& pieces) {
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
                           return near_box(one.box, piece.box, kReach * page.letter);
                         }) &&
            row.row != Row::none)
          out.push_back({piece.box, {}});
  for (Cluster& cluster : out)
    for (const Piece& piece : pieces)
      if (near_box(cluster.box, piece.box, kReach * page.letter))
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

Piece value_piece(const Found& row) {
  std::vector<Word> words;
  for (int i = row.from; i < row.to && i < static_cast<int>(row.line.words.size()); ++i)
    words.push_back(row.line.words[static_cast<std::size_t>(i)]);
  return words.empty() ? row.line : make_piece(row.line.page, row.line.region, words);
}

const Found* row_of(const Cluster& cluster, Row row) {
  const auto at = std::find_if(cluster.rows.begin(), cluster.rows.end(),
                               [&](const Found& one) { return one.row == row; });
  return at == cluster.rows.end() ? nullptr : &*at;
}

// Blank dots: seen that nothing is written. Ink that is no value: by hand.
Field plain_value(const Cluster& cluster, Row which, bool digits) {
  const Found* row = row_of(cluster, which);
  if (row == nullptr) return nothing(Status::missing);
  const std::string text = value_of(*row);
  const Piece piece = value_piece(*row);
  Field out = nothing(letters(text).empty() ? Status::absent : Status::handwritten);
  out.page = piece.page;
  out.boxes = {piece.box};
  out.raw = piece.text;
  if (out.status == Status::absent) out.confidence = 0.7;
  const bool good = digits ? all_digits(text, 6) : count_letters(text) >= 2;
  if (good && mean_confidence(piece.words) >= 0.7)
    return found(text, kMostSure * mean_confidence(piece.words), {piece}, piece.text);
  if (good) add_candidate(out, text, 0.4 * mean_confidence(piece.words));
  return out;
}

// Days from one ISO date to the other, months counted as 31 days: for "soon after" only.
std::optional<int> days_between(const std::string& from, const std::string& to) {
  if (from.size() != 10 || to.size() != 10) return std::nullopt;
  const auto day = [](const std::string& s) {
    return std::stoi(s.substr(0, 4)) * 372 + std::stoi(s.substr(5, 2)) * 31 +
           std::stoi(s.substr(8, 2));
  };
  return day(to) - day(from);
}

Field stamp_date(const Cluster& cluster, const std::string& issued) {
  Field out = plain_value(cluster, Row::date, false);
  const Found* row = row_of(cluster, Row::date);
  if (row == nullptr) return out;
  const Piece piece = value_piece(*row);
  const RowText text = row_text(piece);
  std::optional<std::string> date;
  for (std::size_t i = 0; i < text.text.size() && !date; ++i)
    if (is_digit(text.text[i])) {
      std::size_t at = i;
      date = take_date(text.text, at);
    }
  if (!date) {
    out.value.reset();
    if (out.status == Status::read) out.status = Status::handwritten;
    return out;
  }
  double sure = 0.75 * kMostSure * mean_confidence(piece.words) / 0.6;
  if (date->rfind("--", 0) == 0 && issued.size() == 10) {
    const std::string full = issued.substr(0, 4) + date->substr(1);
    const auto days = days_between(issued, full);
    if (days && *days > 0 && *days <= 62)
      date = full;
    else
      sure *= 0.6;
  } else if (const auto days = days_between(issued, *date); days && *days < 0) {
    sure *= 0.4;
  }
  Field field = found(*date, std::min(sure, 0.85), {piece}, piece.text);
  if (date->rfind("--", 0) == 0 && issued.size() >= 4)
    add_candidate(field, issued.substr(0, 4) + date->substr(1), 0.3);
  return field;
}

Field receiver_of(const PageLayout& page, const Cluster& cluster,
                  const std::vector<Piece>& pieces) {
  std::vector<Piece> lines;
  const int top = row_of(cluster, Row::arrived) != nullptr
                      ? row_of(cluster, Row::arrived)->line.box.mid_y()
                      : cluster.box.y;
  int first = top;
  for (const Found& row : cluster.rows) first = std::min(first, row.line.box.y);
  for (const Piece& piece : pieces) {
    if (piece.box.mid_y() >= first + page.letter / 2 ||
        piece.box.bottom() < first - kReach * page.letter)
      continue;
    if (piece.box.mid_x() < cluster.box.x - 3 * page.letter ||
        piece.box.mid_x() > cluster.box.right() + 8 * page.letter)
      continue;
    if (capitals(piece.text) < 0.8 || count_letters(piece.text) < 4) continue;
    if (piece.text.find_first_of(":/") != std::string::npos) continue;  // a number row
    const bool own = std::any_of(cluster.rows.begin(), cluster.rows.end(),
                                 [&](const Found& row) { return row.line == piece; });
    if (!own) lines.push_back(piece);
  }
  if (lines.empty()) return nothing(Status::missing);
  std::sort(lines.begin(), lines.end(),
            [](const Piece& a, const Piece& b) { return a.box.y < b.box.y; });
  std::vector<std::string> texts;
  double least = 1;
  for (const Piece& line : lines) {
    texts.push_back(restore_marks(without_stop(without_dash(line.text))));
    least = std::min(least, mean_confidence(line.words));
  }
  return found(join(texts, " - "), 0.85 * least, lines);
}

}  // namespace

std::vector<Stamp> read_stamps(const PageLayout& page, const std::string& issued) {
  const std::vector<Piece> pieces = all_pieces(page);
  std::vector<Stamp> out;
  for (const Cluster& cluster : clusters_of(page, pieces)) {
    Stamp stamp;
    stamp.page = page.number;
    stamp.number = plain_value(cluster, Row::number, true);
    stamp.date = stamp_date(cluster, issued);
    stamp.transfer = plain_value(cluster, Row::transfer, false);
    stamp.file_code = plain_value(cluster, Row::file_code, false);
    stamp.receiver = receiver_of(page, cluster, pieces);
    stamp.box = cluster.box;
    for (const auto& box : stamp.receiver.boxes) stamp.box = unite(stamp.box, box);
    const bool known = std::any_of(out.begin(), out.end(), [&](const Stamp& one) {
      return !intersect(one.box, stamp.box).empty();
    });
    if (!known) out.push_back(std::move(stamp));
  }
  const auto clarity = [](const Stamp& one) {
    return (one.number.value ? 1 : 0) + (one.date.value ? 1 : 0) + (one.receiver.value ? 1 : 0);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const Stamp& a, const Stamp& b) { return clarity(a) > clarity(b); });
  return out;
}

}  // namespace vanthu::fields
