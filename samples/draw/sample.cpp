// SPDX-License-Identifier: GPL-3.0-or-later
// Parts are drawn one after the other and bound into one file of the asked format.
#include "samples/draw/sample.h"

#include <iterator>
#include <utility>

#include "samples/draw/encode.h"
#include "samples/draw/raster.h"

namespace vanthu::draw {
namespace {

// The clockwise turn by which a viewer obeying `orientation` shows the picture upright.
int degrees_of(int orientation) {
  return orientation == 3 ? 180 : orientation == 6 ? 90 : orientation == 8 ? 270 : 0;
}

std::string encode(const Sample& sample, const std::vector<Image>& pages) {
  const double dpi = sample.parts.front().options.dpi;
  switch (sample.format) {
    case Format::pdf:
      return encode_pdf(pages, dpi, sample.quality);
    case Format::tiff:
      return encode_tiff(pages, dpi);
    case Format::jpeg:
      break;
  }
  const Image lying = turned(pages.front(), (360 - degrees_of(sample.orientation)) % 360);
  return encode_jpeg(lying, dpi, sample.quality, sample.orientation);
}

const char* extension(Format format) {
  return format == Format::pdf ? ".pdf" : format == Format::tiff ? ".tif" : ".jpg";
}

}  // namespace

std::vector<Sample> all_samples() {
  std::vector<Sample> all;
  for (auto make :
       {seed_samples, letter_samples, decision_samples, notice_samples, other_samples}) {
    std::vector<Sample> some = make();
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

Drawn draw_sample(const Sample& sample) {
  Drawn drawn;
  std::vector<Image> images;
  std::vector<int> pages;
  for (const Part& part : sample.parts) {
    std::vector<DrawnPage> some = draw_paper(part.paper, part.options);
    if (images.empty()) drawn.text = some.front().text;
    pages.push_back(static_cast<int>(some.size()));
    for (DrawnPage& page : some) images.push_back(std::move(page.image));
  }
  drawn.file = sample.name + extension(sample.format);
  drawn.bytes = encode(sample, images);
  drawn.truth = truth_of(sample, drawn.file, pages);
  return drawn;
}

}  // namespace vanthu::draw
