// SPDX-License-Identifier: GPL-3.0-or-later
// Small plain operations on pixels that the damage is made of. Pure; safe from any thread.
#pragma once
#include <algorithm>
#include <cstdint>

#include "pipeline/image.h"

namespace vanthu::draw {

inline std::uint8_t clamp8(double value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
}

Image to_grey(const Image& image);  // of 3 channels

// Rows become columns.
Image transposed(const Image& image);

// Turned clockwise by 0, 90, 180 or 270 degrees.
Image turned(const Image& image, int degrees);

// A running mean over 2 * radius + 1 pixels of each row.
void box_blur_rows(Image& image, int radius);

// A small Gaussian blur, sigma in pixels up to 1; under 0.05 nothing happens.
void blur(Image& image, double sigma);

}  // namespace vanthu::draw
