// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is before anything is done to it: black all over, noise, or so large that reading it
// at full size would take minutes and gigabytes. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// Hardly anything but ink: a lid left open, a page of toner.
bool is_black(const Image& image);

// Ink without any order, at any grain up to a letter's size. A blank page with dust is none, nor is
// a page of print under noise.
bool is_noise(const Image& image);

// The whole number by which the page is read smaller: 1 up to A3 at 300 dpi, 2 for A4 at 600 dpi, 3
// for A0 at 300 dpi.
int reduction_of(const Image& image);

// The means of squares of `factor` pixels; what does not fill a square at the right and the foot is
// left out.
Image reduced(const Image& image, int factor);

}  // namespace vanthu
