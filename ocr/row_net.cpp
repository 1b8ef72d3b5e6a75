// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that the nets were trained on: kHeight rows, capitals and their foot where the shape
// says, ink 1 and paper 0: the lightest tenth is paper, the darkest hundredth ink. The same steps
// stand in ocr/training/digits/compose.py and ocr/training/names/draw.py.
#include "ocr/row_net.h"

#include <algorithm>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr int kHeight = 48;
constexpr int kMostWidth = 640;       // columns of the picture; what is read has 150 to 400
constexpr double kLeastRange = 0.16;  // fainter ink is not blown up
constexpr double kLeastCap = 4;       // pixels: under 60 dpi nothing can be read

cv::Mat channel_of(const Image& page, const cv::Rect& part, Ink ink) {
  const int type = page.channels == 1 ? CV_8UC1 : CV_8UC3;
  const cv::Mat whole(page.height, page.width, type,
                      const_cast<std::uint8_t*>(page.pixels.data()));  // read only
  if (page.channels == 1) return whole(part).clone();
  if (ink == Ink::red) {
    cv::Mat red;
    cv::extractChannel(whole(part), red, 0);
    return red;
  }
  std::vector<cv::Mat> channels;
  cv::split(whole(part), channels);
  return cv::min(channels[0], cv::min(channels[1], channels[2]));
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

// The rows of `wanted` and the columns of `seen`, a sloping row made level; outside the page as at
// its edge.
cv::Mat levelled(const Image& page, Ink ink, const Box& wanted, const Box& seen, double slope) {
  const int sunk = static_cast<int>(std::ceil(std::abs(slope) * seen.w / 2));
  const Box tall = intersect({seen.x, wanted.y - sunk, seen.w, wanted.h + 2 * sunk},
                             {0, 0, page.width, page.height});
  cv::Mat grey = channel_of(page, {tall.x, tall.y, tall.w, tall.h}, ink);
  cv::copyMakeBorder(grey, grey, tall.y - (wanted.y - sunk), wanted.bottom() + sunk - tall.bottom(),
                     0, 0, cv::BORDER_REPLICATE);
  if (sunk == 0) return grey;
  const cv::Matx23d shear(1, 0, 0, slope, 1, sunk - slope * seen.w / 2);  // level to sloping
  cv::Mat out;
  cv::warpAffine(grey, out, shear, {seen.w, wanted.h}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_REPLICATE);
  return out;
}

}  // namespace

struct RowNet::Impl {
  cv::dnn::Net net;
  RowNetShape shape;
};

RowNet::RowNet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RowNet::RowNet(RowNet&&) noexcept = default;
RowNet& RowNet::operator=(RowNet&&) noexcept = default;
RowNet::~RowNet() = default;

RowNet RowNet::open(std::span<const unsigned char> onnx, const RowNetShape& shape,
                    const std::string& what) {
  auto impl = std::make_unique<Impl>();
  impl->shape = shape;
  try {
    impl->net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(onnx.data()), onnx.size());
  } catch (const cv::Exception& e) {
    throw Error(Code::internal, "the net of " + what + " cannot be loaded: " + e.what());
  }
  return RowNet(std::move(impl));
}

RowColumns RowNet::look(const Image& page, Ink ink, const PrintedRow& row, int x, int w,
                        double slope) {
  const auto& [cap, base, least_width, classes] = impl_->shape;
  RowColumns out;
  if (page.empty() || row.cap < kLeastCap) return out;
  const double unit = row.cap / cap;  // page pixels for one of the picture
  const int top = static_cast<int>(std::lround(row.foot - base * unit));
  const Box wanted{x, top, std::min(w, static_cast<int>(kMostWidth * unit)),
                   static_cast<int>(std::lround(kHeight * unit))};
  const Box seen = intersect(wanted, {0, 0, page.width, page.height});
  if (seen.w < least_width * row.cap || seen.h < 2 * row.cap) return out;
  const cv::Mat grey = levelled(page, ink, wanted, seen, slope);
  const int width = 4 * std::max(4, static_cast<int>(std::lround(seen.w / unit / 4)));
  cv::Mat small;
  cv::resize(grey, small, {width, kHeight}, 0, 0, unit > 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  impl_->net.setInput(cv::dnn::blobFromImage(ink_of(small)));
  const cv::Mat answer = impl_->net.forward();  // 1 x classes x 1 x frames
  out.frames = answer.size[3];
  out.line = {seen.x, wanted.y, seen.w, wanted.h};
  out.logits.resize(static_cast<std::size_t>(out.frames * classes));
  const float* from = answer.ptr<float>();
  for (int c = 0; c < classes; ++c)
    for (int f = 0; f < out.frames; ++f)
      out.logits[static_cast<std::size_t>(f * classes + c)] = from[c * out.frames + f];
  return out;
}

Image printed_strip(const Image& page, const PrintedRow& row, int x, int w, double& unit) {
  constexpr double kAbove = 1.5, kBelow = 0.5;  // heights of capitals: marks above, tails below
  unit = row.cap / kStripCap;
  const int top = static_cast<int>(row.foot - (1 + kAbove - 0.9) * row.cap);
  const Box seen = intersect({x, top, w, static_cast<int>((kAbove + kBelow) * row.cap + 0.5)},
                             {0, 0, page.width, page.height});
  if (seen.w < row.cap || seen.h < row.cap) return {};
  cv::Mat grey = channel_of(page, {seen.x, seen.y, seen.w, seen.h}, Ink::red), scaled;
  cv::resize(grey, scaled, {}, 1 / unit, 1 / unit, unit > 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  cv::copyMakeBorder(scaled, scaled, kStripCap / 2, kStripCap / 2, kStripCap / 2, kStripCap / 2,
                     cv::BORDER_CONSTANT, cv::Scalar(255 * level(grey, 0.9)));
  Image out = make_image(scaled.cols, scaled.rows);
  std::copy(scaled.begin<std::uint8_t>(), scaled.end<std::uint8_t>(), out.pixels.begin());
  return out;
}

}  // namespace vanthu
