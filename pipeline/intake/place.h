// SPDX-License-Identifier: GPL-3.0-or-later
// What the decoders share: where they are (file, page), the limits, and the way pages are handed
// on. Private to intake/.
#pragma once
#include <functional>
#include <string>

#include "pipeline/error.h"
#include "pipeline/intake/intake.h"

namespace vanthu {

// A file and a page of it (0: the file as a whole), for messages and limits.
struct Place {
  const Scan& scan;
  const IntakeOptions& options;
  int page = 0;

  Place at(int number) const { return {scan, options, number}; }
  [[noreturn]] void fail(Code code, const std::string& what, const std::string& hint) const;
  [[noreturn]] void damaged(const std::string& what) const;  // bad_input, with the usual hint
  void check_pixels(double width, double height) const;      // bad_input or too_big
  void check_pages(long long pages) const;
};

// One walk through a file. `only` 0: every page; else that page alone, the others not decoded.
struct Job {
  Place file;
  int only;
  const std::function<void(Page&&, int pages)>& take;
  bool wants(int number) const { return only == 0 || only == number; }
};

// Each returns the count of pages in the file and has handed the wanted ones to `take`.
int read_pdf(const Job& job);
int read_tiff(const Job& job);
int read_jpeg(const Job& job);
int read_png(const Job& job);

// A header's resolution, or 0 where it is none that a scanner has.
double believable_dpi(double dpi);

// The page with its stable warnings: "bilevel" (the source has one bit a pixel), "low_dpi".
Page finished_page(int number, Image image, double dpi, bool bilevel);

}  // namespace vanthu
