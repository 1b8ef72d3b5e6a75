// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/utf8.h"

namespace vanthu {
namespace {

struct Block {
  char32_t first, last;
};

// What separates words above ASCII, in blocks of Unicode. All else there counts as a letter: the
// papers are in Vietnamese, and what is not is better found by too much than not at all.
constexpr Block kSeparators[] = {
    {0x80, 0xA9},     {0xAB, 0xAC},     {0xAE, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
    {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x200A}, {0x200E, 0x205F}, {0x2061, 0x2BFF},
    {0x3000, 0x3003}, {0x3008, 0x303F}, {0xD800, 0xF8FF}, {0xFE10, 0xFE6F}, {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

// Bytes of the character that `lead` begins, and its own payload; 0 when it begins none.
std::size_t length_of(unsigned char lead, char32_t& bits) {
  if (lead >= 0xC2 && lead < 0xE0) return bits = lead & 0x1F, 2;
  if (lead >= 0xE0 && lead < 0xF0) return bits = lead & 0x0F, 3;
  if (lead >= 0xF0 && lead < 0xF5) return bits = lead & 0x07, 4;
  return 0;
}

bool well_formed(char32_t c, std::size_t length) {
  if (length == 3) return c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
  if (length == 4) return c >= 0x10000 && c <= 0x10FFFF;
  return true;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  char32_t c = 0;
  const std::size_t length = length_of(lead, c);
  if (length == 0 || at + length - 1 > text.size()) return kBadUtf8;
  for (std::size_t i = 0; i + 1 < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return kBadUtf8;
    c = (c << 6) | (byte & 0x3Fu);
  }
  if (!well_formed(c, length)) return kBadUtf8;
  at += length - 1;
  return c;
}

bool is_word_char(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c >= 0xC0 && c < 0x2000)
    return c != 0xD7 && c != 0xF7;  // all letters of Vietnamese: kSeparators
  for (const Block& block : kSeparators)
    if (c >= block.first && c <= block.last) return false;
  return true;
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

}  // namespace vanthu
