// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet photographed on a desk: its four edges found, and the picture of it made flat. A scan,
// whose paper reaches the border of the picture or stands square in a black one, is let alone. Pure;
// safe from any thread.
#pragma once
#include <array>
#include <optional>

#include "pipeline/homography.h"
#include "pipeline/image.h"

namespace vanthu {

struct Point {
  double x = 0, y = 0;
};

// Corners in pixels of the picture: top left, top right, bottom right, bottom left of it as it lies.
struct Sheet {
  std::array<Point, 4> corners{};
};

// Nothing unless four straight edges stand out from a darker ground on every side.
std::optional<Sheet> find_sheet(const Image& image);

struct Flattened {
  Image image;      // the sheet alone; as wide as it is seen where it is nearest
  Homography back;  // its pixels -> those of the picture
};
Flattened flattened(const Image& image, const Sheet& sheet);

}  // namespace vanthu
