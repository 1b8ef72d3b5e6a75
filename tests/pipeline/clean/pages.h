// SPDX-License-Identifier: GPL-3.0-or-later
// Pages the detectors are proved on: drawn dispatches and what is no dispatch at all.
#pragma once
#include "pipeline/image.h"
#include "samples/draw/draw.h"

namespace vanthu::pages {

// The plain drawn công văn in grey, without seal and signature unless asked for.
draw::DrawOptions plain();
Image grey_dispatch(const draw::DrawOptions& options = plain());

Image noise(int width = 800, int height = 1100, unsigned seed = 7);  // grey, every pixel by chance
Image blank(int width = 800, int height = 1100);
Image black(int width = 800, int height = 1100);

void fill(Image& image, Box box, std::uint8_t value = 0);
void disc(Image& image, int x, int y, int radius, std::uint8_t value = 0);

int dark_pixels(const Image& image, Box box);  // darker than 128; grey only

}  // namespace vanthu::pages
