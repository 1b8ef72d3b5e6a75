// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/stored.h"

#include "pipeline/intake/jpeg_wrap.h"
#include "pipeline/intake/pdf_view.h"
#include "pipeline/intake/place.h"

namespace vanthu {
namespace {

// From the page as the PDF counts it to the page as it is shown, of size 1 by 1, y upwards.
Affine to_shown(const PdfRect& view, int rotate) {
  const Affine unit{1 / view.width(),        0, -view.x0 / view.width(), 0, 1 / view.height(),
                    -view.y0 / view.height()};
  switch (rotate) {
    case 90:
      return then(unit, {0, 1, 0, -1, 0, 1});
    case 180:
      return then(unit, {-1, 0, 1, 0, -1, 1});
    case 270:
      return then(unit, {0, -1, 1, 1, 0, 0});
    default:
      return unit;
  }
}

StoredPage stored_page(PdfPage page, double dpi_without_image) {
  const PdfPageFacts& facts = page.facts();
  const PdfRect view = view_of(page, dpi_without_image).plan.view;
  StoredPage out;
  out.width = view.width() * facts.unit;
  out.height = view.height() * facts.unit;
  if (facts.rotate % 180 != 0) std::swap(out.width, out.height);
  std::vector<std::size_t> drawn;
  out.pdf = page.images_alone(drawn);
  const Affine shown = to_shown(view, facts.rotate);
  for (const std::size_t i : drawn) out.at.push_back(then(facts.images[i].at, shown));
  return out;
}

void stored_pdf(const Place& file, const std::function<void(StoredPage&&)>& take) try {
  const PdfFile pdf(file);
  for (int number = 1; number <= pdf.pages(); ++number)
    take(stored_page(pdf.page(number), file.options.dpi_without_image));
} catch (const Error&) {
  throw;
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception& e) {
  file.damaged(std::string("the PDF cannot be read: ") + e.what());
}

}  // namespace

void load_stored(const Scan& scan, const IntakeOptions& options,
                 const std::function<void(StoredPage&&)>& take) {
  const Place file{scan, options, 0};
  const std::string format = format_of(scan.bytes);
  if (format == "pdf") return stored_pdf(file, take);
  if (format == "jpg") return take(wrap_jpeg(file));
  load_pages(scan, options, [&](Page&&, int) { take({}); });
}

}  // namespace vanthu
