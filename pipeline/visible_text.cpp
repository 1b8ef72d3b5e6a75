// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/visible_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "pipeline/text.h"
#include "pipeline/visible_text_letters.h"

namespace vanthu {
namespace {

constexpr int kDark = 160;              // of the darkest channel: ink of any colour
constexpr double kLeastInk = 0.01;      // of a word's box; nothing stands there
constexpr double kMostInk = 0.75;       // more is a dark field, whatever stands in it
constexpr double kUnseen = 0.05;        // of the words may be covered or out of sight
constexpr double kAgree = 0.8;          // similarity; leaves the reader an error in five letters
constexpr std::size_t kFewLetters = 8;  // a shorter line proves nothing
constexpr std::size_t kFewOfFont = 6;   // that a font may be judged by
constexpr std::size_t kMostLetters = 90;
constexpr std::size_t kFewestLooks = 3, kMostLooks = 8;
constexpr double kOutside = 0.5;  // of the ink inside; seals and signatures have less
constexpr double kRule = 4;       // letters: a longer straight run of ink is a rule

bool is_dark(const Image& image, int x, int y) {
  const std::uint8_t* p = image.row(y) + static_cast<std::ptrdiff_t>(x) * image.channels;
  return *std::min_element(p, p + image.channels) < kDark;
}

bool has_ink(const Image& image, const Box& box) {
  const Box in = intersect(box, {0, 0, image.width, image.height});
  if (in.empty()) return false;
  long long dark = 0;
  for (int y = in.y; y < in.bottom(); ++y)
    for (int x = in.x; x < in.right(); ++x) dark += is_dark(image, x, y);
  const double share = static_cast<double>(dark) / (static_cast<double>(in.w) * in.h);
  return share >= kLeastInk && share <= kMostInk;
}

// What is compared: letters and digits alone, case off.
std::string core(const std::string& text) {
  std::string out;
  for (const char32_t c : to_u32(lower(nfc(text)))) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (ascii || (c >= 0xC0 && (c < 0x2000 || c > 0x2BFF))) out += from_u32({&c, 1});
  }
  return out;
}

std::string digits(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

std::size_t length(const std::string& text) { return to_u32(text).size(); }

int distance(const Box& box, int x, int y) {
  const int dx = std::max({box.x - x, 0, x - box.right()});
  const int dy = std::max({box.y - y, 0, y - box.bottom()});
  return dx + dy;
}

// Words of one cell as rows: a word belongs to a row when their middles are nearer than half a
// letter's height.
std::vector<TextRow> rows_in(const std::vector<Box>& boxes, std::vector<std::size_t> members,
                             Region region) {
  const auto by_x = [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; };
  std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
    return boxes[a].mid_y() < boxes[b].mid_y();
  });
  std::vector<TextRow> rows;
  int middle = 0, height = 0;  // of the last row's tallest word
  for (const std::size_t i : members) {
    const Box& box = boxes[i];
    if (rows.empty() || std::abs(box.mid_y() - middle) * 2 > std::max(box.h, height)) {
      rows.push_back({region, {}});
      height = 0;
    }
    rows.back().words.push_back(i);
    if (box.h > height) middle = box.mid_y(), height = box.h;
  }
  for (TextRow& row : rows) std::stable_sort(row.words.begin(), row.words.end(), by_x);
  return rows;
}

Look look_at(const std::vector<VisibleWord>& words, const TextRow& row) {
  Look look;
  for (const std::size_t i : row.words) {
    look.box = unite(look.box, words[i].box);
    look.text += (look.text.empty() ? "" : " ") + words[i].text;
  }
  return look;
}

// Rows by the letters they have of a font; too long a row costs time and proves no more.
class Chooser {
 public:
  Chooser(const std::vector<VisibleWord>& words, const std::vector<TextRow>& rows)
      : words_(words), rows_(rows), taken_(rows.size(), false) {
    for (const TextRow& row : rows)
      for (const std::size_t i : row.words) letters_[words[i].font] += length(core(words[i].text));
  }

  std::vector<int> fonts() const {  // those with enough letters, the commonest first
    std::vector<int> out;
    for (const auto& [font, count] : letters_)
      if (count >= kFewOfFont) out.push_back(font);
    std::stable_sort(out.begin(), out.end(),
                     [&](int a, int b) { return letters_.at(a) > letters_.at(b); });
    if (out.size() > kMostLooks - 1) out.resize(kMostLooks - 1);
    return out;
  }

  std::size_t letters_of(const TextRow& row, int font) const {
    std::size_t all = 0, own = 0;
    for (const std::size_t i : row.words) {
      const std::size_t n = length(core(words_[i].text));
      all += n;
      if (words_[i].font == font) own += n;
    }
    return all > kMostLetters ? own / 2 : own;
  }

  template <class Score>
  bool take_best(const Score& score) {
    std::size_t best = rows_.size(), most = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (const std::size_t s = taken_[i] ? 0 : score(rows_[i]); s > most) best = i, most = s;
    if (best == rows_.size()) return false;
    taken_[best] = true;
    return true;
  }

  std::vector<Look> looks() const {
    std::vector<Look> out;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (taken_[i]) out.push_back(look_at(words_, rows_[i]));
    return out;
  }

 private:
  const std::vector<VisibleWord>& words_;
  const std::vector<TextRow>& rows_;
  std::vector<bool> taken_;
  std::map<int, std::size_t> letters_;
};

Box grown(const Box& box) {  // marks over capitals stand out of the font's own box
  const int up = box.h / 5, side = box.h / 10;
  return {box.x - side, box.y - up, box.w + 2 * side, box.h + 2 * up};
}

