// SPDX-License-Identifier: GPL-3.0-or-later
// EXIF is a TIFF header and a chain of directories; the first directory has all we need.
#include "pipeline/intake/exif.h"

#include <cstddef>
#include <cstdint>

namespace vanthu {
namespace {

constexpr unsigned kOrientation = 0x0112, kXResolution = 0x011a, kResolutionUnit = 0x0128;
constexpr unsigned kShort = 3, kRational = 5;

class TiffBlock {  // reading past the end gives zeros
 public:
  explicit TiffBlock(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}
  std::uint32_t number(std::size_t at, std::size_t size) const {
    std::uint32_t value = 0;
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<std::uint8_t>(bytes_[big_ ? at + i : at + size - 1 - i]);
    return value;
  }
  std::uint32_t u16(std::size_t at) const { return number(at, 2); }
  std::uint32_t u32(std::size_t at) const { return number(at, 4); }
  double rational(std::size_t at) const {
    const std::uint32_t below = u32(at + 4);
    return below == 0 ? 0 : static_cast<double>(u32(at)) / below;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

}  // namespace

Exif parse_exif(std::string_view block) {
  using namespace std::string_view_literals;
  if (!block.starts_with("Exif\0\0"sv)) return {};
  const TiffBlock tiff(block.substr(6));
  if (tiff.u16(2) != 42) return {};
  Exif out;
  unsigned unit = 2;  // inches unless said
  const std::size_t directory = tiff.u32(4);
  const std::size_t entries = tiff.u16(directory);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    const unsigned tag = tiff.u16(entry), type = tiff.u16(entry + 2);
    if (tag == kOrientation && type == kShort)
      out.orientation = static_cast<int>(tiff.u16(entry + 8));
    if (tag == kResolutionUnit && type == kShort) unit = tiff.u16(entry + 8);
    if (tag == kXResolution && type == kRational) out.dpi = tiff.rational(tiff.u32(entry + 8));
  }
  if (unit == 3) out.dpi *= 2.54;
  if (unit != 2 && unit != 3) out.dpi = 0;
  if (out.orientation < 1 || out.orientation > 8) out.orientation = 1;
  return out;
}

}  // namespace vanthu
