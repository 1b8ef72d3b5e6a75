// SPDX-License-Identifier: GPL-3.0-or-later
// A pixel is coloured when its channels differ more than JPEG's chroma noise makes black differ.
// Where coloured ink lies over black print, the brightest channel shows the print alone: red ink is
// bright in red, blue in blue, black in none. So taking a mark out means putting max(R,G,B) in its
// place.
#include "pipeline/clean/ink.h"

#include "pipeline/clean/mat.h"
#include "pipeline/clean/seal.h"
#include "pipeline/clean/seal_black.h"

namespace vanthu {
namespace {

constexpr int kColoured = 60;    // max - min of the channels
constexpr int kStrong = 30;      // the same at the rim of a coloured stroke
constexpr double kLetter = 8.0;  // mm: no printed letter or stamped name is taller

struct Colour {
  cv::Mat brightest, spread;  // max, and max - min, of the three channels
};

Colour colour_of(const cv::Mat& rgb) {
  cv::Mat channels[3], darkest;
  cv::split(rgb, channels);
  Colour out;
  out.brightest = cv::max(channels[0], cv::max(channels[1], channels[2]));
  darkest = cv::min(channels[0], cv::min(channels[1], channels[2]));
  out.spread = out.brightest - darkest;
  return out;
}

// Seals go whole; what is left of a name stamped across the ring's edge stays.
void mark_seals(cv::Mat& marks, double dpi, cv::Mat& out, std::vector<Box>& stamps) {
  cv::Mat paper;
  cv::bitwise_not(marks, paper);
  for (const Seal& seal : find_seals(image_of(paper), dpi)) {
    const cv::Point centre(seal.x, seal.y);
    cv::circle(out, centre, seal.radius, cv::Scalar(255), cv::FILLED);
    cv::circle(marks, centre, seal.radius, cv::Scalar(0), cv::FILLED);
    stamps.push_back(
        {seal.x - seal.radius, seal.y - seal.radius, 2 * seal.radius, 2 * seal.radius});
  }
}

// Frames, arrows, signatures: anything larger than a letter that hangs together.
void mark_large(const cv::Mat& marks, double dpi, cv::Mat& out, std::vector<Box>& stamps) {
  const Pieces pieces = pieces_of(marks);
  const double letter = kLetter * dpi / 25.4;
  const auto is_large = [&](std::size_t i) {
    return pieces.all[i].box.h >= letter || pieces.all[i].box.w >= 3 * letter;
  };
  for (std::size_t i = 0; i < pieces.all.size(); ++i)
    if (is_large(i)) stamps.push_back(pieces.all[i].box);
  paint(out, pieces, 255, is_large);
}

}  // namespace

InkLayers separate_ink(const Image& image, double dpi, bool black_seals) {
  InkLayers layers;
  if (image.channels != 3) {
    WithoutSeals wiped = black_seals ? without_black_seals(image, dpi) : WithoutSeals{image, {}};
    layers.print = std::move(wiped.print);
    layers.rows = std::move(wiped.rows);
    return layers;
  }
  const Colour colour = colour_of(view(image));
  cv::Mat marks, grey, out = cv::Mat::zeros(image.height, image.width, CV_8U);
  cv::cvtColor(view(image), grey, cv::COLOR_RGB2GRAY);
  cv::morphologyEx(colour.spread > kColoured, marks, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
  cv::Mat paper;
  cv::bitwise_not(marks, paper);
  layers.coloured = image_of(paper);
  mark_seals(marks, dpi, out, layers.stamps);
  mark_large(marks, dpi, out, layers.stamps);
  cv::dilate(out, out, cv::Mat::ones(5, 5, CV_8U));
  colour.brightest.copyTo(grey, out & (colour.spread > kStrong));
  std::sort(layers.stamps.begin(), layers.stamps.end(),
            [](const Box& a, const Box& b) { return a.w * a.h > b.w * b.h; });
  layers.print = image_of(grey);
  return layers;
}

Image darkest(const Image& image) { return image_of(darkest_of(view(image))); }

}  // namespace vanthu
