// SPDX-License-Identifier: GPL-3.0-or-later
// Widths: Adobe's metrics of Times-Roman. Tables: the OpenType specification; those that a font
// embedded as CIDFontType2 needs (ISO 32000-1, 9.9), with outlines of no length.
#include "archive/derive/hollow_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr int kOther = 500;  // digits, and whatever Times has no letter for
constexpr int kEm = 1000;

// From the blank (32) to the tilde (126).
constexpr std::array<int, 95> kTimes = {
    250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

std::vector<int> all_widths() {
  std::set<int> distinct(kTimes.begin(), kTimes.end());
  distinct.insert(kOther);
  return {distinct.begin(), distinct.end()};
}

// Glyph 0 is the one for nothing.
int glyph_of(char32_t letter) {
  static const std::vector<int> widths = all_widths();
  const auto at = std::lower_bound(widths.begin(), widths.end(), hollow_width(letter));
  return static_cast<int>(at - widths.begin()) + 1;
}

std::string u16(int value) {
  return {static_cast<char>(value >> 8 & 255), static_cast<char>(value & 255)};
}
std::string u32(std::uint32_t v) {
  return u16(static_cast<int>(v >> 16)) + u16(static_cast<int>(v & 0xffff));
}

std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    sum += std::uint32_t{static_cast<unsigned char>(bytes[i])} << (24 - 8 * (i % 4));
  return sum;
}

struct Table {
  std::string tag, bytes;
};

std::string head_table() {
  const int up = static_cast<int>(kHollowAscent * kEm),
            down = static_cast<int>(kHollowDescent * kEm);
  return u32(0x00010000) + u32(0x00010000) + u32(0) + u32(0x5f0f3cf5) + u16(0) + u16(kEm) +
         std::string(16, '\0') + u16(0) + u16(-down) + u16(kEm) + u16(up) + u16(0) + u16(8) +
         u16(2) + u16(0) + u16(0);
}

std::vector<Table> tables() {
  const std::vector<int> widths = all_widths();
  const int glyphs = static_cast<int>(widths.size()) + 1;
  const int up = static_cast<int>(kHollowAscent * kEm),
            down = static_cast<int>(kHollowDescent * kEm);
  std::string metrics = u16(kOther) + u16(0);
  for (const int width : widths) metrics += u16(width) + u16(0);
  return {{"glyf", std::string(4, '\0')},
          {"head", head_table()},
          {"hhea", u32(0x00010000) + u16(up) + u16(-down) + u16(0) + u16(kEm) +
                       std::string(22, '\0') + u16(glyphs)},
          {"hmtx", metrics},
          {"loca", std::string(static_cast<std::size_t>(glyphs + 1) * 2, '\0')},
          {"maxp",
           u32(0x00010000) + u16(glyphs) + std::string(8, '\0') + u16(1) + std::string(16, '\0')}};
}

}  // namespace

int hollow_width(char32_t letter) {
  const std::u32string base = to_u32(fold(from_u32(std::u32string(1, letter))));
  char32_t plain = base.size() == 1 ? base[0] : letter;
  const bool capital = lower(from_u32(std::u32string(1, letter))) != from_u32({&letter, 1});
  if (capital && plain >= U'a' && plain <= U'z') plain -= 32;
  return plain >= 32 && plain <= 126 ? kTimes[plain - 32] : kOther;
}

std::string hollow_font() {
  const std::vector<Table> all = tables();
  std::string out = u32(0x00010000) + u16(static_cast<int>(all.size())) + u16(64) + u16(2) +
                    u16(static_cast<int>(all.size()) * 16 - 64);
  std::string body;
  std::size_t head = 0;
  const std::size_t start = out.size() + 16 * all.size();
  for (const Table& table : all) {
    if (table.tag == "head") head = start + body.size();
    out += table.tag + u32(checksum(table.bytes)) +
           u32(static_cast<std::uint32_t>(start + body.size())) +
           u32(static_cast<std::uint32_t>(table.bytes.size()));
    body += table.bytes + std::string((4 - table.bytes.size() % 4) % 4, '\0');
  }
  out += body;
  out.replace(head + 8, 4, u32(0xb1b0afba - checksum(out)));
  return out;
}

std::string hollow_glyphs(const std::set<char32_t>& letters) {
  std::string out(letters.empty() ? 2 : 2 * (*letters.rbegin() + 1), '\0');
  for (const char32_t letter : letters) out.replace(2 * letter, 2, u16(glyph_of(letter)));
  return out;
}

std::string hollow_widths(const std::set<char32_t>& letters) {
  std::string out = "[";
  for (const char32_t letter : letters)
    if (hollow_width(letter) != kOther)
      out += fmt::format(" {} [{}]", static_cast<std::uint32_t>(letter), hollow_width(letter));
  return out + " ]";
}

std::string hollow_unicode(const std::set<char32_t>& letters) {
  constexpr std::size_t kMost = 100;  // in one block, as the CMap format has it
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry "
      "(Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType "
      "2 "
      "def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  auto at = letters.begin();
  for (std::size_t left = letters.size(); left > 0;) {
    const std::size_t now = std::min(left, kMost);
    out += fmt::format("{} beginbfchar\n", now);
    for (std::size_t n = 0; n < now; ++n, ++at)
      out += fmt::format("<{0:04X}> <{0:04X}>\n", static_cast<std::uint32_t>(*at));
    out += "endbfchar\n";
    left -= now;
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace vanthu
