// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/language_tokens.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::language {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c > 0x2BFF && c < 0xFF00);
}

// What marks around a word mean to its neighbours: a stop outweighs a comma; quotes mean nothing.
std::string_view mark_of(std::string_view marks) {
  std::string_view out;
  for (const char32_t c : to_u32(marks)) {
    if (c == '.' || c == ';' || c == ':' || c == '?' || c == '!' || c == 0x2026) return kStop;
    if (c == ',' || c == '(' || c == ')' || c == '-' || c == 0x2013 || c == 0x2014) out = kComma;
  }
  return out;
}

void add_core(const std::string& core, std::vector<std::string>& out) {
  const std::u32string letters = to_u32(core);
  if (std::any_of(letters.begin(), letters.end(), is_digit)) {
    const bool number = std::none_of(letters.begin(), letters.end(), is_letter);
    out.emplace_back(number ? kNumber : kCode);
    return;
  }
  std::u32string part;
  const auto flush = [&] {
    if (!part.empty()) out.push_back(canonical(from_u32(part)));
    part.clear();
  };
  for (const char32_t c : letters)
    if (is_letter(c))
      part.push_back(c);
    else
      flush();
  flush();
}

}  // namespace

Shape shape_of(std::string_view word) {
  const std::u32string all = to_u32(word);
  const auto belongs = [](char32_t c) { return is_letter(c) || is_digit(c); };
  const auto from = std::find_if(all.begin(), all.end(), belongs);
  if (from == all.end()) return {{}, {}, std::string(word), false};
  const auto to = std::find_if(all.rbegin(), all.rend(), belongs).base();
  const auto text = [](auto a, auto b) { return from_u32(std::u32string(a, b)); };
  return {text(all.begin(), from), text(from, to), text(to, all.end()),
          std::all_of(from, to, is_letter)};
}

std::vector<std::string> tokens_of(const Shape& shape) {
  std::vector<std::string> out;
  if (const auto mark = mark_of(shape.before); !mark.empty()) out.emplace_back(mark);
  add_core(shape.core, out);
  if (const auto mark = mark_of(shape.after); !mark.empty()) out.emplace_back(mark);
  if (out.empty()) out.emplace_back(kComma);
  return out;
}

}  // namespace vanthu::language
