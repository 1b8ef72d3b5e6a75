// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of A4 to draw on, in points (1/72 inch) from the top left, and text set in lines that
// can be drawn one by one, so that a paragraph may run over a page's end. Cairo and Pango stay
// inside.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "pipeline/image.h"
#include "samples/draw/paper.h"

namespace vanthu::draw {

inline constexpr double kPageWidth = 595.28, kPageHeight = 841.89;
constexpr double mm(double length) { return length * 72 / 25.4; }

struct Point {
  double x = 0, y = 0;
};

struct Colour {
  double red = 0, green = 0, blue = 0;
};
Colour colour_of(Ink ink);
inline constexpr Colour kPrint{0.07, 0.07, 0.08};

struct Style {
  double size = 14;
  bool bold = false, italic = false;
  std::string family = "Liberation Serif";
  double jump = 0;  // how far letters are off their line, share of the size
};
Style typed(Style style);  // as a typewriter sets it: one face, one pitch

struct Flow {
  double width = 0;  // 0: one line as long as it needs
  Align align = Align::left;
  double indent = 0;  // of the first line
};

// A paragraph set in lines. Copies share the setting.
class TextBlock {
 public:
  TextBlock(const std::string& markup, const Style& style, const Flow& flow = {});
  int lines() const;
  std::string text(int line) const;  // trimmed
  double width() const;              // of the widest line
  double left() const;               // of the leftmost ink, from the block's left side
  double leading() const;            // from line to line, single spaced
  double ascent() const;             // top of a line to its baseline

 private:
  friend class Canvas;
  struct Setting;
  std::shared_ptr<const Setting> setting_;
};

class Canvas {
 public:
  // The content is turned by `skew_degrees` (clockwise) about the sheet's middle.
  Canvas(double dpi, double skew_degrees);
  ~Canvas();
  Canvas(Canvas&&) noexcept;
  Canvas& operator=(Canvas&&) noexcept;

  void show(const TextBlock& block, int line, double x, double baseline, Colour colour = kPrint);
  void line(Point from, Point to, double width, Colour colour = kPrint);
  // A pen's stroke through the points, its width varying with `widths` (one a point).
  void pen(const std::vector<Point>& points, const std::vector<double>& widths, Colour colour);
  void circle(Point centre, double radius, double width, Colour colour);
  void box(Point corner, double width, double height, double line, Colour colour);
  void fill(const std::vector<Point>& outline, Colour colour);

  // Later calls are relative to the turned origin; `narrow` squeezes them sideways.
  void push(Point origin, double degrees, double narrow = 1);
  void pop();
  // What is drawn in between is pressed on unevenly, as a rubber stamp does, and multiplies with
  // what lies under it. `wear` 0: evenly; 0.5: hardly readable.
  void begin_ink();
  void end_ink(double wear, unsigned seed);

  Image image() const;  // 3 channels, the whole sheet at the dpi

 private:
  struct Sheet;
  std::unique_ptr<Sheet> sheet_;
};

}  // namespace vanthu::draw
