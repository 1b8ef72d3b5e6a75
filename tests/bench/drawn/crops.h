// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of drawn pages whose number and date rows are labelled crops of real ones.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu::bench {

inline constexpr double kCropDpi = 300;

struct CropPage {
  Image image;
  std::string number, date;  // what the rows say, as the reading writes it
};

// One page for each document of the validation part. Throws Error{not_found}: no labels there.
std::vector<CropPage> crop_pages(const std::string& folder);

}  // namespace vanthu::bench
