// SPDX-License-Identifier: GPL-3.0-or-later
// Each stamp is drawn as one layer of ink and pressed on with its own wear.
#include "samples/draw/stamp.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/text.h"
#include "samples/draw/hand.h"

namespace vanthu::draw {
namespace {

const Style kRim{7.6, true, false, "Liberation Sans"};

double degrees(double radians) { return radians * 180 / std::numbers::pi; }

struct RimText {
  std::u32string letters;
  std::vector<double> widths;
  double total = 0;
};

RimText measure(const std::string& text, const Style& style) {
  RimText rim{to_u32(text), {}, 0};
  for (const char32_t letter : rim.letters) {
    const double width =
        letter == U' ' ? style.size * 0.34 : TextBlock(from_u32({&letter, 1}), style).width() + 0.9;
    rim.widths.push_back(width);
    rim.total += width;
  }
  return rim;
}

// Letters one by one along a circle, middle of the text at `middle` degrees (0 right, 90 down).
// `inward` true: feet towards the centre (the upper rim); false: the lower rim, read from left.
// Smaller letters where the text would run further round than `arc` radians.
void rim_text(Canvas& canvas, double radius, const std::string& text, bool inward, double arc,
              Colour colour) {
  Style style = kRim;
  RimText rim = measure(text, style);
  if (rim.total / radius > arc) {
    style.size *= arc * radius / rim.total;
    rim = measure(text, style);
  }
  const double turn = inward ? 1 : -1;
  double angle = (inward ? 270 : 90) - turn * degrees(rim.total / radius) / 2;
  for (std::size_t i = 0; i < rim.letters.size(); ++i) {
    const double half = degrees(rim.widths[i] / radius) / 2;
    angle += turn * half;
    const double radians = angle * std::numbers::pi / 180;
    const double at = inward ? radius : radius + style.size * 0.72;
    canvas.push({at * std::cos(radians), at * std::sin(radians)}, angle + (inward ? 90 : -90));
    if (rim.letters[i] != U' ')
      canvas.show(TextBlock(from_u32({&rim.letters[i], 1}), style), 0, -rim.widths[i] / 2 + 0.45, 0,
                  colour);
    canvas.pop();
    angle += turn * half;
  }
}

void star(Canvas& canvas, Point centre, double radius, Colour colour) {
  std::vector<Point> outline;
  for (int i = 0; i < 10; ++i) {
    const double angle = std::numbers::pi * (i / 5.0 - 0.5),
                 at = i % 2 == 0 ? radius : radius * 0.4;
    outline.push_back({centre.x + at * std::cos(angle), centre.y + at * std::sin(angle)});
  }
  canvas.fill(outline, colour);
}

// In place of the national emblem: the star in a wreath of short strokes.
void emblem(Canvas& canvas, Colour colour) {
  star(canvas, {0, -5}, 9, colour);
  canvas.circle({0, -1}, 20, 0.8, colour);
  for (int i = 0; i < 40; ++i) {
    const double angle = 2 * std::numbers::pi * i / 40;
    const double far = 24 + 2 * (i % 2);
    canvas.line({20.5 * std::cos(angle), -1 + 20.5 * std::sin(angle)},
                {far * std::cos(angle + 0.12), -1 + far * std::sin(angle + 0.12)}, 0.9, colour);
  }
  for (int i = 0; i < 5; ++i)
    canvas.line({-9.0 + i * 4.5, 9.0 - (i % 2)}, {-7.0 + i * 4.5, 14}, 1.1, colour);
  canvas.line({-12, 15}, {12, 15}, 1.3, colour);
}

void centred(Canvas& canvas, const std::string& words, const Style& style, Point middle,
             Colour colour) {
  const TextBlock block(words, style);
  canvas.show(block, 0, middle.x - block.width() / 2, middle.y, colour);
}

// Squeezed as stamp makers do: to four fifths, and further where `room` asks for it.
void narrow(Canvas& canvas, const std::string& words, const Style& style, Point middle, double room,
            Colour colour) {
  const double share = std::min(0.8, room / TextBlock(words, style).width());
  canvas.push(middle, 0, share);
  centred(canvas, words, style, {0, 0}, colour);
  canvas.pop();
}

void seal_middle(Canvas& canvas, const std::vector<std::string>& lines, Colour colour) {
  const double step = lines.size() > 3 ? 10.5 : 12.5;
  double y = -step * (static_cast<double>(lines.size()) - 1) / 2 + 3.5;
  for (const std::string& words : lines) {
    Style style{11, true, false, "Liberation Sans"};
    const double width = TextBlock(words, style).width();
    style.size = std::min(11.0, 11.0 * 56 / std::max(width, 1.0));
    centred(canvas, words, style, {0, y}, colour);
    y += step;
  }
}

void dots(Canvas& canvas, double from, double to, double y, Colour colour) {
  for (double x = from; x < to; x += 2.6) canvas.line({x, y}, {x + 0.1, y}, 0.75, colour);
}

// "Số:......", by hand over the dots.
void dotted_row(Canvas& canvas, Point at, double right, const std::string& label, Colour colour) {
  const TextBlock block(label, {9.5, false, false, "Liberation Sans"});
  canvas.show(block, 0, at.x, at.y, colour);
  dots(canvas, at.x + block.width() + 2, right, at.y, colour);
}

struct Frame {
  double width, height, head, more;  // the outer box, its first band, its last band
};

void arrival_print(Canvas& canvas, const Arrival& stamp, const Frame& frame, Colour colour) {
  canvas.box({0, 0}, frame.width, frame.height, 1.3, colour);
  canvas.line({0, frame.head}, {frame.width, frame.head}, 1.1, colour);
  const Style style{9.5, true, false, "Liberation Sans"};
  double y = 11.5;
  for (const std::string& words : stamp.receiver) {
    narrow(canvas, words, style, {frame.width / 2, y}, frame.width - 8, colour);
    y += 11;
  }
  const double middle = (frame.head + frame.height - frame.more) / 2;
  narrow(canvas, "ĐẾN", {20, true, false, "Liberation Sans"}, {25, middle + 7}, 36, colour);
  dotted_row(canvas, {48, frame.head + 17}, frame.width - 4, stamp.number_label, colour);
  dotted_row(canvas, {48, frame.head + 35}, frame.width - 4, stamp.date_label, colour);
  y = frame.height - frame.more + 9;
  for (const std::string& label : stamp.more) {
    dotted_row(canvas, {5, y}, frame.width - 4, label, colour);
    y += 14;
  }
}

// Ink that multiplies with the paper: the paler, the nearer to white.
Colour paler(Colour colour, double strength) {
  const auto mixed = [&](double v) { return 1 - strength * (1 - v); };
  return {mixed(colour.red), mixed(colour.green), mixed(colour.blue)};
}

// A rectangle with its corners cut round, as lines.
void rounded_box(Canvas& canvas, double width, double height, double radius, Colour colour) {
  std::vector<Point> points;
  for (int corner = 0; corner < 4; ++corner) {
    const double sx = corner == 0 || corner == 3 ? 1 : -1, sy = corner < 2 ? 1 : -1;
    for (int i = 0; i <= 6; ++i) {
      const double angle = (corner + i / 6.0) * std::numbers::pi / 2;
      points.push_back({sx * (width / 2 - radius) + radius * std::cos(angle),
                        sy * (height / 2 - radius) + radius * std::sin(angle)});
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i)
    canvas.line(points[i], points[(i + 1) % points.size()], 1.4, colour);
}

void border(Canvas& canvas, Border kind, double width, double height, Colour colour) {
  const auto box = [&](double grow, double line) {
    canvas.box({-width / 2 - grow, -height / 2 - grow}, width + 2 * grow, height + 2 * grow, line,
               colour);
  };
  if (kind == Border::rounded) rounded_box(canvas, width, height, height / 4, colour);
  if (kind == Border::single) box(0, 1.5);
  if (kind == Border::twofold) box(0, 0.7), box(2.6, 1.7);
}

}  // namespace

void draw_seal(Canvas& canvas, Point centre, const Seal& seal, Rng& rng) {
  const Colour red = colour_of(Ink::red);
  canvas.begin_ink();
  canvas.push(centre, rng.between(-14, 10));
  canvas.circle({0, 0}, kSealRadius, 1.9, red);
  canvas.circle({0, 0}, kSealRadius - 3, 0.6, red);
  canvas.circle({0, 0}, kSealRadius - 15.5, 0.9, red);
  rim_text(canvas, kSealRadius - 12, seal.top, true, 3.9, red);
  rim_text(canvas, kSealRadius - 12, seal.bottom, false, 1.7, red);
  const double at = kSealRadius - 9.2;
  star(canvas, {at * std::cos(2.62), at * std::sin(2.62)}, 3, red);
  star(canvas, {at * std::cos(0.52), at * std::sin(0.52)}, 3, red);
  if (seal.centre.empty())
    emblem(canvas, red);
  else
    seal_middle(canvas, seal.centre, red);
  canvas.pop();
  canvas.end_ink(rng.between(0.14, 0.30), static_cast<unsigned>(rng.below(1 << 30)));
}

void draw_arrival(Canvas& canvas, const Arrival& stamp, Rng& rng) {
  const double head = 5 + 11.0 * static_cast<double>(stamp.receiver.size());
  const double more = 14.0 * static_cast<double>(stamp.more.size());
  const Frame frame{142, head + 44 + more, head, more};
  const Point corner{mm(stamp.x), mm(stamp.y)};
  canvas.begin_ink();
  canvas.push(corner, stamp.tilt_degrees);
  arrival_print(canvas, stamp, frame, colour_of(stamp.ink));
  canvas.pop();
  canvas.end_ink(rng.between(0.08, 0.18), static_cast<unsigned>(rng.below(1 << 30)));
  canvas.begin_ink();
  canvas.push(corner, stamp.tilt_degrees - 1.5);
  const auto left = [](const std::string& label) {
    return 50 + TextBlock(label, {9.5, false, false, "Liberation Sans"}).width();
  };
  const auto fill_in = [&](Point at, const std::string& value) {
    const TextBlock type(value, {13, false, false, "Liberation Sans"});
    if (!stamp.dater)
      write_hand(canvas, at, value, {stamp.pen, 13.5, 1.0, 0.26}, rng);
    else if (!value.empty())
      canvas.show(type, 0, at.x + 8, at.y - 2, colour_of(stamp.pen));
  };
  fill_in({left(stamp.number_label) + 8, head + 18}, stamp.number);
  fill_in({left(stamp.date_label) + 2, head + 36}, stamp.date);
  canvas.pop();
  canvas.end_ink(0.08, static_cast<unsigned>(rng.below(1 << 30)));
}

void draw_urgent(Canvas& canvas, Point corner, const std::string& words, Rng& rng) {
  const TextBlock block(words, {15, true, false, "Liberation Serif"});
  const double width = block.width() + 18, height = 25;
  const Colour red = colour_of(Ink::red);
  canvas.begin_ink();
  canvas.push(corner, rng.between(-6, -2.5));
  canvas.box({0, 0}, width, height, 2, red);
  canvas.box({3, 3}, width - 6, height - 6, 0.7, red);
  canvas.show(block, 0, 9, 18.2, red);
  canvas.pop();
  canvas.end_ink(rng.between(0.08, 0.18), static_cast<unsigned>(rng.below(1 << 30)));
}

void draw_mark(Canvas& canvas, const RubberMark& mark, Rng& rng) {
  const TextBlock block(
      mark.words, {mark.size, true, false, mark.serif ? "Liberation Serif" : "Liberation Sans"});
  const Colour colour = paler(colour_of(mark.ink), mark.strength);
  const double width = block.width() * mark.narrow + mark.size * rng.between(0.7, 1.6);
  const double height = mark.size * rng.between(1.45, 1.9);
  canvas.begin_ink();
  canvas.push({mm(mark.x), mm(mark.y)}, mark.tilt_degrees);
  border(canvas, mark.border, width, height, colour);
  canvas.push({0, mark.size * 0.36}, 0, mark.narrow);
  canvas.show(block, 0, -block.width() / 2, 0, colour);
  canvas.pop();
  canvas.pop();
  canvas.end_ink(mark.wear, static_cast<unsigned>(rng.below(1 << 30)));
}

void draw_rubber_line(Canvas& canvas, Point middle, const std::string& words, double size,
                      Rng& rng) {
  canvas.begin_ink();
  canvas.push({middle.x + rng.between(-4, 4), middle.y + rng.between(-1.5, 1.5)},
              rng.between(-1.8, 1.2));
  centred(canvas, words, {size, true, false, "Liberation Serif"}, {0, 0}, colour_of(Ink::red));
  canvas.pop();
  canvas.end_ink(rng.between(0.08, 0.18), static_cast<unsigned>(rng.below(1 << 30)));
}

}  // namespace vanthu::draw
