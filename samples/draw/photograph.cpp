// SPDX-License-Identifier: GPL-3.0-or-later
// A ray from the eye through each pixel of the picture meets the plane of the desk; where it meets
// the page its colour is taken.
#include "samples/draw/photograph.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "samples/draw/random.h"
#include "samples/draw/raster.h"

namespace vanthu::draw {
namespace {

constexpr double kLarger = 1.2;  // the picture, of the page
constexpr double kAway = 1.6;    // heights of the page from the eye to the desk

struct Vector {
  double x = 0, y = 0, z = 0;
};

double dot(const Vector& a, const Vector& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// Turned about z, then y, then x.
Vector turned(Vector v, const Photo& photo) {
  const double z = radians(photo.turn), y = radians(photo.aside), x = radians(photo.back);
  v = {v.x * std::cos(z) - v.y * std::sin(z), v.x * std::sin(z) + v.y * std::cos(z), v.z};
  v = {v.x * std::cos(y) + v.z * std::sin(y), v.y, v.z * std::cos(y) - v.x * std::sin(y)};
  return {v.x, v.y * std::cos(x) - v.z * std::sin(x), v.y * std::sin(x) + v.z * std::cos(x)};
}

// Lamp light: full at the top left, less behind the arm that reaches in from the bottom right.
double light(double x, double y, double shadow) {
  const double far = x + y - 0.9;  // of the picture's sides; the edge of the shadow is soft
  return 1 - shadow * (0.25 * (x + y) / 2 + 0.75 / (1 + std::exp(-far * 9)));
}

double between(const Image& page, double x, double y, int c) {
  const int u = static_cast<int>(std::floor(x)), v = static_cast<int>(std::floor(y));
  const auto at = [&](int i, int j) {
    return page.row(
        std::clamp(j, 0, page.height - 1))[std::clamp(i, 0, page.width - 1) * page.channels + c];
  };
  const double right = x - u, down = y - v;
  return (at(u, v) * (1 - right) + at(u + 1, v) * right) * (1 - down) +
         (at(u, v + 1) * (1 - right) + at(u + 1, v + 1) * right) * down;
}

}  // namespace

Image photographed(const Image& page, const Photo& photo) {
  const double away = kAway * page.height;
  const Vector across = turned({1, 0, 0}, photo), down = turned({0, 1, 0}, photo),
               normal = turned({0, 0, 1}, photo);
  Image out = make_image(static_cast<int>(page.width * kLarger),
                         static_cast<int>(page.height * kLarger), page.channels);
  for (int v = 0; v < out.height; ++v)
    for (int u = 0; u < out.width; ++u) {
      const Vector ray{u - out.width / 2.0, v - out.height / 2.0, away};
      const double far = away * normal.z / dot(normal, ray);
      const Vector on{ray.x * far, ray.y * far, ray.z * far - away};
      const double x = dot(on, across) + page.width / 2.0, y = dot(on, down) + page.height / 2.0;
      const bool paper = x >= 0 && y >= 0 && x < page.width && y < page.height;
      const double lit = light(static_cast<double>(u) / out.width,
                               static_cast<double>(v) / out.height, photo.shadow);
      const double wood = photo.desk + 30 * (value_noise(photo.seed, x / 90, y / 7) - 0.5);
      for (int c = 0; c < page.channels; ++c)
        out.row(v)[u * page.channels + c] =
            clamp8((paper ? between(page, x, y, c) * 0.92 : wood) * lit);
    }
  return out;
}

}  // namespace vanthu::draw
