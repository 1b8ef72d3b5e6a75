// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/encode.h"

#include <png.h>
#include <tiffio.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
// jpeglib.h needs FILE and size_t declared before it.
#include <jpeglib.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace vanthu {
namespace {

std::vector<std::uint8_t> cmyk_row(const std::uint8_t* rgb, int width) {
  std::vector<std::uint8_t> out(static_cast<std::size_t>(width) * 4, 255);
  for (int x = 0; x < width; ++x) std::memcpy(&out[4 * x], rgb + 3 * x, 3);
  return out;
}

void write_exif(jpeg_compress_struct& jpeg, int orientation) {
  std::string block("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
  block += static_cast<char>(orientation);
  block += std::string(7, '\0');
  jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(block.data()),
                    static_cast<unsigned>(block.size()));
}

std::vector<std::uint8_t> packed(const std::uint8_t* row, int width, bool set_is_white) {
  std::vector<std::uint8_t> out(static_cast<std::size_t>(width + 7) / 8);
  for (int x = 0; x < width; ++x)
    if ((row[x] > 127) == set_is_white) out[x / 8] |= static_cast<std::uint8_t>(0x80 >> x % 8);
  return out;
}

void append(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(data), size);
}
void flush(png_structp) {}

struct Sink {
  std::string bytes;
  std::size_t at = 0;
};
tmsize_t tiff_read(thandle_t handle, void* to, tmsize_t count) {
  auto* s = static_cast<Sink*>(handle);
  const std::size_t n =
      std::min<std::size_t>(count, s->bytes.size() - std::min(s->at, s->bytes.size()));
  std::memcpy(to, s->bytes.data() + s->at, n);
  s->at += n;
  return static_cast<tmsize_t>(n);
}
tmsize_t tiff_write(thandle_t handle, void* from, tmsize_t count) {
  auto* s = static_cast<Sink*>(handle);
  if (s->bytes.size() < s->at + count) s->bytes.resize(s->at + count);
  std::memcpy(s->bytes.data() + s->at, from, count);
  s->at += count;
  return count;
}
toff_t tiff_seek(thandle_t handle, toff_t offset, int whence) {
  auto* s = static_cast<Sink*>(handle);
  if (whence == SEEK_CUR) offset += s->at;
  if (whence == SEEK_END) offset += s->bytes.size();
  return s->at = offset;
}
int tiff_close(thandle_t) { return 0; }
toff_t tiff_size(thandle_t handle) { return static_cast<Sink*>(handle)->bytes.size(); }

int compression_of(TiffPacking packing) {
  switch (packing) {
    case TiffPacking::g3:
      return COMPRESSION_CCITTFAX3;
    case TiffPacking::g4:
      return COMPRESSION_CCITTFAX4;
    case TiffPacking::lzw:
      return COMPRESSION_LZW;
    case TiffPacking::jpeg:
      return COMPRESSION_JPEG;
    case TiffPacking::none:
      break;
  }
  return COMPRESSION_NONE;
}

int photometric_of(const TiffPage& page) {
  if (page.palette) return PHOTOMETRIC_PALETTE;
  if (page.packing == TiffPacking::jpeg && page.image.channels == 3) return PHOTOMETRIC_YCBCR;
  if (page.image.channels == 3) return PHOTOMETRIC_RGB;
  return page.min_is_white ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_MINISBLACK;
}

void write_tags(TIFF* tiff, const TiffPage& page) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.image.width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.image.height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, page.bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, page.image.channels);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
               page.separate ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression_of(page.packing));
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, photometric_of(page));
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, page.orientation);
  if (page.thumbnail) TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
  if (page.packing == TiffPacking::jpeg && page.image.channels == 3)
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  if (page.packing == TiffPacking::jpeg) TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 95);
  if (page.dpi > 0) {
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, page.centimetres ? page.dpi / 2.54 : page.dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, page.centimetres ? page.dpi / 2.54 : page.dpi);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT,
                 page.centimetres ? RESUNIT_CENTIMETER : RESUNIT_INCH);
  }
  if (page.tiled) {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
  } else {
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.packing == TiffPacking::jpeg ? 16 : 40);
  }
  if (page.palette) {
    std::vector<std::uint16_t> up(256), down(256);
    for (int v = 0; v < 256; ++v) {
      up[v] = static_cast<std::uint16_t>(v * 257);
      down[v] = static_cast<std::uint16_t>((255 - v) * 257);
    }
    TIFFSetField(tiff, TIFFTAG_COLORMAP, up.data(), down.data(), up.data());
  }
}

std::vector<std::uint8_t> tiff_row(const TiffPage& page, int y) {
  const std::uint8_t* row = page.image.row(y);
  if (page.bits == 1) return packed(row, page.image.width, !page.min_is_white);
  std::vector<std::uint8_t> out(row, row + page.image.stride());
  if (page.min_is_white)
    for (std::uint8_t& v : out) v = static_cast<std::uint8_t>(255 - v);
  if (page.bits == 16) {
    std::vector<std::uint8_t> wide(out.size() * 2);
    for (std::size_t i = 0; i < out.size(); ++i) wide[2 * i] = wide[2 * i + 1] = out[i];
    return wide;
  }
  return out;
}

