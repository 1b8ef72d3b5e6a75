// SPDX-License-Identifier: GPL-3.0-or-later
// libtiff packs one strip of a TIFF that is only in memory; the strip alone is taken out of it.
#include "archive/derive/fax.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "pipeline/error.h"

namespace vanthu {
namespace {

struct Memory {
  std::string bytes;
  std::size_t at = 0;
};

Memory& memory(thandle_t handle) { return *static_cast<Memory*>(handle); }

tmsize_t read_some(thandle_t handle, void* out, tmsize_t size) {
  Memory& m = memory(handle);
  const std::size_t n =
      std::min(static_cast<std::size_t>(size), m.bytes.size() - std::min(m.at, m.bytes.size()));
  std::memcpy(out, m.bytes.data() + m.at, n);
  m.at += n;
  return static_cast<tmsize_t>(n);
}

tmsize_t write_some(thandle_t handle, void* in, tmsize_t size) {
  Memory& m = memory(handle);
  const auto n = static_cast<std::size_t>(size);
  if (m.bytes.size() < m.at + n) m.bytes.resize(m.at + n);
  std::memcpy(m.bytes.data() + m.at, in, n);
  m.at += n;
  return size;
}

toff_t seek(thandle_t handle, toff_t to, int from) {
  Memory& m = memory(handle);
  m.at = static_cast<std::size_t>(to) + (from == SEEK_CUR   ? m.at
                                         : from == SEEK_END ? m.bytes.size()
                                                            : 0);
  return m.at;
}

int close_it(thandle_t) { return 0; }
toff_t size_of(thandle_t handle) { return memory(handle).bytes.size(); }

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

void describe(TIFF* tiff, const Image& image) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(image.width));
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(image.height));
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
  TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(image.height));
}

// A bit a pixel, 1 for black, rows padded to bytes.
std::string bits_of(const Image& image) {
  const auto row = (static_cast<std::size_t>(image.width) + 7) / 8;
  std::string out(row * static_cast<std::size_t>(image.height), '\0');
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x)
      if (image.row(y)[x] == 0)
        out[row * static_cast<std::size_t>(y) + static_cast<std::size_t>(x) / 8] |=
            static_cast<char>(0x80 >> (x % 8));
  return out;
}

}  // namespace

std::string fax_of(const Image& image) {
  Memory m;
  Tiff tiff(TIFFClientOpen("fax", "w", &m, read_some, write_some, seek, close_it, size_of, nullptr,
                           nullptr),
            TIFFClose);
  if (!tiff) throw Error(Code::internal, "libtiff could not begin a strip");
  describe(tiff.get(), image);
  std::string bits = bits_of(image);
  if (TIFFWriteEncodedStrip(tiff.get(), 0, bits.data(), static_cast<tmsize_t>(bits.size())) < 0 ||
      !TIFFFlushData(tiff.get()))
    throw Error(Code::internal, "libtiff could not pack a page");
  const std::uint64_t at = TIFFGetStrileOffset(tiff.get(), 0),
                      size = TIFFGetStrileByteCount(tiff.get(), 0);
  return m.bytes.substr(at, size);
}

}  // namespace vanthu
