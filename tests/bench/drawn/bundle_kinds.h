// SPDX-License-Identifier: GPL-3.0-or-later
// Files that bind more than one paper, or look as if they did, with what is true of them.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"
#include "samples/draw/random.h"

namespace vanthu::bench {

struct Bundle {
  std::vector<Image> pages;
  double dpi = 200;
  std::vector<int> first_pages;    // of its dispatches, from 1
  std::vector<int> attached_to;    // of each: the index of another, or -1
  std::vector<std::string> roles;  // of each page
  bool complete = true;            // of the first dispatch
};

struct BundleKind {
  const char* name;
  Bundle (*make)(draw::Rng& dice);
};
const std::vector<BundleKind>& bundle_kinds();

}  // namespace vanthu::bench
