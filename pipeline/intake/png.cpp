// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include <csetjmp>
#include <cstring>
#include <string_view>

#include "pipeline/intake/place.h"

namespace vanthu {
namespace {

constexpr png_alloc_size_t kMostChunkBytes = 8'000'000;  // of text and profiles; pixels are apart
constexpr double kMostDeflated = 1100;  // zlib cannot pack more tightly than 1032 : 1

struct Reader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string_view bytes;
  std::size_t at = 0;
  std::jmp_buf back;
  char text[128] = {};
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void give_up(png_structp png, png_const_charp text) {
  auto* r = static_cast<Reader*>(png_get_error_ptr(png));
  std::strncpy(r->text, text, sizeof r->text - 1);
  std::longjmp(r->back, 1);
}

void say_nothing(png_structp, png_const_charp) {}

void give_bytes(png_structp png, png_bytep to, std::size_t count) {
  auto* r = static_cast<Reader*>(png_get_io_ptr(png));
  if (count > r->bytes.size() - r->at) png_error(png, "the data ends early");
  std::memcpy(to, r->bytes.data() + r->at, count);
  r->at += count;
}

// The functions around setjmp hold no objects of their own, since a jump would not destroy them.
bool read_header(Reader& r) {
  if (setjmp(r.back) != 0) return false;
  r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, give_up, say_nothing);
  if (r.png == nullptr) return false;
  r.info = png_create_info_struct(r.png);
  if (r.info == nullptr) return false;
  png_set_user_limits(r.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // ours are checked right after
  png_set_chunk_malloc_max(r.png, kMostChunkBytes);
  png_set_read_fn(r.png, &r, give_bytes);
  png_read_info(r.png, r.info);
  return true;
}

// Everything becomes 8-bit grey or RGB, with alpha where there is any.
bool prepare(Reader& r) {
  if (setjmp(r.back) != 0) return false;
  png_set_expand(r.png);
  png_set_scale_16(r.png);
  png_set_interlace_handling(r.png);
  png_read_update_info(r.png, r.info);
  return true;
}

bool read_rows(Reader& r, png_bytepp rows) {
  if (setjmp(r.back) != 0) return false;
  png_read_image(r.png, rows);
  png_read_end(r.png, nullptr);
  return true;
}

bool is_bilevel(const Reader& r) {
  if (png_get_bit_depth(r.png, r.info) != 1) return false;
  if (png_get_color_type(r.png, r.info) == PNG_COLOR_TYPE_GRAY) return true;
  png_colorp palette = nullptr;
  int colours = 0;
  png_get_PLTE(r.png, r.info, &palette, &colours);
  for (int i = 0; i < colours; ++i)
    if (palette[i].red != palette[i].green || palette[i].red != palette[i].blue) return false;
  return true;
}

double dpi_of(const Reader& r) {
  png_uint_32 x = 0, y = 0;
  int unit = PNG_RESOLUTION_UNKNOWN;
  png_get_pHYs(r.png, r.info, &x, &y, &unit);
  return unit == PNG_RESOLUTION_METER ? believable_dpi(x * 0.0254) : 0;
}

// The first samples of each pixel, as many as `image` has channels; alpha, where there is one, lies
// on white paper.
Image on_white(const std::vector<std::uint8_t>& samples, int channels, Image image) {
  const bool alpha = channels % 2 == 0;
  const std::size_t keep = image.channels, pixels = samples.size() / channels;
  for (std::size_t i = 0; i < pixels; ++i) {
    const std::uint8_t* in = &samples[i * channels];
    const int over = alpha ? in[channels - 1] : 255;
    for (std::size_t c = 0; c < keep; ++c)
      image.pixels[keep * i + c] =
          static_cast<std::uint8_t>((in[c] * over + 255 * (255 - over) + 127) / 255);
  }
  return image;
}

}  // namespace

int read_png(const Job& job) {
  if (!job.wants(1)) return 1;
  Reader r;
  r.bytes = job.file.scan.bytes;
  const auto broken = [&] { job.file.damaged(std::string("the PNG data is broken: ") + r.text); };
  if (!read_header(r)) broken();
  job.file.check_pixels(png_get_image_width(r.png, r.info), png_get_image_height(r.png, r.info));
  if (static_cast<double>(png_get_rowbytes(r.png, r.info)) * png_get_image_height(r.png, r.info) >
      kMostDeflated * static_cast<double>(r.bytes.size()))
    job.file.damaged("the PNG data ends early");
  const bool bilevel = is_bilevel(r);
  const double dpi = dpi_of(r);
  if (!prepare(r)) broken();
  const int channels = png_get_channels(r.png, r.info);
  const int width = static_cast<int>(png_get_image_width(r.png, r.info));
  const int height = static_cast<int>(png_get_image_height(r.png, r.info));
  const std::size_t stride = static_cast<std::size_t>(width) * channels;
  if (png_get_rowbytes(r.png, r.info) != stride) job.file.damaged("a PNG of a kind not known");
  std::vector<std::uint8_t> samples(stride * height);
  std::vector<png_bytep> rows(height);
  for (int y = 0; y < height; ++y) rows[y] = samples.data() + stride * y;
  if (!read_rows(r, rows.data())) broken();
  const int keep = channels < 3 || bilevel ? 1 : 3;
  Image image = keep == channels ? Image{width, height, keep, std::move(samples)}
                                 : on_white(samples, channels, make_image(width, height, keep));
  job.take(finished_page(1, std::move(image), dpi, bilevel), 1);
  return 1;
}

}  // namespace vanthu