// Runs of dark pixels longer than `longest` along a row or a column.
template <class Dark, class Found>
void find_runs(int size, int longest, const Dark& dark, const Found& found) {
  for (int from = 0; from < size;) {
    int to = from;
    while (to < size && dark(to)) ++to;
    if (to - from > longest) found(from, to);
    from = std::max(to, from + 1);
  }
}

long long ink_without_rules(const Image& print, int longest) {
  std::vector<char> ink(print.pixels.size());
  std::transform(print.pixels.begin(), print.pixels.end(), ink.begin(),
                 [](std::uint8_t v) { return v < kDark; });
  const auto at = [&](int x, int y) { return static_cast<std::size_t>(y) * print.width + x; };
  std::vector<char> kept = ink;
  for (int y = 0; y < print.height; ++y)
    find_runs(
        print.width, longest, [&](int x) { return ink[at(x, y)] != 0; },
        [&](int from, int to) { std::fill_n(kept.begin() + at(from, y), to - from, 0); });
  for (int x = 0; x < print.width; ++x)
    find_runs(
        print.height, longest, [&](int y) { return ink[at(x, y)] != 0; },
        [&](int from, int to) {
          for (int y = from; y < to; ++y) kept[at(x, y)] = 0;
        });
  return std::count(kept.begin(), kept.end(), 1);
}

}  // namespace

std::vector<VisibleWord> seen_words(const std::vector<VisibleWord>& words, const Image& image) {
  std::vector<VisibleWord> out;
  std::size_t letters = 0, unseen = 0;
  if (!may_be_vietnamese(words)) return out;
  for (const VisibleWord& word : words) {
    const std::size_t own = length(core(word.text));
    letters += own;
    if (has_unmapped(word.text) || as_printed(word.text).empty()) continue;
    if (has_ink(image, word.box))
      out.push_back({as_printed(word.text), word.box, word.font});
    else
      unseen += own;
  }
  if (static_cast<double>(unseen) > kUnseen * static_cast<double>(letters)) out.clear();
  return out;
}

std::vector<TextRow> rows_of(const std::vector<Box>& words, const std::vector<TextCell>& cells) {
  const std::vector<TextCell> parts = cells.empty() ? std::vector<TextCell>(1) : cells;
  std::vector<std::vector<std::size_t>> members(parts.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto nearer = [&](const TextCell& a, const TextCell& b) {
      return distance(a.box, words[i].mid_x(), words[i].mid_y()) <
             distance(b.box, words[i].mid_x(), words[i].mid_y());
    };
    members[std::min_element(parts.begin(), parts.end(), nearer) - parts.begin()].push_back(i);
  }
  std::vector<TextRow> rows;
  for (std::size_t c = 0; c < parts.size(); ++c)
    for (TextRow& row : rows_in(words, std::move(members[c]), parts[c].region))
      rows.push_back(std::move(row));
  return rows;
}

Looks choose_looks(const std::vector<VisibleWord>& words, const std::vector<TextRow>& rows) {
  Chooser chooser(words, rows);
  Looks out;
  for (const int font : chooser.fonts())
    if (chooser.take_best([&](const TextRow& row) { return chooser.letters_of(row, font); }))
      out.fonts.push_back(font);
  int bottom = 0;
  for (const VisibleWord& word : words) bottom = std::max(bottom, word.box.bottom());
  chooser.take_best([&](const TextRow& row) {  // the number and the date stand in the head
    const Look look = look_at(words, row);
    const bool head = look.box.mid_y() * 3 < bottom && length(core(look.text)) >= kFewLetters;
    return head ? digits(look.text).size() : 0;
  });
  while (chooser.looks().size() < kFewestLooks && chooser.take_best([&](const TextRow& row) {
    const std::size_t n = length(core(look_at(words, row).text));
    return n < kFewLetters ? 0 : n;
  })) {
  }
  out.lines = chooser.looks();
  return out;
}

bool agrees(const std::vector<Look>& looks, const std::vector<Word>& read) {
  double said = 0, seen = 0;
  for (const Look& look : looks) {
    std::string text;
    for (const Word& word : read) {
      if (intersect(look.box, {word.box.mid_x(), word.box.mid_y(), 1, 1}).empty()) continue;
      text += word.text + ' ';
      seen += !core(word.text).empty();
    }
    for (const std::string& word : words_of(look.text)) said += !core(word).empty();
    if (similarity(core(look.text), core(text)) < kAgree ||
        similarity(digits(look.text), digits(text)) < kAgree)
      return false;
  }
  return !looks.empty() && std::abs(said - seen) <= std::max(2.0, 0.15 * said);
}

long long take_out(Image& print, const std::vector<Box>& boxes) {
  long long inside = 0;
  for (const Box& box : boxes) {
    const Box in = intersect(grown(box), {0, 0, print.width, print.height});
    for (int y = in.y; y < in.bottom(); ++y) {
      std::uint8_t* row = print.row(y);
      inside += std::count_if(row + in.x, row + in.right(), [](auto v) { return v < kDark; });
      std::fill(row + in.x, row + in.right(), std::uint8_t{255});
    }
  }
  return inside;
}

long long ink_in(const Image& print, const Box& part, double letter) {
  return ink_without_rules(crop(print, part), static_cast<int>(std::max(8.0, kRule * letter)));
}

bool says_too_little(long long inside, long long outside) {
  return static_cast<double>(outside) > kOutside * static_cast<double>(inside);
}

}  // namespace vanthu
