// SPDX-License-Identifier: GPL-3.0-or-later
// A word's box tells its ink: "xem" is lower than "Đề". So how much of the size the letters of each
// word take is told from the letters, the size of the line is the middle of what its words say, and
// so is its baseline. One size and one baseline a line keep readers from taking it for several.
#include "archive/derive/text_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "archive/derive/hollow_font.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

// How far the ink of Times reaches, in parts of the size.
constexpr double kLow = 0.46, kTall = 0.68, kMarked = 0.86, kBelow = 0.21;
constexpr double kGap = 0.1;                     // of a word's height: an eighth of a blank
constexpr double kSmallest = 0.4, kLargest = 3;  // of the median size of the page's lines

struct Extent {
  double up = 0, down = 0;
};

Extent extent_of(char32_t letter) {
  const std::u32string base = to_u32(fold(from_u32({&letter, 1})));
  const char32_t b = base.empty() ? letter : base[0];
  const std::string one = from_u32({&letter, 1});
  const bool capital = lower(one) != one;
  const bool marked = has_marks(one) && b != U'd';
  const bool tall = capital || (b >= U'0' && b <= U'9') || b < U'a' || b > U'z' ||
                    std::u32string_view(U"bdfhklti").find(b) != std::u32string_view::npos;
  Extent out;
  out.up = std::u32string_view(U".,-_").find(b) != std::u32string_view::npos ? 0.1
           : capital && marked                                               ? kMarked
           : tall || marked                                                  ? kTall
                                                                             : kLow;
  const bool below =
      !capital && std::u32string_view(U"gjpqy,;()").find(b) != std::u32string_view::npos;
  out.down = below ? kBelow : 0;
  return out;
}

Extent extent_of(const std::string& word) {
  Extent out{kLow, 0};
  for (const char32_t letter : to_u32(word)) {
    const Extent one = extent_of(letter);
    out.up = std::max(out.up, one.up);
    out.down = std::max(out.down, one.down);
  }
  return out;
}

// Along the line and down from it, in the raster.
struct Frame {
  double cos = 1, sin = 0;  // of the line's direction, clockwise
  double along(double x, double y) const { return x * cos + y * sin; }
  double down(double x, double y) const { return y * cos - x * sin; }
  double x(double a, double d) const { return a * cos - d * sin; }
  double y(double a, double d) const { return a * sin + d * cos; }
};

// The page still has to be turned clockwise by `rotation` to stand upright, so its lines run that
// much the other way; `skew` is what they lean clockwise beyond it.
Frame frame_at(double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {std::cos(angle), std::sin(angle)};
}

struct Placed {  // a word in the frame
  std::string text;
  double from = 0, width = 0, top = 0, bottom = 0;
};

// An upright box around a slightly leaning word is larger than the word, by its width times the
// lean.
Placed placed(const Word& word, const Frame& f) {
  const double mx = word.box.x + word.box.w / 2.0, my = word.box.y + word.box.h / 2.0;
  const bool sideways = std::abs(f.sin) > std::abs(f.cos);
  double w = sideways ? word.box.h : word.box.w, h = sideways ? word.box.w : word.box.h;
  const double lean = std::min(std::abs(f.sin), std::abs(f.cos));
  const double slim = std::max(h - lean * w, 0.5 * h);
  w = std::max(w - lean * slim, 0.5 * w);
  h = slim;
  const double a = f.along(mx, my), d = f.down(mx, my);
  return {word.text, a - w / 2, w, d - h / 2, d + h / 2};
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double size_of(const std::vector<Placed>& line) {
  std::vector<double> sizes;
  for (const Placed& word : line) {
    const Extent e = extent_of(word.text);
    sizes.push_back((word.bottom - word.top) / (e.up + e.down));
  }
  return median(sizes);
}

double baseline_of(const std::vector<Placed>& line, double size) {
  std::vector<double> at;
  for (const Placed& word : line) at.push_back(word.bottom - extent_of(word.text).down * size);
  return median(at);
}

// A word's box may reach over the next word (the engine took the gap for its own): text over text
// is torn apart by readers, so each word ends a little before the next begins.
void part(std::vector<Placed>& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double gap = kGap * (line[i].bottom - line[i].top);
    const double room = line[i + 1].from - line[i].from - gap;
    if (room > 0) line[i].width = std::min(line[i].width, room);
  }
}

// Letters a two-byte font cannot have stand as U+FFFD.
std::u32string plain(const std::string& text) {
  std::u32string out = to_u32(text);
  for (char32_t& c : out)
    if (c > 0xFFFF || c < 0x20) c = 0xFFFD;
  return out;
}

class Writer {
 public:
  Writer(const PageReading& page, double width, double height, std::set<char32_t>& letters)
      : frame_(frame_at(page.skew - page.rotation)),
        level_(frame_at(-page.rotation)),
        across_(width / page.width),
        down_(height / page.height),
        height_(height),
        letters_(letters) {}

  std::string write(const PageReading& page) {
    std::vector<std::vector<Placed>> lines;
    std::vector<double> sizes;
    for (const Line& line : page.lines) {
      std::vector<Placed> words;
      for (const Word& word : line.words)
        if (!word.text.empty() && !word.box.empty()) words.push_back(placed(word, frame_));
      if (words.empty()) continue;
      part(words);
      sizes.push_back(size_of(words));
      lines.push_back(std::move(words));
    }
    const double usual = median(sizes);
    for (std::size_t i = 0; i < lines.size(); ++i)
      put(lines[i], std::clamp(sizes[i], kSmallest * usual, kLargest * usual));
    return lines.empty() ? "" : "BT\n3 Tr\n" + out_ + "ET\n";
  }

 private:
  void put(const std::vector<Placed>& line, double size) {
    const double base = baseline_of(line, size);
    out_ += fmt::format("/F0 {:.2f} Tf\n", size * down_);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::u32string text = plain(line[i].text);
      double natural = 0;
      for (const char32_t c : text) natural += hollow_width(c) / 1000.0 * size;
      const double stretch = line[i].width * across_ / (natural * down_);
      const double middle = line[i].from + line[i].width / 2, half = line[i].width / 2;
      const double x = (frame_.x(middle, base) - half * level_.cos) * across_;
      const double y = height_ - (frame_.y(middle, base) - half * level_.sin) * down_;
      out_ += fmt::format("{:.2f} Tz {:.5f} {:.5f} {:.5f} {:.5f} {:.2f} {:.2f} Tm <", 100 * stretch,
                          level_.cos, -level_.sin, level_.sin, level_.cos, x, y);
      for (const char32_t c : text) add(c);
      if (i + 1 < line.size()) add(U' ');
      out_ += "> Tj\n";
    }
  }

  void add(char32_t c) {
    letters_.insert(c);
    out_ += fmt::format("{:04X}", static_cast<std::uint32_t>(c));
  }

  Frame frame_, level_;
  double across_, down_, height_;
  std::set<char32_t>& letters_;
  std::string out_;
};

}  // namespace

std::string text_layer(const PageReading& page, double width, double height,
                       std::set<char32_t>& letters) {
  if (page.width < 1 || page.height < 1) return {};
  return Writer(page, width, height, letters).write(page);
}

}  // namespace vanthu
