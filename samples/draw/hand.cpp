// SPDX-License-Identifier: GPL-3.0-or-later
// Each control point is moved a little, the curve smoothed through them, and the pen's width
// follows its pressure: thin where it lands and leaves, with a slow random swing between.
#include "samples/draw/hand.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "samples/draw/strokes.h"

namespace vanthu::draw {
namespace {

constexpr double kJitter = 0.028;  // of the height; more and a 5 becomes an S

std::vector<double> pressure(std::size_t count, double width, Rng& rng) {
  std::vector<double> widths(count);
  const double phase = rng.between(0, 6), pace = rng.between(0.15, 0.35);
  for (std::size_t i = 0; i < count; ++i) {
    const double at = static_cast<double>(i);
    const double end = std::min({at, static_cast<double>(count - 1) - at, 5.0}) / 5;
    widths[i] = width * (0.62 + 0.3 * end + 0.14 * std::sin(phase + pace * at));
  }
  return widths;
}

void draw_glyph(Canvas& canvas, Point at, const Glyph& glyph, const Pen& pen, double height,
                Rng& rng) {
  for (const Stroke& stroke : glyph.strokes) {
    Stroke moved;
    for (const Point& point : stroke) {
      const double x = point.x + kJitter * rng.normal(), y = point.y + kJitter * rng.normal();
      moved.push_back({at.x + height * (x + pen.slant * (1 - y)), at.y - height * (1 - y)});
    }
    const Stroke curve = smooth_curve(moved, 12);
    canvas.pen(curve, pressure(curve.size(), pen.width, rng), colour_of(pen.ink));
  }
}

// Cursive letters in a hurry: a point runs round an ellipse that itself runs right, tall at first
// and flatter towards the end; a wide ellipse makes loops, a narrow one waves.
void add_cursive(Stroke& path, Point from, double width, double height, int letters, Rng& rng) {
  const double step = width / letters;
  for (int i = 0; i < letters; ++i) {
    const double tall = height * rng.between(0.07, 0.24) * (1 - 0.5 * i / letters);
    const double loop = step * rng.between(0.1, 0.75);
    const double lift = -height * 0.05 * i / letters;
    for (int k = 0; k < 6; ++k) {
      const double angle = std::numbers::pi * (0.5 + k / 3.0);
      path.push_back({from.x + step * (i + k / 6.0) + loop * std::cos(angle),
                      from.y + lift + tall * std::sin(angle)});
    }
  }
}

// How names begin: a tall loop, an oval entered from its right, or a long slanting stem.
Stroke beginning(int style, double width, double height, Rng& rng) {
  const Stroke shapes[] = {{{.05, .18},
                            {.14, -.38},
                            {.23, -.52},
                            {.23, -.18},
                            {.13, .34},
                            {.05, .30},
                            {.15, .04},
                            {.27, -.04}},
                           {{.22, -.30},
                            {.12, -.34},
                            {.02, -.02},
                            {.08, .26},
                            {.20, .10},
                            {.25, -.24},
                            {.24, .14},
                            {.30, .06}},
                           {{.24, -.55},
                            {.16, -.10},
                            {.06, .40},
                            {.10, .02},
                            {.22, -.16},
                            {.27, .02},
                            {.20, .16},
                            {.30, .02}}};
  Stroke path = shapes[style];
  for (Point& point : path)
    point = {width * (point.x + rng.between(-.02, .02)),
             height * (point.y + rng.between(-.05, .05))};
  return path;
}

}  // namespace

double write_hand(Canvas& canvas, Point at, const std::string& text, const Pen& pen, Rng& rng) {
  for (const char character : text) {
    const std::vector<Glyph>& variants = glyphs_of(character);
    if (variants.empty()) {
      at.x += pen.height * 0.3;
      continue;
    }
    const Glyph& glyph =
        variants[static_cast<std::size_t>(rng.below(static_cast<int>(variants.size())))];
    const double height = pen.height * rng.between(0.92, 1.08);
    draw_glyph(canvas, {at.x, at.y + pen.height * 0.05 * rng.normal()}, glyph, pen, height, rng);
    at.x += glyph.advance * pen.height * rng.between(0.95, 1.12);
  }
  return at.x;
}

double hand_width(const std::string& text, const Pen& pen) {
  double width = 0;
  for (const char character : text) {
    const std::vector<Glyph>& variants = glyphs_of(character);
    width += pen.height * (variants.empty() ? 0.3 : variants.front().advance);
  }
  return width;
}

void sign(Canvas& canvas, Point at, double width, double height, Ink ink, Rng& rng) {
  Stroke path = beginning(rng.below(3), width, height, rng);
  const double run = rng.between(.30, .45);
  add_cursive(path, {width * .30, height * .02}, width * run, height, 2 + rng.below(3), rng);
  const double rise = rng.between(-.55, .12);
  path.push_back({width * (.38 + run), height * rng.between(.02, .12)});
  path.push_back({width * .90, height * rise * .5});
  path.push_back({width * rng.between(1.0, 1.1), height * rise});
  for (Point& point : path) point = {at.x + point.x, at.y + point.y};
  Stroke curve = smooth_curve(path, 14);
  canvas.pen(curve, pressure(curve.size(), 1.15, rng), colour_of(ink));
  const double drop = height * rng.between(.30, .52), back = width * rng.between(.0, .2);
  curve = smooth_curve({{at.x + width * .95, at.y + drop - 6},
                        {at.x + width * .45, at.y + drop - 2},
                        {at.x + back, at.y + drop + 3},
                        {at.x + back + 8, at.y + drop - 4},
                        {at.x + width * rng.between(.4, .7), at.y + drop - 7}},
                       16);
  canvas.pen(curve, pressure(curve.size(), 0.95, rng), colour_of(ink));
}

void initial(Canvas& canvas, Point at, double size, Ink ink, Rng& rng) {
  Stroke path;
  for (int i = 0; i < 7; ++i)
    path.push_back({at.x + size * (0.3 * i + rng.between(-.2, .2)),
                    at.y + size * rng.between(-.5, .3) * (i % 2 == 0 ? 1 : -1)});
  const Stroke curve = smooth_curve(path, 10);
  canvas.pen(curve, pressure(curve.size(), 0.9, rng), colour_of(ink));
}

}  // namespace vanthu::draw
