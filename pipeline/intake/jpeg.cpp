// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/jpeg.h"

#include <csetjmp>
#include <cstdio>
// jpeglib.h needs FILE and size_t declared before it.
#include <jerror.h>
#include <jpeglib.h>

#include "pipeline/intake/exif.h"
#include "pipeline/intake/orient.h"

namespace vanthu {
namespace {

constexpr int kMostScans =
    200;  // of a progressive file; encoders write about ten, a bomb thousands

struct Errors : jpeg_error_mgr {
  std::jmp_buf back;
  char text[JMSG_LENGTH_MAX] = {};
  bool ran_out = false;  // the data ended before its end marker
};

[[noreturn]] void give_up(j_common_ptr jpeg) {
  auto* errors = static_cast<Errors*>(jpeg->err);
  errors->format_message(jpeg, errors->text);
  std::longjmp(errors->back, 1);
}

// A file without its end marker is whole as long as no pixel waits for more: the missing ones raise
// the warning of an early marker.
boolean end_of_data(j_decompress_ptr jpeg) {
  static const JOCTET kEnd[] = {0xff, JPEG_EOI};
  static_cast<Errors*>(jpeg->err)->ran_out = true;
  jpeg->src->next_input_byte = kEnd;
  jpeg->src->bytes_in_buffer = sizeof kEnd;
  return TRUE;
}

// Warnings that mean missing pixels end the decoding; the others are no concern of the reader.
void heed(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  const int code = jpeg->err->msg_code;
  if (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_BOGUS_PROGRESSION)
    give_up(jpeg);
}

void watch_scans(j_common_ptr jpeg) {
  if (jpeg->is_decompressor &&
      reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > kMostScans) {
    jpeg->err->msg_code = JERR_BAD_PROGRESSION;
    give_up(jpeg);
  }
}

void say_nothing(j_common_ptr) {}

struct Decoder {
  jpeg_decompress_struct jpeg{};
  Errors errors{};
  jpeg_progress_mgr progress{};
  Decoder() {
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = give_up;
    errors.emit_message = heed;
    errors.output_message = say_nothing;
    progress.progress_monitor = watch_scans;
  }
  ~Decoder() { jpeg_destroy_decompress(&jpeg); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
};

// The functions around setjmp hold no objects of their own, since a jump would not destroy them.
bool read_header(Decoder& d, std::string_view bytes) {
  if (setjmp(d.errors.back) != 0) return false;
  jpeg_create_decompress(&d.jpeg);
  d.jpeg.progress = &d.progress;
  jpeg_save_markers(&d.jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_mem_src(&d.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  d.jpeg.src->fill_input_buffer = end_of_data;
  return jpeg_read_header(&d.jpeg, TRUE) == JPEG_HEADER_OK;
}

bool start(Decoder& d) {
  if (setjmp(d.errors.back) != 0) return false;
  if (d.jpeg.num_components == 4) d.jpeg.out_color_space = JCS_CMYK;
  jpeg_start_decompress(&d.jpeg);
  return true;
}

bool read_rows(Decoder& d, std::uint8_t* samples, std::size_t stride) {
  if (setjmp(d.errors.back) != 0) return false;
  // Of several scans the last ones may be missing without a gap in any.
  const bool needs_end = jpeg_has_multiple_scans(&d.jpeg) != FALSE;
  while (d.jpeg.output_scanline < d.jpeg.output_height) {
    JSAMPROW row = samples + stride * d.jpeg.output_scanline;
    jpeg_read_scanlines(&d.jpeg, &row, 1);
  }
  jpeg_finish_decompress(&d.jpeg);
  return !(d.errors.ran_out && needs_end);
}

void read_markers(const Decoder& d, JpegSamples& out) {
  out.adobe = d.jpeg.saw_Adobe_marker != FALSE;
  for (const auto* m = d.jpeg.marker_list; m != nullptr; m = m->next) {
    const std::string_view block(reinterpret_cast<const char*>(m->data), m->data_length);
    if (!block.starts_with("Exif")) continue;
    const Exif exif = parse_exif(block);
    out.orientation = exif.orientation;
    out.dpi = exif.dpi;
    break;
  }
  if (d.jpeg.saw_JFIF_marker && d.jpeg.density_unit == 1) out.dpi = d.jpeg.X_density;
  if (d.jpeg.saw_JFIF_marker && d.jpeg.density_unit == 2) out.dpi = d.jpeg.X_density * 2.54;
}

Image to_image(JpegSamples&& jpeg) {
  if (jpeg.components != 4)
    return {jpeg.width, jpeg.height, jpeg.components, std::move(jpeg.samples)};
  Image out = make_image(jpeg.width, jpeg.height, 3);
  const std::size_t pixels = jpeg.samples.size() / 4;
  for (std::size_t i = 0; i < pixels; ++i) {
    const std::uint8_t* in = &jpeg.samples[4 * i];
    const int black = jpeg.adobe ? in[3] : 255 - in[3];
    for (std::size_t c = 0; c < 3; ++c)
      out.pixels[3 * i + c] =
          static_cast<std::uint8_t>((jpeg.adobe ? in[c] : 255 - in[c]) * black / 255);
  }
  return out;
}

}  // namespace

JpegSamples decode_jpeg(std::string_view bytes, const Place& place) {
  Decoder d;
  JpegSamples out;
  const auto broken = [&] {
    const std::string why = d.errors.text;
    place.damaged("the JPEG data is broken: " + (why.empty() ? "it ends early" : why));
  };
  if (!read_header(d, bytes)) broken();
  place.check_pixels(d.jpeg.image_width, d.jpeg.image_height);
  read_markers(d, out);
  if (!start(d)) broken();
  out.width = static_cast<int>(d.jpeg.output_width);
  out.height = static_cast<int>(d.jpeg.output_height);
  out.components = d.jpeg.output_components;
  if (out.components != 1 && out.components != 3 && out.components != 4)
    place.damaged("a JPEG of " + std::to_string(out.components) + " components");
  const std::size_t stride = static_cast<std::size_t>(out.width) * out.components;
  out.samples.resize(stride * out.height);
  if (!read_rows(d, out.samples.data(), stride)) broken();
  return out;
}

int read_jpeg(const Job& job) {
  if (!job.wants(1)) return 1;
  JpegSamples jpeg = decode_jpeg(job.file.scan.bytes, job.file);
  const int orientation = jpeg.orientation;
  const double dpi = believable_dpi(jpeg.dpi);
  job.take(finished_page(1, upright(to_image(std::move(jpeg)), orientation), dpi, false), 1);
  return 1;
}

}  // namespace vanthu
