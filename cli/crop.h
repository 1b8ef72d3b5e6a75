// SPDX-License-Identifier: GPL-3.0-or-later
// The picture a clerk decides by: where on the page a doubtful field stands, with some of what is
// around it. Pure.
#pragma once
#include <optional>

#include "archive/review.h"
#include "pipeline/dispatch.h"

namespace vanthu::cli {

struct CropPlan {
  int page = 1;
  Box box;       // raster pixels of that page, inside it
  int turn = 0;  // degrees clockwise until it stands upright
};

// The field's boxes with a margin; where the field has none, the part of the paper it should be on:
// the head of the first page, the foot of the last page with text for who signs. Nothing when the
// dispatch has no page.
std::optional<CropPlan> plan_crop(const Doubt& doubt, const Dispatch& dispatch,
                                  const Reading& reading);

}  // namespace vanthu::cli
