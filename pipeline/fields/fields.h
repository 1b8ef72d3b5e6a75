// SPDX-License-Identifier: GPL-3.0-or-later
// Words -> dispatches: splits the file into dispatches and decides every field by rules over the
// layout. Boxes in and out are upright pixels of the page; read.cpp maps them back to the raster.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/words.h"

namespace vanthu {

struct Understood {
  std::vector<Dispatch> dispatches;  // at least one; ids empty, attached_to and resolved hold an
                                     // index as text until they are named (reading_of.cpp)
  std::vector<std::string> roles;  // of each page: main annex blank copy_slip cover
};

// `file_name` is weak evidence only, to choose among candidates. `today` (ISO; empty: unknown) is
// the last day a paper can be of. Pure; safe from any thread.
Understood understand(const std::vector<OcrPage>& pages, const std::string& file_name,
                      const std::string& today = {});

}  // namespace vanthu
