// SPDX-License-Identifier: GPL-3.0-or-later
// Born-digital PDFs for tests: type set by Pango, drawn by Cairo, and what office software does to
// the maps of their fonts.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace vanthu::born {

// A line of print, A4 points from the top left; `x` is its left end.
struct Printed {
  double x = 0, baseline = 0, size = 13;
  bool bold = false, italic = false;
  std::string text;
};

// A letter of invented offices, in reading order.
std::vector<Printed> letter();
std::string text_of(const std::vector<Printed>& lines);  // a line feed after each

struct Extra {
  bool drawn_number = false;  // "768", as outlines, in the gap of the letter's number row
  bool turned = false;        // drawn on its side, and the page says /Rotate 90
  bool as_outlines = false;   // no type at all
};
std::string pdf_of(const std::vector<Printed>& lines, const Extra& extra = {});

// The same picture, every letter said to be another: the maps of its fonts changed.
using Letters = std::function<char32_t(char32_t)>;
std::string saying(const std::string& pdf, const Letters& letters);

char32_t in_tcvn3(char32_t letter);  // as the fonts .VnTime call it
char32_t shifted(char32_t letter);   // another of its kind: a lie that looks like text

// The same picture, its text in the mode that is not seen and an image of it on the whole page.
std::string hidden_over_image(const std::string& pdf);

}  // namespace vanthu::born
