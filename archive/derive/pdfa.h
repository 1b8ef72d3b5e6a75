// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF/A to hand out and to hand over: the scan's own image streams, whatever lay over them, and
// the words that were read as invisible text. The same scan and reading always give the same bytes.
// Safe from any thread.
#pragma once
#include <string>

#include "pipeline/dispatch.h"
#include "pipeline/intake/intake.h"

namespace vanthu {

struct PdfA {
  std::string bytes;
  int part = 1;  // PDF/A-1b, or 2 where an image has transparency, JPEG 2000 or a newer profile
  int redrawn =
      0;  // pages kept as a picture of what is seen, since no stored image is what is seen
};

// Every page is drawn and held against what the scan shows (patch.h). Throws what load_pages()
// throws, and Error{internal}.
PdfA pdfa_of(const Scan& scan, const Reading& reading, const IntakeOptions& options);

}  // namespace vanthu
