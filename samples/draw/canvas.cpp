// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet is a Cairo RGB surface, white at first, scaled to points and turned by the skew.
#include "samples/draw/canvas.h"

#include <cairo/cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/error.h"
#include "samples/draw/random.h"
#include "samples/draw/text_setting.h"

namespace vanthu::draw {

Colour colour_of(Ink ink) {
  switch (ink) {
    case Ink::blue:
      return {0.17, 0.20, 0.62};
    case Ink::red:
      return {0.84, 0.13, 0.19};
    case Ink::violet:
      return {0.38, 0.16, 0.55};
    case Ink::black:
      break;
  }
  return {0.10, 0.10, 0.13};
}

struct Canvas::Sheet {
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  double scale = 1;
  ~Sheet() {
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
};

Canvas::Canvas(double dpi, double skew_degrees) : sheet_(std::make_unique<Sheet>()) {
  sheet_->scale = dpi / 72;
  const int width = static_cast<int>(std::lround(kPageWidth * sheet_->scale));
  const int height = static_cast<int>(std::lround(kPageHeight * sheet_->scale));
  sheet_->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  sheet_->cairo = cairo_create(sheet_->surface);
  if (cairo_status(sheet_->cairo) != CAIRO_STATUS_SUCCESS)
    throw Error(Code::internal, "Cairo makes no surface of this size");
  cairo_set_source_rgb(sheet_->cairo, 1, 1, 1);
  cairo_paint(sheet_->cairo);
  cairo_scale(sheet_->cairo, sheet_->scale, sheet_->scale);
  cairo_translate(sheet_->cairo, kPageWidth / 2, kPageHeight / 2);
  cairo_rotate(sheet_->cairo, skew_degrees * std::numbers::pi / 180);
  cairo_translate(sheet_->cairo, -kPageWidth / 2, -kPageHeight / 2);
  cairo_set_line_cap(sheet_->cairo, CAIRO_LINE_CAP_ROUND);
}

Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;

namespace {

void set(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

}  // namespace

void Canvas::show(const TextBlock& block, int line, double x, double baseline, Colour colour) {
  PangoLayoutIter* at = pango_layout_get_iter(block.setting_->layout);
  for (int i = 0; i < line; ++i) pango_layout_iter_next_line(at);
  PangoRectangle logical;
  pango_layout_iter_get_line_extents(at, nullptr, &logical);
  set(sheet_->cairo, colour);
  cairo_move_to(sheet_->cairo, x + static_cast<double>(logical.x) / PANGO_SCALE, baseline);
  pango_cairo_show_layout_line(sheet_->cairo, pango_layout_iter_get_line_readonly(at));
  pango_layout_iter_free(at);
}

void Canvas::line(Point from, Point to, double width, Colour colour) {
  set(sheet_->cairo, colour);
  cairo_set_line_width(sheet_->cairo, width);
  cairo_move_to(sheet_->cairo, from.x, from.y);
  cairo_line_to(sheet_->cairo, to.x, to.y);
  cairo_stroke(sheet_->cairo);
}

void Canvas::pen(const std::vector<Point>& points, const std::vector<double>& widths,
                 Colour colour) {
  for (std::size_t i = 1; i < points.size(); ++i)
    line(points[i - 1], points[i], (widths[i - 1] + widths[i]) / 2, colour);
}

void Canvas::circle(Point centre, double radius, double width, Colour colour) {
  set(sheet_->cairo, colour);
  cairo_set_line_width(sheet_->cairo, width);
  cairo_new_path(sheet_->cairo);
  cairo_arc(sheet_->cairo, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  cairo_stroke(sheet_->cairo);
}

void Canvas::box(Point corner, double width, double height, double line_width, Colour colour) {
  set(sheet_->cairo, colour);
  cairo_set_line_width(sheet_->cairo, line_width);
  cairo_rectangle(sheet_->cairo, corner.x, corner.y, width, height);
  cairo_stroke(sheet_->cairo);
}

void Canvas::fill(const std::vector<Point>& outline, Colour colour) {
  set(sheet_->cairo, colour);
  cairo_new_path(sheet_->cairo);
  for (const Point& point : outline) cairo_line_to(sheet_->cairo, point.x, point.y);
  cairo_fill(sheet_->cairo);
}

void Canvas::push(Point origin, double degrees, double narrow) {
  cairo_save(sheet_->cairo);
  cairo_translate(sheet_->cairo, origin.x, origin.y);
  cairo_rotate(sheet_->cairo, degrees * std::numbers::pi / 180);
  cairo_scale(sheet_->cairo, narrow, 1);
}

void Canvas::pop() { cairo_restore(sheet_->cairo); }

void Canvas::begin_ink() { cairo_push_group(sheet_->cairo); }

namespace {

// Coarse patches where the stamp was pressed less, fine grain where the paper's tooth took no ink.
unsigned char pressed(double wear, unsigned seed, double x, double y) {
  const double patch = value_noise(seed, x / 16, y / 16);
  const double grain = value_noise(seed + 1, x / 0.9, y / 0.9);
  const double lost =
      wear * (1.6 * std::max(0.0, patch - 0.35) + 0.9 * std::max(0.0, grain - 0.45));
  return static_cast<unsigned char>(255 * std::clamp(0.97 - 2 * lost, 0.0, 1.0));
}

}  // namespace

void Canvas::end_ink(double wear, unsigned seed) {
  cairo_pattern_t* drawn = cairo_pop_group(sheet_->cairo);
  cairo_surface_t* layer = nullptr;
  cairo_pattern_get_surface(drawn, &layer);
  const int width = cairo_image_surface_get_width(layer);
  const int height = cairo_image_surface_get_height(layer);
  cairo_surface_t* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
  cairo_surface_flush(layer);
  for (int y = 0; y < height; ++y) {
    unsigned char* to =
        cairo_image_surface_get_data(mask) + cairo_image_surface_get_stride(mask) * y;
    const auto* ink = reinterpret_cast<const std::uint32_t*>(
        cairo_image_surface_get_data(layer) +
        static_cast<long>(cairo_image_surface_get_stride(layer)) * y);
    for (int x = 0; x < width; ++x)
      if (ink[x] != 0) to[x] = pressed(wear, seed, x / sheet_->scale, y / sheet_->scale);
  }
  cairo_surface_mark_dirty(mask);
  cairo_save(sheet_->cairo);
  cairo_set_operator(sheet_->cairo, CAIRO_OPERATOR_MULTIPLY);
  cairo_set_source(sheet_->cairo, drawn);
  cairo_identity_matrix(sheet_->cairo);
  cairo_mask_surface(sheet_->cairo, mask, 0, 0);
  cairo_restore(sheet_->cairo);
  cairo_surface_destroy(mask);
  cairo_pattern_destroy(drawn);
}

Image Canvas::image() const {
  cairo_surface_flush(sheet_->surface);
  const int width = cairo_image_surface_get_width(sheet_->surface);
  const int height = cairo_image_surface_get_height(sheet_->surface);
  const int stride = cairo_image_surface_get_stride(sheet_->surface);
  const unsigned char* data = cairo_image_surface_get_data(sheet_->surface);
  Image image = make_image(width, height, 3);
  for (int y = 0; y < height; ++y) {
    const auto* from = reinterpret_cast<const std::uint32_t*>(data + static_cast<long>(y) * stride);
    std::uint8_t* to = image.row(y);
    for (int x = 0; x < width; ++x, to += 3) {
      to[0] = static_cast<std::uint8_t>(from[x] >> 16);
      to[1] = static_cast<std::uint8_t>(from[x] >> 8);
      to[2] = static_cast<std::uint8_t>(from[x]);
    }
  }
  return image;
}

}  // namespace vanthu::draw
