// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/place.h"

#include <fmt/format.h>

#include <cmath>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kLowDpi = 150;  // print of 13 pt has fewer than 20 pixels below it
constexpr double kFewestDpi = 50,
                 kMostDpi = 2400;      // outside: 1, 72000 … written by careless software
constexpr int kLongestSide = 100'000;  // A0 at 2400 dpi; decoders count in 32 bits

// A name may hold any bytes; a message is one line of UTF-8.
std::string printable(const std::string& name) {
  std::string out = repair_utf8(name);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  return out.empty() ? "(no name)" : out;
}

}  // namespace

void Place::fail(Code code, const std::string& what, const std::string& hint) const {
  const std::string where =
      page > 0 ? fmt::format("{}, page {}", printable(scan.name), page) : printable(scan.name);
  throw Error(code, where + ": " + what, hint);
}

void Place::damaged(const std::string& what) const {
  fail(Code::bad_input, what,
       "This copy is damaged: get the file afresh, or scan the paper again.");
}

void Place::check_pixels(double width, double height) const {
  if (!(width >= 1 && height >= 1)) damaged("the image has no pixels");
  if (width > kLongestSide || height > kLongestSide ||
      width * height > static_cast<double>(options.max_pixels))
    fail(Code::too_big,
         fmt::format("{:.0f} x {:.0f} pixels, the limit is {}", width, height, options.max_pixels),
         "Scan at 300 dpi, or raise the limit of pixels a page if the page is really that large.");
}

void Place::check_pages(long long pages) const {
  if (pages <= 0) damaged("the file has no pages");
  if (pages > options.max_pages)
    fail(Code::too_big, fmt::format("{} pages, the limit is {}", pages, options.max_pages),
         "Split the file, or raise the limit of pages a file.");
}

double believable_dpi(double dpi) {
  return std::isfinite(dpi) && dpi >= kFewestDpi && dpi <= kMostDpi ? dpi : 0;
}

Page finished_page(int number, Image image, double dpi, bool bilevel) {
  Page page{number, std::move(image), dpi, {}};
  if (bilevel) page.warnings.push_back("bilevel");
  if (dpi > 0 && std::round(dpi) < kLowDpi) page.warnings.push_back("low_dpi");
  return page;
}

}  // namespace vanthu
