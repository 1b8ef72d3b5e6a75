// SPDX-License-Identifier: GPL-3.0-or-later
// In the order light meets them: ink and paper first, then the glass, the optics, the sensor.
#include "samples/draw/damage.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "samples/draw/random.h"
#include "samples/draw/raster.h"

namespace vanthu::draw {
namespace {

struct Scanner {
  const DrawOptions& options;
  const Damage& damage;
  std::uint64_t seed;
  double px;  // pixels a millimetre
};

template <class Change>
void each_pixel(Image& image, Change change) {
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      std::uint8_t* at = image.row(y) + static_cast<std::size_t>(x) * 3;
      change(x, y, at);
    }
}

void darken(std::uint8_t* rgb, double by) {
  for (int c = 0; c < 3; ++c) rgb[c] = clamp8(rgb[c] - by);
}

void wear_toner(Image& image, const Scanner& scan) {
  if (scan.damage.wear <= 0) return;
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    if (rgb[1] == 255) return;
    const double patch = value_noise(scan.seed + 3, x / (9 * scan.px), y / (9 * scan.px));
    const double grain = value_noise(scan.seed + 4, x / (0.16 * scan.px), y / (0.16 * scan.px));
    const double keep = 1 - scan.damage.wear * std::clamp(patch + grain - 0.55, 0.0, 1.0);
    for (int c = 0; c < 3; ++c) rgb[c] = clamp8(255 - (255 - rgb[c]) * keep);
  });
}

// The reverse page as it shines through: mirrored, blurred by the paper, grey.
Image shine(const Image& reverse) {
  Image grey = to_grey(reverse);
  for (int y = 0; y < grey.height; ++y) std::reverse(grey.row(y), grey.row(y) + grey.width);
  for (int pass = 0; pass < 2; ++pass) {
    box_blur_rows(grey, 1);
    grey = transposed(grey);
    box_blur_rows(grey, 1);
    grey = transposed(grey);
  }
  return grey;
}

void show_reverse(Image& image, const Image& reverse, const Scanner& scan) {
  if (reverse.empty() || scan.damage.show_through <= 0) return;
  const Image behind = shine(reverse);
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    const double patch = 0.5 + value_noise(scan.seed + 5, x / (22 * scan.px), y / (22 * scan.px));
    darken(rgb, (255 - behind.row(y)[x]) * scan.damage.show_through * patch);
  });
}

void punch(Image& image, const Scanner& scan) {
  if (!scan.damage.punch_holes) return;
  const double radius = 3 * scan.px, x0 = 9 * scan.px, middle = image.height / 2.0;
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    for (const double y0 : {middle - 40 * scan.px, middle + 40 * scan.px}) {
      const double far = std::hypot(x - x0, y - y0);
      if (far < radius) darken(rgb, 215 - 60 * far / radius);
    }
  });
}

// A crease across the sheet: a thin shadow with a lighter lip.
void fold(Image& image, const Scanner& scan) {
  if (!scan.damage.fold) return;
  const double y0 = image.height * 0.49;
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    const double crease = y0 + 0.004 * x + 3 * value_noise(scan.seed + 6, x / (12 * scan.px), 0);
    const double far = (y - crease) / scan.px;
    if (far > 0 && far < 2.5) darken(rgb, 26 * std::exp(-far * 2.2));
    if (far > -0.25 && far <= 0) darken(rgb, 34);
  });
}

void scanner_lines(Image& image, const Scanner& scan) {
  for (const double at : scan.damage.lines)
    for (int y = 0; y < image.height; ++y) {
      const double strength = 150 + 90 * value_noise(scan.seed + 7, at, y / (14 * scan.px));
      const int wide = scan.px * 0.25 > 2 ? 3 : 2;
      for (int k = 0; k < wide; ++k) {
        const int x = std::clamp(static_cast<int>(at * scan.px) + k, 0, image.width - 1);
        darken(image.row(y) + x * 3, strength);
      }
    }
}