void write_planes(TIFF* tiff, const Image& image) {
  for (int plane = 0; plane < image.channels; ++plane)
    for (int y = 0; y < image.height; ++y) {
      std::vector<std::uint8_t> row(image.width);
      for (int x = 0; x < image.width; ++x) row[x] = image.row(y)[x * image.channels + plane];
      TIFFWriteScanline(tiff, row.data(), y, static_cast<std::uint16_t>(plane));
    }
}

void write_tiles(TIFF* tiff, const Image& image) {
  const std::size_t n = image.channels;
  for (int top = 0; top < image.height; top += 16)
    for (int left = 0; left < image.width; left += 16) {
      std::vector<std::uint8_t> tile(16 * 16 * n, 255);
      for (int y = top; y < std::min(image.height, top + 16); ++y)
        std::memcpy(&tile[(y - top) * 16 * n], image.row(y) + left * n,
                    std::min(16, image.width - left) * n);
      TIFFWriteTile(tiff, tile.data(), left, top, 0, 0);
    }
}

}  // namespace

std::string jpeg_of(const Image& image, const JpegOptions& options) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &data, &size);
  jpeg.image_width = image.width;
  jpeg.image_height = image.height;
  jpeg.input_components = options.cmyk ? 4 : image.channels;
  jpeg.in_color_space = options.cmyk ? JCS_CMYK : image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (options.progressive) jpeg_simple_progression(&jpeg);
  jpeg.write_JFIF_header = options.dpi > 0 ? TRUE : FALSE;
  jpeg.density_unit = 1;
  jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(options.dpi);
  if (options.cmyk) jpeg.write_Adobe_marker = TRUE;
  jpeg_start_compress(&jpeg, TRUE);
  if (options.orientation > 0) write_exif(jpeg, options.orientation);
  for (int y = 0; y < image.height; ++y) {
    std::vector<std::uint8_t> row = options.cmyk
                                        ? cmyk_row(image.row(y), image.width)
                                        : std::vector(image.row(y), image.row(y) + image.stride());
    JSAMPROW at = row.data();
    jpeg_write_scanlines(&jpeg, &at, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string out(reinterpret_cast<char*>(data), size);
  std::free(data);
  return out;
}

std::string png_of(const Image& image, const PngOptions& o) {
  std::string out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png)) != 0) throw std::runtime_error("libpng cannot write");
  png_set_write_fn(png, &out, append, flush);
  int type = image.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
  if (o.palette) type = PNG_COLOR_TYPE_PALETTE;
  if (o.alpha >= 0) type |= PNG_COLOR_MASK_ALPHA;
  png_set_IHDR(png, info, image.width, image.height, o.bits, type,
               o.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (o.dpi > 0)
    png_set_pHYs(png, info, static_cast<png_uint_32>(o.dpi / 0.0254 + 0.5),
                 static_cast<png_uint_32>(o.dpi / 0.0254 + 0.5), PNG_RESOLUTION_METER);
  std::vector<png_color> palette;
  std::vector<std::vector<std::uint8_t>> rows;
  for (int y = 0; y < image.height; ++y) {
    std::vector<std::uint8_t> row;
    if (o.bits == 1) row = packed(image.row(y), image.width, true);
    for (int x = 0; x < image.width && o.bits != 1; ++x) {
      const std::uint8_t* p = image.row(y) + static_cast<std::ptrdiff_t>(x) * image.channels;
      if (o.palette) {
        const auto same = [&](const png_color& c) {
          return c.red == p[0] && c.green == p[1] && c.blue == p[2];
        };
        const auto known = std::find_if(palette.begin(), palette.end(), same);
        row.push_back(static_cast<std::uint8_t>(known - palette.begin()));
        if (known == palette.end()) palette.push_back({p[0], p[1], p[2]});
        continue;
      }
      for (int c = 0; c < image.channels + (o.alpha >= 0 ? 1 : 0); ++c)
        for (int byte = 0; byte < o.bits / 8; ++byte)
          row.push_back(c < image.channels ? p[c] : static_cast<std::uint8_t>(o.alpha));
    }
    rows.push_back(std::move(row));
  }
  if (o.palette) png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
  std::vector<png_bytep> pointers;
  for (auto& row : rows) pointers.push_back(row.data());
  png_set_rows(png, info, pointers.data());
  png_write_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
  png_destroy_write_struct(&png, &info);
  return out;
}

std::string tiff_of(const std::vector<TiffPage>& pages) {
  Sink sink;
  TIFF* tiff = TIFFClientOpen("scan", "wm", &sink, tiff_read, tiff_write, tiff_seek, tiff_close,
                              tiff_size, nullptr, nullptr);
  if (tiff == nullptr) throw std::runtime_error("libtiff cannot write");
  for (const TiffPage& page : pages) {
    write_tags(tiff, page);
    if (page.tiled) write_tiles(tiff, page.image);
    if (page.separate) write_planes(tiff, page.image);
    for (int y = 0; y < page.image.height && !page.tiled && !page.separate; ++y) {
      std::vector<std::uint8_t> row = tiff_row(page, y);
      TIFFWriteScanline(tiff, row.data(), y, 0);
    }
    TIFFWriteDirectory(tiff);
  }
  TIFFClose(tiff);
  return sink.bytes;
}

}  // namespace vanthu
