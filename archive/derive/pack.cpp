// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of a row is the one with the least sum of absolute differences, as the PNG
// specification advises (ISO 15948, 12.8).
#include "archive/derive/pack.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "archive/derive/fax.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr std::size_t kMostColours = 256;

int paeth(int left, int up, int corner) {
  const int p = left + up - corner;
  const int a = std::abs(p - left), b = std::abs(p - up), c = std::abs(p - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

// `line` by filter `kind` (0 none, 1 left, 2 up, 4 Paeth) into `out`; returns how uneven it is
// left.
long filtered(int kind, std::string_view above, std::string_view line, std::size_t step,
              std::string& out) {
  long sum = 0;
  out[0] = static_cast<char>(kind);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const int left = i >= step ? static_cast<unsigned char>(line[i - step]) : 0;
    const int up = above.empty() ? 0 : static_cast<unsigned char>(above[i]);
    const int corner =
        i >= step && !above.empty() ? static_cast<unsigned char>(above[i - step]) : 0;
    const int guess = kind == 0 ? 0 : kind == 1 ? left : kind == 2 ? up : paeth(left, up, corner);
    out[i + 1] = static_cast<char>(static_cast<unsigned char>(line[i]) - guess);
    sum += std::abs(static_cast<int>(static_cast<signed char>(out[i + 1])));
  }
  return sum;
}

std::string deflated(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()),
                9) != Z_OK)
    throw Error(Code::internal, "zlib could not pack an image");
  out.resize(size);
  return out;
}

std::string_view bytes_of(const Image& image) {
  return {reinterpret_cast<const char*>(image.pixels.data()), image.pixels.size()};
}

PackedImage rows(const Image& image) {
  const char* space = image.channels == 3 ? "/DeviceRGB" : "/DeviceGray";
  return {image.width,
          image.height,
          8,
          space,
          "/FlateDecode",
          fmt::format("<< /Predictor 15 /Colors {} /BitsPerComponent 8 /Columns {} >>",
                      image.channels, image.width),
          deflate_rows(bytes_of(image), image.stride(), static_cast<std::size_t>(image.channels))};
}

bool is_black_and_white(const Image& image) {
  return image.channels == 1 && std::all_of(image.pixels.begin(), image.pixels.end(),
                                            [](std::uint8_t v) { return v == 0 || v == 255; });
}

// The image in at most 256 numbers, with the table of what they mean; empty when it has more.
Image indexed(const Image& image, std::string& table) {
  std::map<std::array<std::uint8_t, 3>, std::uint8_t> known;
  Image out = make_image(image.width, image.height);
  for (std::size_t i = 0; i < out.pixels.size(); ++i) {
    const std::uint8_t* p = image.pixels.data() + 3 * i;
    const std::array<std::uint8_t, 3> colour{p[0], p[1], p[2]};
    auto found = known.find(colour);
    if (found == known.end()) {
      if (known.size() == kMostColours) return {};
      found = known.emplace(colour, static_cast<std::uint8_t>(known.size())).first;
      table += fmt::format("{:02x}{:02x}{:02x}", p[0], p[1], p[2]);
    }
    out.pixels[i] = found->second;
  }
  return out;
}

}  // namespace

std::string deflate_rows(std::string_view bytes, std::size_t row, std::size_t step) {
  std::string all, best(row + 1, '\0'), tried(row + 1, '\0');
  all.reserve(bytes.size() + bytes.size() / std::max<std::size_t>(row, 1) + 1);
  std::string_view above;
  for (std::size_t at = 0; at + row <= bytes.size() && row > 0; at += row) {
    const std::string_view line = bytes.substr(at, row);
    long least = -1;
    for (const int kind : {0, 1, 2, 4}) {
      const long sum = filtered(kind, above, line, step, tried);
      if (least >= 0 && sum >= least) continue;
      least = sum;
      best.swap(tried);
    }
    all += best;
    above = line;
  }
  return deflated(all);
}

PackedImage pack(const Image& image) {
  if (image.empty()) throw Error(Code::internal, "there is nothing in an empty image to pack");
  if (is_black_and_white(image))
    return {image.width,
            image.height,
            1,
            "/DeviceGray",
            "/CCITTFaxDecode",
            fmt::format("<< /K -1 /Columns {} /Rows {} >>", image.width, image.height),
            fax_of(image)};
  if (image.channels == 1) return rows(image);
  std::string table;
  const Image numbers = indexed(image, table);
  if (numbers.empty()) return rows(image);
  PackedImage out = rows(numbers);
  out.space = fmt::format("[ /Indexed /DeviceRGB {} <{}> ]", table.size() / 6 - 1, table);
  return out;
}

PackedImage pack_jpeg(const Image& image, int quality) {
  return {image.width,
          image.height,
          8,
          image.channels == 3 ? "/DeviceRGB" : "/DeviceGray",
          "/DCTDecode",
          "",
          jpeg_of(image, quality)};
}

}  // namespace vanthu
