// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/clean.h"

#include <cmath>
#include <optional>

#include "pipeline/clean/background.h"
#include "pipeline/clean/border.h"
#include "pipeline/clean/despeckle.h"
#include "pipeline/clean/ink.h"
#include "pipeline/clean/mat.h"
#include "pipeline/clean/orientation.h"
#include "pipeline/clean/regions.h"
#include "pipeline/clean/reverse.h"
#include "pipeline/clean/scale.h"
#include "pipeline/clean/scanner_lines.h"
#include "pipeline/clean/sheet.h"
#include "pipeline/clean/skew.h"
#include "pipeline/clean/table.h"

namespace vanthu {
namespace {

constexpr double kWorthLevelling = 0.2;  // degrees; less is made good line by line (strip.h)
constexpr double kBlankInk = 0.0008;     // share of dark pixels under which a page bears nothing
constexpr std::size_t kMostFrames = 6;   // more boxes on a page are a form or a table
constexpr double kArrivalHeight = 18;  // mm: frames of urgency are lower, of arrival stamps higher
constexpr int kTiny = 40;              // pixels: a strip too thin for a line of print
constexpr double kA4Inches = 8.27;     // width of the paper, to guess a silent file's resolution

double guessed_dpi(const Image& image) {
  return std::clamp(std::min(image.width, image.height) / kA4Inches, 72.0, 600.0);
}

// The map from the turned page back to the raster as it lay.
Affine untwist(int degrees, int w, int h) {
  switch (degrees) {
    case 90:
      return {0, 1, 0, -1, 0, static_cast<double>(h)};
    case 180:
      return {-1, 0, static_cast<double>(w), 0, -1, static_cast<double>(h)};
    case 270:
      return {0, -1, static_cast<double>(w), 1, 0, 0};
    default:
      return {};
  }
}

struct Levelled {
  Image image;
  Affine back;  // level -> before
};

Levelled level(const Image& image, double degrees) {
  const cv::Point2f centre(static_cast<float>(image.width) / 2,
                           static_cast<float>(image.height) / 2);
  const cv::Mat turn = cv::getRotationMatrix2D(centre, degrees, 1);
  cv::Mat out, back;
  cv::warpAffine(view(image), out, turn, {image.width, image.height}, cv::INTER_LINEAR,
                 cv::BORDER_CONSTANT, cv::Scalar::all(255));
  cv::invertAffineTransform(turn, back);
  const auto b = [&](int r, int c) { return back.at<double>(r, c); };
  return {image_of(out), {b(0, 0), b(0, 1), b(0, 2), b(1, 0), b(1, 1), b(1, 2)}};
}

// A photograph's own resolution says nothing of the paper, which is A4 or was made so wide.
void flatten(CleanPage& out) {
  const std::optional<Sheet> sheet = find_sheet(out.upright);
  if (!sheet) return;
  Flattened flat = flattened(out.upright, *sheet);
  out.upright = std::move(flat.image);
  out.to_raster = flat.back;
  out.dpi = guessed_dpi(out.upright);
  out.warnings.push_back("photograph");
}

void orient(CleanPage& out) {
  const Orientation found = find_orientation(out.upright);
  if (found.confidence < kSureOrientation || found.degrees == 0) return;
  out.rotation = found.degrees;
  const Affine back = untwist(found.degrees, out.upright.width, out.upright.height);
  out.to_raster = then(homography(back), out.to_raster);
  out.upright = turned(out.upright, found.degrees);
}

void deskew(CleanPage& out) {
  const Skew found = find_skew(out.upright);
  if (found.confidence < kSureSkew) return;
  out.skew = found.degrees;
  if (std::abs(found.degrees) < kWorthLevelling) return;
  Levelled levelled = level(out.upright, found.degrees);
  out.to_raster = then(homography(levelled.back), out.to_raster);
  out.upright = std::move(levelled.image);
}

bool is_blank(const Image& print) {
  const cv::Mat ink = ink_mask(view(print));
  return cv::countNonZero(ink) < kBlankInk * static_cast<double>(ink.total());
}

// Coloured frames are found in the coloured ink; frames in black only among what is dark.
std::vector<Frame> frames_of(const CleanPage& page, const InkLayers& layers) {
  std::vector<Frame> out;
  if (!layers.coloured.empty()) out = find_frames(layers.coloured, page.upright, page.dpi);
  cv::Mat paper;
  cv::bitwise_not(ink_mask(view(layers.print)), paper);
  for (Frame& frame : find_frames(image_of(paper), page.upright, page.dpi))
    if (std::none_of(out.begin(), out.end(),
                     [&](const Frame& f) { return !intersect(f.box, frame.box).empty(); }))
      out.push_back(std::move(frame));
  if (out.size() > kMostFrames) out.clear();  // a form full of boxes
  return out;
}

// An arrival stamp stands in free space or over print: its own rows must not become lines of the
// letter.
void clear_large_frames(CleanPage& page) {
  const int high = static_cast<int>(kArrivalHeight / 25.4 * page.dpi);
  for (const Frame& frame : page.frames)
    if (frame.box.h > high) view(page.print)(rect_of(frame.box)).setTo(255);
}

// Gives the rows that black seals lay over, upright pixels.
std::vector<Box> make_print(CleanPage& out, const CleanOptions& options) {
  InkLayers layers;
  if (options.ink)
    layers = separate_ink(out.upright, out.dpi, options.seals);
  else
    layers.print = image_of(grey_of(out.upright));
  out.print = layers.print;
  if (options.background) out.print = on_white(out.print, out.dpi);
  if (options.reverse) out.print = without_reverse(out.print, out.dpi);
  if (options.lines) out.print = without_scanner_lines(out.print, out.dpi);
  if (options.borders) out.print = without_borders(out.print, out.dpi);
  if (options.despeckle) out.print = without_specks(out.print, out.dpi);
  if (!options.ink) return {};
  layers.print = out.print;
  out.frames = frames_of(out, layers);
  clear_large_frames(out);
  return layers.rows;
}

void scale(CleanPage& out) {
  Scaled scaled = to_reading_height(out.print, out.letter);
  out.print = std::move(scaled.image);
  out.scale = scaled.factor;
  out.letter *= scaled.factor;
}

void make_cells(CleanPage& out, const CleanOptions& options) {
  std::vector<Table> tables;
  if (options.tables) tables = take_tables(out.print, out.letter);
  if (options.cells)
    out.cells = find_cells(out.print, out.letter, tables);
  else
    out.cells = {{Region::body, {0, 0, out.print.width, out.print.height}}};
}

// What is left of a seal beside the signer's name hides from the engine that a line is there: the
// cell is cut into what stands above the name, the name, what stands below.
void read_apart(std::vector<Cell>& cells, const Box& row) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Box b = cells[i].box;
    if (cells[i].region != Region::foot_right || row.y <= b.y || row.bottom() >= b.bottom())
      continue;
    if (row.right() <= b.x || row.x >= b.right()) continue;
    cells[i].box.h = row.y - b.y;
    const Cell name{Region::foot_right, row};
    const Cell below{Region::foot_right, {b.x, row.bottom(), b.w, b.bottom() - row.bottom()}};
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, {name, below});
    return;
  }
}

}  // namespace

CleanPage clean(const Page& page, const CleanOptions& options) {
  CleanPage out;
  out.number = page.number;
  out.warnings = page.warnings;
  out.upright = page.image;
  out.raster_width = page.image.width;
  out.raster_height = page.image.height;
  out.dpi = page.dpi > 0 ? page.dpi : guessed_dpi(page.image);
  if (std::min(page.image.width, page.image.height) < kTiny) {
    out.print = image_of(grey_of(page.image));
    out.warnings.push_back("tiny");
    return out;
  }
  if (options.flatten) flatten(out);
  if (options.orient) orient(out);
  if (options.deskew) deskew(out);
  const std::vector<Box> rows = make_print(out, options);
  out.blank = is_blank(out.print);
  out.letter = letter_height(out.print);
  if (options.scale) scale(out);
  make_cells(out, options);
  for (const Box& row : rows)
    read_apart(out.cells, apply(Affine{out.scale, 0, 0, 0, out.scale, 0}, row));
  return out;
}

}  // namespace vanthu
