// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/body.h"

#include <algorithm>

#include "pipeline/fields/citations.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kDueCue = 0.6;

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

std::u32string key_of(const std::u32string& text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    const std::u32string one = is_blank(c) ? U" " : to_u32(fold(from_u32(std::u32string(1, c))));
    out += one.size() == 1 ? one.front() : c;
  }
  return out;
}

struct Due {
  std::string value;
  std::size_t from = 0, to = 0;
};

// The date after a cue that ends at `at`.
bool dated(const Body& body, const std::u32string& key, std::size_t at, Due& out) {
  skip_blanks(body.text, at);
  for (const char32_t* word : {U"vao ", U"den ", U"het ", U"la ", U"ngay "}) {
    const std::u32string_view lead(word);
    if (key.compare(at, lead.size(), lead) == 0) at += lead.size();
  }
  const auto date = take_date(body.text, at);
  if (!date || date->rfind("--", 0) == 0) return false;
  out.value = *date;
  out.to = at;
  return true;
}

bool in_month(const Body& body, std::size_t at, Due& out) {
  skip_blanks(body.text, at);
  const auto month = take_number(body.text, at, 2);
  if (!month || at >= body.text.size() || !is_slash(body.text[at])) return false;
  const auto year = take_number(body.text, ++at, 4);
  if (!year || *year < 1945) return false;
  const auto iso = iso_date(*year, *month, 0);
  if (iso) out = {*iso, out.from, at};
  return iso.has_value();
}

// "III" as print or as misread ("IH", "1I"); empty when it is no quarter.
std::u32string quarter_of(std::u32string_view seen) {
  std::u32string out;
  for (const char32_t c : seen) {
    if (c == U'H')
      out += U"II";
    else
      out += c == U'l' || c == U'1' ? U'I' : c;
  }
  for (const char32_t* one : {U"I", U"II", U"III", U"IV"})
    if (out == one) return out;
  return {};
}

// "Quý III/2019" from `at`, moved past; as it must read.
std::u32string take_quarter(const Body& body, const std::u32string& key, std::size_t& at) {
  if (key.compare(at, 4, U"quy ") != 0) return {};
  const std::size_t slash = body.text.find(U'/', at);
  if (slash == std::u32string::npos || slash > at + 9) return {};
  const std::u32string roman =
      quarter_of(std::u32string_view(body.text).substr(at + 4, slash - at - 4));
  std::size_t end = slash + 1;
  const auto year = take_number(body.text, end, 4);
  if (roman.empty() || !year || *year < 1945) return {};
  const std::u32string out = body.text.substr(at, 4) + roman + body.text.substr(slash, end - slash);
  at = end;
  return out;
}

// "Quý III/2019 và đầu Quý IV/2019": as written, to the last year.
bool in_quarter(const Body& body, const std::u32string& key, std::size_t at, Due& out) {
  std::size_t end = at;
  std::u32string value = take_quarter(body, key, end);
  if (value.empty()) return false;
  std::size_t next = end;
  skip_blanks(body.text, next);
  for (const char32_t* word : {U"va ", U"dau ", U"cuoi "}) {
    const std::u32string_view lead(word);
    if (key.compare(next, lead.size(), lead) == 0) next += lead.size();
  }
  const std::size_t second = next;
  if (const std::u32string more = take_quarter(body, key, next); !more.empty()) {
    value += body.text.substr(end, second - end) + more;
    end = next;
  }
  out = {join(words_of(from_u32(value)), " "), at, end};
  return true;
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

Field read_due(const Body& body) {
  const std::u32string key = key_of(body.text);
  static constexpr std::u32string_view kCues[] = {U"truoc ngay ", U"cham nhat ",   U"han chot ",
                                                  U"han cuoi ",   U"trong thang ", U"trong quy "};
  Due best;
  best.from = key.size();
  for (const auto cue : kCues)
    for (std::size_t at = key.find(cue); at != std::u32string::npos && at < best.from;
         at = key.find(cue, at + 1)) {
      Due due;
      due.from = at;
      const std::size_t after = at + cue.size();
      const bool good = cue == U"trong thang " ? in_month(body, after, due)
                        : cue == U"trong quy " ? in_quarter(body, key, after - 4, due)
                                               : dated(body, key, after, due);
      if (!good) continue;
      due.from = at;
      best = due;
      break;
    }
  const Piece* piece = best.to == 0 ? nullptr : body.piece_at(best.from);
  if (piece == nullptr) return nothing(Status::missing);
  Field out = found(best.value, kDueCue, {*piece});
  out.raw = join(words_of(from_u32(body.text.substr(best.from, best.to - best.from))), " ");
  return out;
}

}  // namespace vanthu::fields
