// SPDX-License-Identifier: GPL-3.0-or-later
// The recipe: one scan file -> one reading. The answer depends on the file alone, never on what was
// read before it (and on the day: no paper is of a later one). Stages are given as functions, so
// that tests and the worker choose their own engine.
#pragma once
#include <functional>
#include <vector>

#include "pipeline/clean/clean.h"
#include "pipeline/dispatch.h"
#include "pipeline/intake/intake.h"
#include "pipeline/page.h"
#include "pipeline/words.h"

namespace vanthu {

struct Stages {
  IntakeOptions intake;
  CleanOptions clean;
  std::function<OcrPage(const CleanPage&)> recognise;  // required
  // What the engine does to lines besides reading them (order of columns, languages), for lines
  // that were not recognised: visible text of a PDF. It changes no word.
  std::function<void(std::vector<Line>&)> settle = {};
  std::function<void(int page, int pages)> progress = {};  // called after each page
  MadeBy made_by;
  std::string today;  // ISO: no paper is of a later day; empty: nobody knows
};

// Throws Error: bad_input, too_big (intake); whatever `recognise` throws.
Reading read(const Scan& scan, const Stages& stages);

}  // namespace vanthu
