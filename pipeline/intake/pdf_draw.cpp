// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_draw.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <cstring>
#include <memory>
#include <mutex>

namespace vanthu {
namespace {

thread_local bool complained = false;

// The messages of poppler's image decoders. The others (fonts, operators) cost no scanned pixel.
void heed(const std::string& message, void*) {
  for (const char* decoder : {"CCITTFax", "JBIG2", "JPX", "DCT", "2D code", "uncompressed"})
    if (message.find(decoder) != std::string::npos) complained = true;
}

Image copied(const poppler::image& drawn, int channels) {
  Image out = make_image(drawn.width(), drawn.height(), channels);
  for (int y = 0; y < out.height; ++y)
    std::memcpy(out.row(y),
                drawn.const_data() + static_cast<std::ptrdiff_t>(y) * drawn.bytes_per_row(),
                out.stride());
  return out;
}

}  // namespace

void keep_poppler_quiet() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function(heed, nullptr); });
}

PdfDrawing draw_pdf(const std::string& pdf, const PdfDrawOptions& o) {
  keep_poppler_quiet();
  complained = false;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (!document || document->is_locked()) return {};
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  if (!page) return {};
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(o.grey ? poppler::image::format_gray8 : poppler::image::format_rgb24);
  const poppler::image drawn =
      renderer.render_page(page.get(), o.across, o.down, 0, 0, o.width, o.height);
  if (!drawn.is_valid() || drawn.width() != o.width || drawn.height() != o.height) return {};
  return {copied(drawn, o.grey ? 1 : 3), complained};
}

}  // namespace vanthu
