// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/marks.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"

namespace vanthu {
namespace {

constexpr double kRim = 1.5;        // mm of a stamp's box that may be beside it
constexpr double kBeside = 14;      // mm: a word
constexpr double kPrintSure = 0.8;  // a word of a line that runs through the stamp
constexpr double kOwn = 0.5;        // share of a line's words within the stamp: it is the stamp's

bool is_within(const Box& box, const Box& stamp) {
  return box.mid_x() > stamp.x && box.mid_x() < stamp.right() && box.mid_y() > stamp.y &&
         box.mid_y() < stamp.bottom();
}

void leave(Line& line, const Box& stamp) {
  const auto within = [&](const Word& word) { return is_within(word.box, stamp); };
  const auto count = std::count_if(line.words.begin(), line.words.end(), within);
  if (count == 0) return;
  const bool own = static_cast<double>(count) > kOwn * static_cast<double>(line.words.size());
  std::erase_if(line.words, [&](const Word& word) {
    return within(word) && (own || word.confidence < kPrintSure);
  });
  line.box = {};
  for (const Word& word : line.words) line.box = unite(line.box, word.box);
}

bool may_be_mark(const std::string& said) {
  for (const char* other : {"baomat", "bimat", "mattran"})
    if (fields::is_near(said, other, 0)) return false;
  return said.find("mat") != std::string::npos || fields::is_near(said, "toi mat", 2) ||
         fields::is_near(said, "tuyet mat", 2);
}

// The mark itself, or the stamp that lifts it.
bool says(const Line& line, const std::string& mark) {
  const std::string said = fields::letters(text_of(line));
  return said == fields::letters(mark) || said == "giaimat";
}

}  // namespace

void leave_to_stamp(const Box& stamp, double dpi, std::vector<Line>& lines) {
  const int rim = static_cast<int>(kRim / 25.4 * dpi);
  const Box inner{stamp.x + rim, stamp.y + rim, stamp.w - 2 * rim, stamp.h - 2 * rim};
  if (inner.empty()) return;
  for (Line& line : lines) leave(line, line.region == Region::stamp ? stamp : inner);
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

Box with_neighbours(const Box& mark, double dpi) {
  const int beside = static_cast<int>(kBeside / 25.4 * dpi);
  return {mark.x - beside, mark.y, mark.w + 2 * beside, mark.h};
}

bool says_otherwise(const std::vector<Line>& lines, const Image& picture) {
  const Box middle{picture.width / 2, picture.height / 2, 1, 1};
  bool other = false;
  for (const Line& line : lines) {
    const std::string said = fields::letters(text_of(line));
    if (may_be_mark(said)) return false;
    other = other || (said.size() >= 4 && !intersect(line.box, middle).empty() &&
                      fields::mean_confidence(line.words) >= kPrintSure);
  }
  return other;
}

void add_secrecy(const std::vector<SecrecyMark>& marks, std::vector<Line>& lines) {
  for (const SecrecyMark& mark : marks) {
    const bool known = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return !intersect(line.box, mark.box).empty() && says(line, mark.words);
    });
    if (known) continue;
    Line line;
    line.region = Region::stamp;
    line.box = mark.box;
    line.words.push_back({});
    line.words[0].text = mark.words;
    line.words[0].box = mark.box;
    line.words[0].confidence = mark.confidence;
    lines.push_back(std::move(line));
  }
}

}  // namespace vanthu
