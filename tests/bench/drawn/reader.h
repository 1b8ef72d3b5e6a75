// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of pages -> one reading, in this process, as the worker would read them. Move-only; one
// thread at a time.
#pragma once
#include <string>
#include <vector>

#include "ocr/engine.h"
#include "pipeline/dispatch.h"
#include "pipeline/image.h"
#include "pipeline/read.h"

namespace vanthu::bench {

class Reader {
 public:
  // `without` names steps of ocr/without.h to be left out.
  explicit Reader(const std::vector<std::string>& without = {});
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reading read(const std::vector<Image>& pages, double dpi);

 private:
  Stages stages_;
  Engine engine_;
};

}  // namespace vanthu::bench
