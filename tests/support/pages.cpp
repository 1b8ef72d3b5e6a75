// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pages.h"

namespace vanthu {
namespace {

class Dice {  // a linear congruential generator: the same pages on every machine
 public:
  explicit Dice(unsigned seed) : state_(seed * 2654435761u + 12345u) {}
  int below(int n) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<unsigned>(n));
  }

 private:
  unsigned state_;
};

void bar(Image& image, const Box& box, const std::uint8_t* colour) {
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x)
      for (int c = 0; c < image.channels; ++c)
        image.row(y)[static_cast<std::ptrdiff_t>(x) * image.channels + c] = colour[c];
}

}  // namespace

Image drawn_page(int width, int height, int channels, unsigned seed) {
  Image page = make_image(width, height, channels, 240);
  Dice dice(seed);
  for (int i = 0; i < 40; ++i) {
    const Box at{dice.below(width), dice.below(height), 1 + dice.below(9), 1 + dice.below(4)};
    const std::uint8_t colour[] = {static_cast<std::uint8_t>(dice.below(256)),
                                   static_cast<std::uint8_t>(dice.below(200)),
                                   static_cast<std::uint8_t>(dice.below(256))};
    bar(page, intersect(at, {0, 0, width, height}), colour);
  }
  return page;
}

Image bilevel_page(int width, int height, unsigned seed) {
  Image page = drawn_page(width, height, 1, seed);
  for (std::uint8_t& v : page.pixels) v = v < 200 ? 0 : 255;
  return page;
}

}  // namespace vanthu
