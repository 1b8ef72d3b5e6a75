// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures that look like pages: dark bars on paper, a different one for each seed, so that a
// turned, shifted or swapped page is seen at once. Pure.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// 1 channel: greys. 3 channels: with red and blue.
Image drawn_page(int width, int height, int channels, unsigned seed = 1);
Image bilevel_page(int width, int height, unsigned seed = 1);  // 1 channel, 0 and 255 alone

}  // namespace vanthu