// How far inside the black border a point is, in mm; negative outside. Its inner side is ragged.
double inside_border(const Image& image, const Scanner& scan, int x, int y) {
  const Damage& d = scan.damage;
  const auto rag = [&](unsigned which, int along) {
    return 0.25 * value_noise(scan.seed + 20 + which, along / (25 * scan.px), 0) +
           0.15 * value_noise(scan.seed + 24 + which, along / (0.5 * scan.px), 0) +
           along / scan.px * 0.003;
  };
  double deep = -9;
  if (d.edge_left > 0) deep = std::max(deep, d.edge_left + rag(0, y) - x / scan.px);
  if (d.edge_top > 0) deep = std::max(deep, d.edge_top + rag(1, x) - y / scan.px);
  if (d.edge_right > 0)
    deep = std::max(deep, d.edge_right + rag(2, y) - (image.width - 1 - x) / scan.px);
  if (d.edge_bottom > 0)
    deep = std::max(deep, d.edge_bottom + rag(3, x) - (image.height - 1 - y) / scan.px);
  return deep;
}

void black_border(Image& image, const Scanner& scan) {
  const Damage& d = scan.damage;
  if (d.edge_left <= 0 && d.edge_right <= 0 && d.edge_top <= 0 && d.edge_bottom <= 0) return;
  const double reach = std::max({d.edge_left, d.edge_right, d.edge_top, d.edge_bottom}) + 3;
  const int near = static_cast<int>(reach * scan.px);
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    if (std::min({x, y, image.width - 1 - x, image.height - 1 - y}) > near) return;
    const double deep = inside_border(image, scan, x, y);
    if (deep > -1.2) darken(rgb, 225 * std::clamp(0.55 + deep * 0.9, 0.0, 1.0));
  });
}

void sense(Image& image, const Scanner& scan) {
  const Damage& d = scan.damage;
  if (d.noise <= 0 && d.paper >= 255) return;
  Rng rng(scan.seed + 8);
  const std::array<double, 3> tint = {1.0, 0.996, 0.982};
  const bool tinted = d.paper < 253 && scan.options.depth == Depth::colour;
  double light = d.paper;  // the lamp's, uneven over centimetres: looked up every few pixels
  each_pixel(image, [&](int x, int y, std::uint8_t* rgb) {
    if (d.paper < 255 && x % 8 == 0)
      light =
          d.paper + 5 * (value_noise(scan.seed + 9, x / (60 * scan.px), y / (60 * scan.px)) - 0.5);
    const double grain = d.noise * rng.normal();
    for (std::size_t c = 0; c < 3; ++c)
      rgb[c] = clamp8(rgb[c] * light / 255 * (tinted ? tint[c] : 1) + grain);
  });
}

void blot(Image& image, double x0, double y0, double radius, double dark) {
  const int reach = static_cast<int>(radius + 1.5);
  for (int y = static_cast<int>(y0) - reach; y <= static_cast<int>(y0) + reach; ++y)
    for (int x = static_cast<int>(x0) - reach; x <= static_cast<int>(x0) + reach; ++x) {
      if (x < 0 || y < 0 || x >= image.width || y >= image.height) continue;
      const double cover = std::clamp(radius + 0.5 - std::hypot(x - x0, (y - y0) * 1.2), 0.0, 1.0);
      darken(image.row(y) + x * 3, dark * cover);
    }
}

// Dust lies in loose clouds, some of it on one side, most of it tiny.
void dust(Image& image, const Scanner& scan) {
  Rng rng(scan.seed + 10);
  double x = 0, y = 0;
  for (int i = 0; i < scan.damage.specks; ++i) {
    if (i % 6 == 0) x = rng.between(0, image.width), y = rng.between(0, image.height);
    const double size = rng.uniform();
    blot(image, x + rng.normal() * 14 * scan.px, y + rng.normal() * 14 * scan.px,
         (0.05 + 0.28 * size * size * size) * scan.px, rng.between(120, 230));
  }
}

Image to_bilevel(const Image& image, double threshold) {
  Image out = to_grey(image);
  for (std::uint8_t& pixel : out.pixels) pixel = pixel < threshold ? 0 : 255;
  return out;
}

}  // namespace

Image damaged(Image sheet, const Image& reverse, const DrawOptions& options, unsigned page) {
  const Scanner scan{options, options.damage, options.seed * 1000003ULL + page * 7919ULL,
                     options.dpi / 25.4};
  wear_toner(sheet, scan);
  show_reverse(sheet, reverse, scan);
  fold(sheet, scan);
  punch(sheet, scan);
  black_border(sheet, scan);
  dust(sheet, scan);
  blur(sheet, options.damage.blur);
  sense(sheet, scan);
  scanner_lines(sheet, scan);
  if (options.depth == Depth::bilevel) sheet = to_bilevel(sheet, options.damage.threshold);
  if (options.depth == Depth::grey) sheet = to_grey(sheet);
  return turned(sheet, options.rotate);
}

}  // namespace vanthu::draw
