// SPDX-License-Identifier: GPL-3.0-or-later
// libtiff over a string in memory: its file callbacks read and write `Memory`.
#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "pipeline/error.h"
#include "samples/draw/encode.h"

namespace vanthu::draw {
namespace {

struct Memory {
  std::string bytes;
  std::size_t at = 0;
};

Memory& of(thandle_t handle) { return *static_cast<Memory*>(handle); }

tmsize_t read_some(thandle_t handle, void* to, tmsize_t size) {
  Memory& memory = of(handle);
  const std::size_t left = memory.bytes.size() - std::min(memory.at, memory.bytes.size());
  const std::size_t count = std::min(left, static_cast<std::size_t>(size));
  std::memcpy(to, memory.bytes.data() + std::min(memory.at, memory.bytes.size()), count);
  memory.at += count;
  return static_cast<tmsize_t>(count);
}

tmsize_t write_some(thandle_t handle, void* from, tmsize_t size) {
  Memory& memory = of(handle);
  const auto count = static_cast<std::size_t>(size);
  if (memory.bytes.size() < memory.at + count) memory.bytes.resize(memory.at + count);
  std::memcpy(memory.bytes.data() + memory.at, from, count);
  memory.at += count;
  return size;
}

toff_t seek_to(thandle_t handle, toff_t offset, int whence) {
  Memory& memory = of(handle);
  const std::size_t base = whence == SEEK_CUR   ? memory.at
                           : whence == SEEK_END ? memory.bytes.size()
                                                : 0;
  memory.at = base + static_cast<std::size_t>(offset);
  return memory.at;
}

int close_it(thandle_t) { return 0; }
toff_t size_of(thandle_t handle) { return of(handle).bytes.size(); }

struct Close {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Close>;

Tiff open_memory(Memory& memory) {
  Tiff tiff(TIFFClientOpen("memory", "wl", &memory, read_some, write_some, seek_to, close_it,
                           size_of, nullptr, nullptr));
  if (!tiff) throw Error(Code::internal, "libtiff opens no file in memory");
  return tiff;
}

std::string packed(const Image& image, int y) {
  std::string row(static_cast<std::size_t>(image.width + 7) / 8, '\0');
  for (int x = 0; x < image.width; ++x)
    if (image.row(y)[x] == 0)
      row[static_cast<std::size_t>(x) / 8] =
          static_cast<char>(row[static_cast<std::size_t>(x) / 8] | (0x80 >> (x % 8)));
  return row;
}

void describe(TIFF* tiff, const Image& image, double dpi, bool bilevel) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bilevel ? 1 : 8);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, image.channels);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
               bilevel               ? PHOTOMETRIC_MINISWHITE
               : image.channels == 3 ? PHOTOMETRIC_RGB
                                     : PHOTOMETRIC_MINISBLACK);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, bilevel ? COMPRESSION_CCITTFAX4 : COMPRESSION_LZW);
  if (!bilevel) TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, image.height);
  TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
  TIFFSetField(tiff, TIFFTAG_XRESOLUTION, dpi);
  TIFFSetField(tiff, TIFFTAG_YRESOLUTION, dpi);
}

void write_page(TIFF* tiff, const Image& image, double dpi) {
  const bool bilevel = is_bilevel(image);
  describe(tiff, image, dpi, bilevel);
  for (int y = 0; y < image.height; ++y) {
    std::string row =
        bilevel ? packed(image, y)
                : std::string(reinterpret_cast<const char*>(image.row(y)), image.stride());
    if (TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y)) < 0)
      throw Error(Code::internal, "libtiff refused a row");
  }
  TIFFWriteDirectory(tiff);
}

}  // namespace

bool is_bilevel(const Image& image) {
  return image.channels == 1 && std::all_of(image.pixels.begin(), image.pixels.end(),
                                            [](std::uint8_t v) { return v == 0 || v == 255; });
}

std::string encode_tiff(const std::vector<Image>& pages, double dpi) {
  Memory memory;
  const Tiff tiff = open_memory(memory);
  for (const Image& page : pages) write_page(tiff.get(), page, dpi);
  TIFFFlush(tiff.get());
  return memory.bytes;
}

// The one strip of a TIFF written for the purpose.
std::string encode_g4(const Image& image) {
  Memory memory;
  {
    const Tiff tiff = open_memory(memory);
    write_page(tiff.get(), image, 200);
  }
  memory.at = 0;
  const Tiff tiff(TIFFClientOpen("memory", "r", &memory, read_some, write_some, seek_to, close_it,
                                 size_of, nullptr, nullptr));
  if (!tiff) throw Error(Code::internal, "libtiff does not read back its own file");
  std::string strip(static_cast<std::size_t>(TIFFRawStripSize(tiff.get(), 0)), '\0');
  TIFFReadRawStrip(tiff.get(), 0, strip.data(), static_cast<tmsize_t>(strip.size()));
  return strip;
}

}  // namespace vanthu::draw
