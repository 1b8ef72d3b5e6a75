// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that the net was trained on: kHeight rows, capitals kCap high, their foot at kBase,
// ink 1 and paper 0. Of colour the red channel is taken: seals are as light as paper there, blue
// and black pens stay dark. The same steps stand in ocr/training/digits/compose.py and real.py.
#include "ocr/digits.h"

#include <algorithm>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "pipeline/error.h"

extern "C" {
extern const unsigned char vanthu_digits_begin[];
extern const unsigned char vanthu_digits_end[];
}

namespace vanthu {
namespace {

constexpr int kHeight = 48, kCap = 18, kBase = 32;
constexpr int kMostWidth = 640;       // columns of the picture; a line of the head has 200 to 400
constexpr double kLeastRange = 0.16;  // fainter ink is not blown up
constexpr double kLeastCap = 4;       // pixels: under 60 dpi nothing can be read

cv::Mat red_of(const Image& page, const cv::Rect& part) {
  const int type = page.channels == 1 ? CV_8UC1 : CV_8UC3;
  const cv::Mat whole(page.height, page.width, type,
                      const_cast<std::uint8_t*>(page.pixels.data()));  // read only
  if (page.channels == 1) return whole(part).clone();
  cv::Mat red;
  cv::extractChannel(whole(part), red, 0);
  return red;
}

// The grey level under which `share` of the pixels lie.
double level(const cv::Mat& grey, double share) {
  std::vector<std::uint8_t> all(grey.begin<std::uint8_t>(), grey.end<std::uint8_t>());
  const auto at =
      all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
  std::nth_element(all.begin(), at, all.end());
  return *at / 255.0;
}

cv::Mat ink_of(const cv::Mat& grey) {
  const double paper = level(grey, 0.9), dark = level(grey, 0.01);
  const double range = std::max(paper - dark, kLeastRange);
  cv::Mat ink;
  grey.convertTo(ink, CV_32F, -1.0 / 255 / range, paper / range);
  return cv::min(cv::max(ink, 0.0), 1.0);
}

}  // namespace

Image printed_strip(const Image& page, const PrintedRow& row, int x, int w, double& unit) {
  constexpr double kAbove = 1.5, kBelow = 0.5;  // heights of capitals: marks above, tails below
  unit = row.cap / kStripCap;
  const int top = static_cast<int>(row.foot - (1 + kAbove - 0.9) * row.cap);
  const Box seen = intersect({x, top, w, static_cast<int>((kAbove + kBelow) * row.cap + 0.5)},
                             {0, 0, page.width, page.height});
  if (seen.w < row.cap || seen.h < row.cap) return {};
  cv::Mat grey = red_of(page, {seen.x, seen.y, seen.w, seen.h}), scaled;
  cv::resize(grey, scaled, {}, 1 / unit, 1 / unit, unit > 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  cv::copyMakeBorder(scaled, scaled, kStripCap / 2, kStripCap / 2, kStripCap / 2, kStripCap / 2,
                     cv::BORDER_CONSTANT, cv::Scalar(255 * level(grey, 0.9)));
  Image out = make_image(scaled.cols, scaled.rows);
  std::copy(scaled.begin<std::uint8_t>(), scaled.end<std::uint8_t>(), out.pixels.begin());
  return out;
}

struct DigitReader::Impl {
  cv::dnn::Net net;
};

DigitReader::DigitReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DigitReader::DigitReader(DigitReader&&) noexcept = default;
DigitReader& DigitReader::operator=(DigitReader&&) noexcept = default;
DigitReader::~DigitReader() = default;

DigitReader DigitReader::open() {
  auto impl = std::make_unique<Impl>();
  try {
    impl->net =
        cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(vanthu_digits_begin),
                                 static_cast<std::size_t>(vanthu_digits_end - vanthu_digits_begin));
  } catch (const cv::Exception& e) {
    throw Error(Code::internal, std::string("the net of digits cannot be loaded: ") + e.what());
  }
  return DigitReader(std::move(impl));
}

DigitColumns DigitReader::look(const Image& page, const PrintedRow& row, int x, int w) {
  DigitColumns out;
  if (page.empty() || row.cap < kLeastCap) return out;
  const double unit = row.cap / kCap;  // page pixels for one of the picture
  const int top = static_cast<int>(std::lround(row.foot - kBase * unit));
  const Box wanted{x, top, std::min(w, static_cast<int>(kMostWidth * unit)),
                   static_cast<int>(std::lround(kHeight * unit))};
  const Box seen = intersect(wanted, {0, 0, page.width, page.height});
  if (seen.w < 2 * row.cap || seen.h < 2 * row.cap) return out;
  cv::Mat grey = red_of(page, {seen.x, seen.y, seen.w, seen.h});
  cv::copyMakeBorder(grey, grey, seen.y - wanted.y, wanted.bottom() - seen.bottom(), 0, 0,
                     cv::BORDER_REPLICATE);
  const int width = 4 * std::max(4, static_cast<int>(std::lround(seen.w / unit / 4)));
  cv::Mat small;
  cv::resize(grey, small, {width, kHeight}, 0, 0, unit > 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  const cv::Mat ink = ink_of(small);
  impl_->net.setInput(cv::dnn::blobFromImage(ink));
  const cv::Mat answer = impl_->net.forward();  // 1 x classes x 1 x frames
  out.frames = answer.size[3];
  out.line = {seen.x, wanted.y, seen.w, wanted.h};
  out.logits.resize(static_cast<std::size_t>(out.frames) * kDigitClasses);
  const float* from = answer.ptr<float>();
  for (int c = 0; c < kDigitClasses; ++c)
    for (int f = 0; f < out.frames; ++f)
      out.logits[static_cast<std::size_t>(f) * kDigitClasses + c] = from[c * out.frames + f];
  return out;
}

}  // namespace vanthu
