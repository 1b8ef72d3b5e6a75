// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/clean/pages.h"

#include <random>

namespace vanthu::pages {

draw::DrawOptions plain() {
  draw::DrawOptions options;
  options.depth = draw::Depth::grey;
  options.seal = options.signature = false;
  return options;
}

Image grey_dispatch(const draw::DrawOptions& options) {
  return draw::draw_page(draw::plain_paper(), options);
}

Image noise(int width, int height, unsigned seed) {
  Image image = make_image(width, height);
  std::minstd_rand random(seed);
  for (std::uint8_t& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 8);
  return image;
}

Image blank(int width, int height) { return make_image(width, height); }

Image black(int width, int height) { return make_image(width, height, 1, 0); }

void fill(Image& image, Box box, std::uint8_t value) {
  box = intersect(box, {0, 0, image.width, image.height});
  for (int y = box.y; y < box.bottom(); ++y)
    std::fill(image.row(y) + box.x, image.row(y) + box.right(), value);
}

void disc(Image& image, int x, int y, int radius, std::uint8_t value) {
  for (int v = -radius; v <= radius; ++v)
    for (int u = -radius; u <= radius; ++u)
      if (u * u + v * v <= radius * radius) fill(image, {x + u, y + v, 1, 1}, value);
}

int dark_pixels(const Image& image, Box box) {
  const Image part = crop(image, box);
  return static_cast<int>(std::count_if(part.pixels.begin(), part.pixels.end(),
                                        [](std::uint8_t pixel) { return pixel < 128; }));
}

}  // namespace vanthu::pages
