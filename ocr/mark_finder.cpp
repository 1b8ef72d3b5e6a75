// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that the net was trained on: kNetDpi, ink 1 and paper 0, of a colour page its darkest
// channel, so that red and violet rubber shows (ocr/training/marks/compose.py). Marks of secrecy
// are looked for a second time, larger: small ones without a frame show better so, and what both
// looks say is wrong less often than either.
#include "ocr/mark_finder.h"

#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/ink.h"
#include "pipeline/error.h"

extern "C" {
extern const unsigned char vanthu_marks_begin[];
extern const unsigned char vanthu_marks_end[];
}

namespace vanthu {
namespace {

constexpr double kNetDpi = 80, kSecondDpi = 100;
constexpr int kCell = 8;        // pixels of the net's picture
constexpr int kGrain = 16;      // its sides are multiples of this
constexpr int kSmallest = 64;   // pixels of either side: 2 cm
constexpr int kLargest = 4096;  // pixels of the longer side: an A0 drawing is looked at smaller

constexpr double kUpperPart = 0.62;  // of the page: marks and arrival stamps stand there

// The page at the net's resolution, paper added at its right and foot.
cv::Mat picture_of(const cv::Mat& grey, double scale) {
  cv::Mat small, ink;
  const cv::Size size(cvRound(grey.cols * scale), cvRound(grey.rows * scale));
  cv::resize(grey, small, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  small.convertTo(ink, CV_32F, -1.0 / 255, 1);
  const auto rest = [](int n) { return (kGrain - n % kGrain) % kGrain; };
  cv::copyMakeBorder(ink, ink, 0, rest(ink.rows), 0, rest(ink.cols), cv::BORDER_CONSTANT, 0);
  return ink;
}

// Softmax over the classes of each cell, in place.
void to_chances(std::vector<float>& logits, std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) {
    float top = logits[i], sum = 0;
    for (std::size_t at = i; at < logits.size(); at += cells) top = std::max(top, logits[at]);
    for (std::size_t at = i; at < logits.size(); at += cells)
      sum += logits[at] = std::exp(logits[at] - top);
    for (std::size_t at = i; at < logits.size(); at += cells) logits[at] /= sum;
  }
}

}  // namespace

struct MarkFinder::Impl {
  cv::dnn::Net net;
};

MarkFinder::MarkFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MarkFinder::MarkFinder(MarkFinder&&) noexcept = default;
MarkFinder& MarkFinder::operator=(MarkFinder&&) noexcept = default;
MarkFinder::~MarkFinder() = default;

MarkFinder MarkFinder::open() {
  auto impl = std::make_unique<Impl>();
  try {
    impl->net =
        cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(vanthu_marks_begin),
                                 static_cast<std::size_t>(vanthu_marks_end - vanthu_marks_begin));
  } catch (const cv::Exception& e) {
    throw Error(Code::internal, std::string("the net of marks cannot be loaded: ") + e.what());
  }
  return MarkFinder(std::move(impl));
}

namespace {

MarkCells see(cv::dnn::Net& net, const cv::Mat& grey, double scale) {
  net.setInput(cv::dnn::blobFromImage(picture_of(grey, scale)));
  const cv::Mat answer = net.forward();  // 1 x classes x rows x columns
  MarkCells cells{answer.size[3], answer.size[2], kCell / scale, {}};
  cells.chances.assign(answer.ptr<float>(), answer.ptr<float>() + answer.total());
  to_chances(cells.chances, static_cast<std::size_t>(cells.columns * cells.rows));
  return cells;
}

cv::Mat plane(MarkCells& cells, int c) {
  return {cells.rows, cells.columns, CV_32F, cells.chances.data() + c * cells.rows * cells.columns};
}

// The chances of the marks of secrecy become the mean of both looks, on the cells of the first.
void average_secrecy(MarkCells& first, MarkCells& second) {
  const double k = first.side / second.side, middle = (k - 1) / 2;
  const cv::Matx23d to_second(k, 0, middle, 0, k, middle);
  for (int c = static_cast<int>(MarkClass::mat); c <= static_cast<int>(MarkClass::tuyet_mat); ++c) {
    cv::Mat there, mean = plane(first, c);
    cv::warpAffine(plane(second, c), there, to_second, mean.size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    mean = (mean + there) / 2;
  }
}

}  // namespace

PageMarks MarkFinder::look(const Image& page, double dpi) {
  if (page.empty() || dpi <= 0) return {};
  const int longer = std::max(page.width, page.height);
  const double scale = std::min(kNetDpi / dpi, static_cast<double>(kLargest) / longer);
  if (std::min(page.width, page.height) * scale < kSmallest) return {};
  Image dark = darkest(page);
  const int rows = static_cast<int>(std::ceil(kUpperPart * dark.height));
  const cv::Mat upper(rows, dark.width, CV_8UC1, dark.pixels.data());
  MarkCells cells = see(impl_->net, upper, scale);
  MarkCells larger = see(impl_->net, upper, scale * kSecondDpi / kNetDpi);
  average_secrecy(cells, larger);
  return regions_of(cells, dpi / 25.4);
}

}  // namespace vanthu
