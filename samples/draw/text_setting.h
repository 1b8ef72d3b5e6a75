// SPDX-License-Identifier: GPL-3.0-or-later
// Inside canvas.cpp and text_block.cpp only: the Pango layout behind a TextBlock.
#pragma once
#include <pango/pangocairo.h>

#include "samples/draw/canvas.h"

namespace vanthu::draw {

struct TextBlock::Setting {
  Setting(PangoLayout* layout_in, double size_in) : layout(layout_in), size(size_in) {}
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  ~Setting();
  PangoLayout* layout;  // owned
  double size;
};

}  // namespace vanthu::draw
