// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::sheet {

int width_of(std::string_view text, int height) {
  return static_cast<int>(to_u32(text).size()) * height / 2;
}

Sheet::Sheet(int number) {
  page_.number = number;
  page_.width = page_.raster_width = kWidth;
  page_.height = page_.raster_height = kHeight;
  page_.dpi = 300;
}

Sheet& Sheet::at(int x, int y, std::string_view text, double confidence) {
  Line line;
  for (const std::string& word : words_of(text)) {
    const int mark = has_marks(word) ? kLetter / 4 : 0;  // marks stand above the letters
    const Box box{x, y - mark, width_of(word), kLetter + mark};
    line.words.push_back({word, {}, box, confidence});
    line.box = unite(line.box, box);
    x += box.w + kLetter / 3;
  }
  page_.lines.push_back(line);
  return *this;
}

Sheet& Sheet::centred(int x, int y, std::string_view text, double confidence) {
  int width = 0;
  for (const std::string& word : words_of(text)) width += width_of(word) + kLetter / 3;
  return at(x - width / 2, y, text, confidence);
}

int Sheet::body(int y, std::string_view text, double confidence) {
  std::string line;
  int x = kLeft + 100;
  for (const std::string& word : words_of(text)) {
    if (x + width_of(line) + width_of(word) > kRight) {
      at(x, y, line, confidence);
      y += kStep;
      x = kLeft;
      line.clear();
    }
    line += (line.empty() ? std::string() : std::string(" ")) + word;
  }
  if (!line.empty()) at(x, y, line, confidence);
  return y + kStep;
}

Sheet& Sheet::stamped(int x, int y, std::string_view text, double confidence) {
  at(x, y, text, confidence);
  page_.lines.back().region = Region::stamp;
  return *this;
}

Sheet& Sheet::word(int x, int y, std::string_view text, double confidence, int height) {
  Line line;
  line.box = {x, y, width_of(text, height), height};
  line.words.push_back({std::string(text), {}, line.box, confidence});
  page_.lines.push_back(line);
  return *this;
}

Sheet set(const Letter& letter, int number) {
  Sheet sheet(number);
  constexpr int left = 680, right = 1720, middle = 1300;
  int y = 240;
  for (const auto& line : letter.issuers) sheet.centred(left, y, line), y += kStep;
  if (!letter.national.empty()) sheet.centred(right, 240, letter.national);
  if (!letter.motto.empty()) sheet.centred(right, 240 + kStep, letter.motto);
  y = std::max(y + 30, 460);
  if (!letter.number.empty()) sheet.centred(left, y, letter.number);
  if (!letter.date.empty()) sheet.centred(right, y, letter.date);
  y += kStep + 20;
  for (const auto& line : letter.v_v) sheet.centred(left, y, line), y += kStep;
  y += 60;
  if (!letter.title.empty()) sheet.centred(middle, y, letter.title), y += kStep;
  for (const auto& line : letter.subject) sheet.centred(middle, y, line), y += kStep;
  y += 80;
  for (const auto& line : letter.addressed)
    sheet.at(line.rfind("-", 0) == 0 ? 960 : 700, y, line), y += kStep;
  y = sheet.body(y + 100, letter.body) + 80;
  int foot = y;
  for (const auto& line : letter.copies) sheet.at(kLeft, foot, line), foot += 56;
  foot = y;
  for (const auto& line : letter.signature) {
    if (!line.empty()) sheet.centred(1800, foot, line);
    foot += kStep;
  }
  return sheet;
}

}  // namespace vanthu::sheet
