// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/people_copies.h"

#include <algorithm>
#include <utility>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/people_to.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kMostSure = 0.88;

bool is_archive(std::string_view text) {
  const std::string key = letters(without_dash(text));
  if (key.size() > 4 && (key.compare(1, 4, "uuvt") == 0 || key.compare(1, 4, "uuvp") == 0))
    return true;
  return key.rfind("luu", 0) == 0 &&
         (key.size() == 3 || key.rfind("luuv", 0) == 0 || key.rfind("luut", 0) == 0 ||
          key.rfind("luuh", 0) == 0 || key.rfind("luud", 0) == 0 ||
          without_dash(text).find(':') != std::string::npos);
}

// VT, VP …, Văn phòng …: where the paper is kept, not who drafted it.
bool is_registry(std::string_view word) {
  const std::string key = letters(word);
  return (key.size() == 2 && key[0] == 'v') || is_near(word, "vt", 0) || begins_with(word, "vp") ||
         is_near(word, "van", 0);
}

bool is_channel_head(std::string_view text) { return begins_with(text, "ban dien tu", 1); }

// "VXNV", "TC-HC", "KSTTHC": a unit's code; "NAM" is one too, by its place a name.
bool is_code(std::string_view text) {
  const std::u32string u = to_u32(text);
  const bool two_capitals = u.size() >= 2 && is_upper(u[0]) && is_upper(u[1]);
  return count_letters(text) >= 2 && (capitals(text) > 0.7 || two_capitals);
}

// "100b", "2", "L-40b" carry numbers of copies; the letters before them are a drafter's mark.
std::string without_copies(std::string_view text) {
  std::u32string u = to_u32(text);
  if (u.size() > 1 && (u.back() == U'b' || u.back() == U'B') && is_digit(u[u.size() - 2]))
    u.pop_back();
  while (!u.empty() && is_digit(u.back())) u.pop_back();
  while (!u.empty() && (is_dash(u.back()) || is_blank(u.back()))) u.pop_back();
  return from_u32(u);
}

std::string trim_quotes(std::string_view text) {
  std::u32string u = to_u32(text);
  std::erase_if(
      u, [](char32_t c) { return c == U'“' || c == U'”' || c == U'"' || c == U'@' || c == U'›'; });
  return trim(from_u32(u), "'-_");
}

// The line's parts after `Lưu`, parted by ; , . and brackets; brackets' contents are marked.
struct Part {
  std::string text;
  bool bracketed = false;
};

std::vector<Part> parts_of(std::string_view line) {
  std::u32string text = to_u32(without_dash(line));
  std::size_t at = std::min<std::size_t>(3, text.size());
  while (at < text.size() && (text[at] == U':' || is_blank(text[at]))) ++at;
  std::vector<Part> out(1);
  bool inside = false;
  for (; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (c == U'(' || c == U')') {
      inside = c == U'(';
      out.push_back({{}, inside});
    } else if (c == U',' || c == U';' || c == U'.') {
      out.push_back({{}, inside});
    } else {
      out.back().text += from_u32(std::u32string(1, c));
    }
  }
  for (Part& part : out) part.text = trim_quotes(part.text);
  std::erase_if(out, [](const Part& part) { return letters(part.text).empty(); });
  return out;
}

Field part_field(const std::string& value, const Item& item) {
  if (value.empty()) return nothing(Status::missing);
  return found(value, 0.85 * (0.3 + 0.7 * item.sure), item.lines);
}

void keep_archive_line(const Item& item, CopiesFound& out) {
  if (out.archive_line.value) return;
  const std::string text = trim(item.text);
  out.archive_line =
      found(without_stop(text), kMostSure * (0.4 + 0.6 * item.sure), item.lines, text);
  const ArchiveParts parts = parse_archive_line(text);
  out.drafting_unit = part_field(parts.unit, item);
  out.drafter = part_field(parts.drafter, item);
}

// "Văn phòng: + LĐVP; + Chuyên viên TH; + Lưu VT." -> the item without its Lưu part, and that part.
std::string cut_nested_archive(std::string& text) {
  const std::size_t plus = text.rfind('+');
  if (plus == std::string::npos || plus == 0 || !is_archive(text.substr(plus + 1))) return {};
  std::string kept = trim(text.substr(plus + 1));
  text = without_stop(text.substr(0, plus));
  return kept;
}

// Lines grouped by the sub-heads among them ("Bản điện tử:").
struct Group {
  std::string channel;
  std::vector<Piece> lines;
};

std::vector<Group> groups_of(const std::vector<Piece>& lines) {
  std::vector<Group> out(1);
  for (const Piece& line : lines) {
    if (is_channel_head(line.text) && !starts_with_dash(line.text)) {
      out.push_back({"điện tử", {}});
    } else {
      out.back().lines.push_back(line);
    }
  }
  return out;
}

// What stands on the left of a foot without Nơi nhận may be another's signature.
bool is_list(const Foot& foot) {
  return foot.anchored || std::any_of(foot.left.begin(), foot.left.end(), [](const Piece& line) {
           return starts_with_dash(line.text) || is_archive(line.text);
         });
}

}  // namespace

ArchiveParts parse_archive_line(std::string_view line) {
  ArchiveParts out;
  bool first = true;
  for (const Part& part : parts_of(line)) {
    std::vector<std::string> words = words_of(without_copies(part.text));
    const bool registry =
        std::exchange(first, false) && !words.empty() && is_registry(words.front());
    if (registry)
      words.erase(words.begin(),
                  letters(words.front()).size() == 2 ? words.begin() + 1 : words.end());
    while (!words.empty() && (letters(words.back()).empty() || is_near(words.front(), "va", 0)))
      words.erase(letters(words.back()).empty() ? words.end() - 1 : words.begin());
    const std::string text = join(words, " ");
    if (text.empty() || is_near(text, "ht", 0)) continue;  // HT echoes the urgency stamp
    if (is_code(text) && out.unit.empty()) {
      out.unit = text;
    } else if (out.drafter.empty()) {
      out.drafter = text;
    }
  }
  return out;
}

std::string purpose_of(std::string_view item) {
  const std::size_t open = item.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::size_t close = item.find(')', open);
  if (close == std::string_view::npos || item.size() - close > 3) return {};
  std::string inside = trim(item.substr(open + 1, close - open - 1));
  if (fold(inside).rfind("de ", 0) == 0) inside = trim(inside.substr(inside.find(' ')));
  return inside;
}

CopiesFound read_copies(const std::optional<Foot>& foot) {
  CopiesFound out;
  if (!foot || !is_list(*foot)) return out;
  for (const Group& group : groups_of(foot->left)) {
    for (Item& item : items_of(group.lines, foot->column)) {
      if (is_archive(item.text)) {
        std::string printed;
        for (const Piece& line : item.lines) printed += (printed.empty() ? "" : " ") + line.text;
        item.text = trim(without_dash(printed));
        keep_archive_line(item, out);
        continue;
      }
      Item nested = item;
      nested.text = cut_nested_archive(item.text);
      if (!nested.text.empty()) keep_archive_line(nested, out);
      if (count_letters(item.text) < 2 || item.sure < 0.05) continue;
      Copy copy;
      copy.who = recipient(item, kMostSure);
      copy.purpose = purpose_of(*copy.who.value);
      copy.channel = group.channel;
      out.copies.push_back(std::move(copy));
    }
  }
  return out;
}

}  // namespace vanthu::fields
