// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/row_text.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

char32_t folded(char32_t c) {
  const std::u32string out = to_u32(fold(from_u32(std::u32string(1, c))));
  return out.size() == 1 ? out.front() : c;
}

Box part_of(const Box& box, std::size_t from, std::size_t to, std::size_t length) {
  const double unit =
      static_cast<double>(box.w) / static_cast<double>(std::max<std::size_t>(1, length));
  const int x = box.x + static_cast<int>(unit * static_cast<double>(from));
  const int w = std::max(1, static_cast<int>(unit * static_cast<double>(to - from)));
  return {x, box.y, w, box.h};
}

}  // namespace

RowText row_text(const Piece& row) {
  RowText out;
  out.words = row.words;
  for (const Word& word : row.words) {
    if (!out.text.empty()) out.text += U' ';
    out.starts.push_back(out.text.size());
    out.text += to_u32(word.text);
  }
  out.key.reserve(out.text.size());
  for (const char32_t c : out.text) out.key += folded(c);
  return out;
}

std::string RowText::slice(std::size_t from, std::size_t to) const {
  return from >= to ? std::string() : from_u32(std::u32string_view(text).substr(from, to - from));
}

double RowText::confidence(std::size_t from, std::size_t to) const {
  double least = 2;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] - 1 : text.size();
    if (starts[i] < to && end > from) least = std::min(least, words[i].confidence);
  }
  return least > 1 ? 0 : least;
}

Box RowText::box(std::size_t from, std::size_t to) const {
  Box out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] - 1 : text.size();
    const std::size_t a = std::max(from, starts[i]), b = std::min(to, end);
    if (a < b)
      out = unite(out, part_of(words[i].box, a - starts[i], b - starts[i], end - starts[i]));
  }
  if (!out.empty() || words.empty()) return out;
  std::size_t next = 0;  // the first word that starts at or after `from`
  while (next < words.size() && starts[next] < from) ++next;
  if (next == 0) return {words[0].box.x, words[0].box.y, 1, words[0].box.h};
  const Box& left = words[next - 1].box;
  const int to_x = next < words.size() ? words[next].box.x : left.right() + 3 * left.h;
  return {left.right(), left.y, std::max(1, to_x - left.right()), left.h};
}

const Word* RowText::whole_word(std::size_t from, std::size_t to) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t a = starts[i], b = i + 1 < starts.size() ? starts[i + 1] - 1 : text.size();
    shrink(text, a, b, U".,:;");
    if (a == from && b == to) return &words[i];
  }
  return nullptr;
}

void shrink(const std::u32string& text, std::size_t& from, std::size_t& to,
            std::u32string_view marks) {
  const auto drop = [&](char32_t c) {
    return c == U' ' || marks.find(c) != std::u32string_view::npos;
  };
  while (from < to && drop(text[from])) ++from;
  while (to > from && drop(text[to - 1])) --to;
}

}  // namespace vanthu::fields
