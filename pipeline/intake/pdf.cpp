// SPDX-License-Identifier: GPL-3.0-or-later
// PDF pages: qpdf tells what a page is (pdf_file), arithmetic decides how to draw it (pdf_plan),
// poppler draws it (pdf_draw).
#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

#include "pipeline/intake/orient.h"
#include "pipeline/intake/pdf_draw.h"
#include "pipeline/intake/pdf_file.h"
#include "pipeline/intake/pdf_plan.h"
#include "pipeline/intake/pdf_text.h"
#include "pipeline/intake/pdf_view.h"
#include "pipeline/intake/place.h"

namespace vanthu {
namespace {

bool has_colour(const Image& image) {
  for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3)
    if (image.pixels[i] != image.pixels[i + 1] || image.pixels[i] != image.pixels[i + 2])
      return true;
  return false;
}

Image first_channel(const Image& image) {
  Image out = make_image(image.width, image.height);
  for (std::size_t i = 0; i < out.pixels.size(); ++i) out.pixels[i] = image.pixels[3 * i];
  return out;
}

bool is_uniform(const Image& image) {
  return std::all_of(image.pixels.begin(), image.pixels.end(),
                     [&](std::uint8_t v) { return v == image.pixels.front(); });
}

struct Kind {  // of the scanned layer
  bool grey = false, bilevel = false;
};

Kind kind_of(const PdfPageFacts& facts, const std::optional<PdfScanLayer>& layer) {
  Kind kind{layer.has_value(), layer.has_value()};
  for (const std::size_t i : layer ? layer->parts : std::vector<std::size_t>{}) {
    kind.grey = kind.grey && facts.images[i].grey;
    kind.bilevel = kind.bilevel && facts.images[i].bilevel;
  }
  return kind;
}

PdfDrawing drawn(PdfPage& page, const PdfPlan& plan, const std::optional<PdfScanLayer>& layer,
                 const Kind& kind) {
  const PdfPageFacts& facts = page.facts();
  const bool sideways = plan.turn_before % 180 != 0;
  const double across = sideways ? plan.view.height() : plan.view.width();
  const double down = sideways ? plan.view.width() : plan.view.height();
  const bool grey =
      kind.grey && plan.from_scan && !facts.ink && facts.images.size() == layer->parts.size();
  const std::string alone = page.alone(plan.view, plan.turn_before,
                                       plan.from_scan ? layer->parts : std::vector<std::size_t>{});
  PdfDrawing out = draw_pdf(alone, {static_cast<int>(plan.width), static_cast<int>(plan.height),
                                    plan.width * 72 / across, plan.height * 72 / down, grey});
  if (out.image.channels == 3 && plan.from_scan && (kind.grey || kind.bilevel) &&
      !has_colour(out.image))
    out.image = first_channel(out.image);
  return out;
}

bool is_whole(const PdfPlan& plan, const PdfScanLayer& layer) {
  return plan.from_scan &&
         std::abs(plan.view.area() - layer.rect.area()) < 1e-6 * layer.rect.area();
}

// What the text of the page says, in pixels of the finished raster.
std::vector<VisibleWord> words_on(PdfPage& page, const PdfPlan& plan, const Image& raster) {
  const bool sideways = plan.turn_after % 180 != 0;
  const double across = sideways ? plan.view.height() : plan.view.width();
  const double down = sideways ? plan.view.width() : plan.view.height();
  return pdf_words(page.alone(plan.view, plan.turn_after, {}), raster.width / across,
                   raster.height / down);
}

Page read_page(PdfPage page, const Place& place, double dpi_without_image) {
  const PdfPageFacts& facts = page.facts();
  const auto [layer, plan] = view_of(page, dpi_without_image);
  place.check_pixels(plan.width, plan.height);
  const Kind kind = plan.from_scan ? kind_of(facts, layer) : Kind{};
  PdfDrawing drawing;
  if (layer && is_whole(plan, *layer))
    if (auto pixels = page.plain_pixels(layer->parts.front())) drawing.image = std::move(*pixels);
  if (drawing.image.empty()) drawing = drawn(page, plan, layer, kind);
  if (drawing.image.empty()) place.damaged("the page cannot be drawn");
  const bool doubtful = drawing.complained || facts.damaged;
  if (doubtful && is_uniform(drawing.image)) place.damaged("the page's content is broken");
  Page out = finished_page(place.page, turned(std::move(drawing.image), plan.turn_after), plan.dpi,
                           kind.bilevel);
  if (!plan.from_scan) out.warnings.push_back("no_image");
  if (!plan.from_scan && !doubtful && is_set_in_type(facts))
    out.visible_text = words_on(page, plan, out.image);
  if (doubtful) out.warnings.push_back("damaged");
  return out;
}

// What the libraries throw over a page is about the file; only an Error says so to a person.
template <class Read>
auto speaking_of(const Place& place, const Read& read) {
  try {
    return read();
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& e) {
    place.damaged(std::string("the PDF cannot be read: ") + e.what());
  }
}

}  // namespace

int read_pdf(const Job& job) {
  const auto file = speaking_of(job.file, [&] { return std::make_unique<PdfFile>(job.file); });
  const int count = file->pages();
  for (int number = 1; number <= count; ++number) {
    if (!job.wants(number)) continue;
    const Place place = job.file.at(number);
    job.take(speaking_of(place,
                         [&] {
                           return read_page(file->page(number), place,
                                            job.file.options.dpi_without_image);
                         }),
             count);
  }
  return count;
}

}  // namespace vanthu
