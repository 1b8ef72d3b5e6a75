// SPDX-License-Identifier: GPL-3.0-or-later
// A deadline has a cue in front ("trước ngày", "chậm nhất"), a meeting its own ("Thời gian:", "vào
// hồi"). The first in the text counts.
#include <algorithm>
#include <optional>

#include "pipeline/fields/body.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kDueCue = 0.6;
constexpr double kYearInferred = 0.5;
constexpr std::size_t kMeetingReach = 60;  // from "Thời gian:" over the hour to the day
constexpr auto kNone = std::u32string::npos;

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
  bool inferred = false;  // its year
};

struct Reader {
  const Body& body;
  std::u32string key;
  const DueHints& hints;
};

// "--09-30": the next such day from the day of issue on.
std::optional<std::string> next_such_day(const std::string& day, const std::string& issued) {
  if (issued.size() < 7 || issued.front() == '-') return std::nullopt;
  const std::string year = issued.substr(0, 4), rest = day.substr(1);
  if (year + rest >= issued) return year + rest;
  return std::to_string(std::stoi(year) + 1) + rest;
}

// The date at `at`, behind "vào", "đến hết ngày" and their like.
bool dated(const Reader& r, std::size_t at, Due& out) {
  skip_blanks(r.body.text, at);
  for (const char32_t* word : {U"vao ", U"den ", U"het ", U"la ", U"ngay "}) {
    const std::u32string_view lead(word);
    if (r.key.compare(at, lead.size(), lead) == 0) at += lead.size();
  }
  auto date = take_date(r.body.text, at);
  out.inferred = date && date->rfind("--", 0) == 0;
  if (out.inferred) date = next_such_day(*date, r.hints.issued);
  if (!date) return false;
  out.value = *date;
  out.to = at;
  return true;
}

bool in_month(const Reader& r, std::size_t at, Due& out) {
  skip_blanks(r.body.text, at);
  const auto month = take_number(r.body.text, at, 2);
  if (!month || at >= r.body.text.size() || !is_slash(r.body.text[at])) return false;
  const auto year = take_number(r.body.text, ++at, 4);
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

// The first day named soon after the cue that ends at `at`.
bool meeting(const Reader& r, std::size_t at, Due& out) {
  const std::size_t end = std::min(r.key.size(), at + kMeetingReach);
  for (std::size_t i = at; i < end; ++i)
    if (is_digit(r.body.text[i]) && !is_digit(r.body.text[i - 1]) && dated(r, i, out)) return true;
  return false;
}

bool due_after(const Reader& r, std::u32string_view cue, std::size_t at, Due& out) {
  const std::size_t after = at + cue.size();
  if (cue == U"thoi gian" || cue == U"vao hoi " || cue == U"vao luc ")
    return meeting(r, after, out);
  if (cue == U"trong thang ") return in_month(r, after, out);
  if (cue == U"trong quy ") return in_quarter(r.body, r.key, after - 4, out);
  return dated(r, after, out);
}

template <std::size_t N>
Due first_due(const Reader& r, const std::u32string_view (&cues)[N]) {
  Due best;
  best.from = r.key.size();
  for (const auto cue : cues)
    for (std::size_t at = r.key.find(cue); at != kNone && at < best.from;
         at = r.key.find(cue, at + 1)) {
      Due due;
      if (!due_after(r, cue, at, due)) continue;
      due.from = at;
      best = due;
      break;
    }
  return best;
}

constexpr std::u32string_view kMeetings[] = {U"thoi gian", U"vao hoi ", U"vao luc "};
constexpr std::u32string_view kDeadlines[] = {U"truoc ngay ", U"cham nhat ",   U"han chot ",
                                              U"han cuoi ",   U"trong thang ", U"trong quy "};

}  // namespace

Field read_due(const Body& body, const DueHints& hints) {
  const Reader r{body, key_of(body.text), hints};
  Due best;
  const bool invited = hints.kind == "GIẤY MỜI";
  if (invited) best = first_due(r, kMeetings);
  const bool meets = best.to != 0;
  if (!meets) best = first_due(r, kDeadlines);
  const Piece* piece = best.to == 0 ? nullptr : body.piece_at(best.from);
  if (piece == nullptr) return nothing(Status::missing);
  Field out = found(best.value, best.inferred ? kYearInferred : kDueCue, {*piece});
  out.raw = join(words_of(from_u32(body.text.substr(best.from, best.to - best.from))), " ");
  if (meets) add_evidence(out, "meeting", out.raw, kDueCue);
  if (best.inferred) {
    out.status = Status::inferred;
    add_evidence(out, "date", hints.issued, kYearInferred);
  }
  return out;
}

}  // namespace vanthu::fields
