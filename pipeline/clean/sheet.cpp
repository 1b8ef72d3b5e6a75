// SPDX-License-Identifier: GPL-3.0-or-later
// The paper is the largest bright piece of the picture, its print filled in. A line is fitted to
// each of its four sides, so that a folded corner does no harm; where they meet are the corners,
// and the homography of four points makes the sheet flat (R. Hartley and A. Zisserman, "Multiple
// View Geometry in Computer Vision", 2003, chapter 2).
#include "pipeline/clean/sheet.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

using Contour = std::vector<cv::Point>;
using Quad = std::array<cv::Point2d, 4>;

constexpr double kLongSide = 800;   // thumbnail: an edge is found to a quarter of its pixel
constexpr int kPrint = 17;          // thumbnail pixels: higher than a line, wider than a stroke
constexpr double kCorner = 0.03;    // of the outline: how far it may leave a straight side
constexpr double kMiddle = 0.08;    // of a side at either end: corners are bent and torn
constexpr double kNear = 4;         // thumbnail pixels from a side: an edge, not a fold beside it
constexpr double kWhole = 0.6;      // of a side that must be seen as an edge
constexpr double kSmallest = 0.25;  // of the picture
constexpr double kInside = 0.004;   // of the picture: how far within it a corner must be
constexpr double kFilled = 0.94;    // of the four sides' area: paper
constexpr double kContrast = 22;    // grey levels from the ground to the paper, on every side
constexpr double kSquare = 0.7;     // degrees; a scanner's paper has square corners,
constexpr double kLid = 50;         // and the lid behind it is black or white
constexpr double kLeastAngle = 60;  // degrees: seen more from aside nothing can be read
constexpr double kA4 = 1.41421356;  // long side over short
constexpr double kLikeA4 = 1.25;    // times more or less is seen from aside
constexpr double kMostGrown = 1.5;  // pixels of the flat sheet, of those of the picture

// Paper without its print, small.
cv::Mat bare_paper(const Image& image, double factor) {
  cv::Mat small, bare;
  cv::resize(grey_of(image), small, {}, factor, factor, cv::INTER_AREA);
  cv::morphologyEx(small, bare, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {kPrint, kPrint}));
  return bare;
}

std::optional<Contour> largest_bright(const cv::Mat& bare) {
  cv::Mat bright;
  cv::threshold(bare, bright, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
  std::vector<Contour> outlines;
  cv::findContours(bright, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  const auto area = [](const Contour& c) { return cv::contourArea(c); };
  const auto largest =
      std::max_element(outlines.begin(), outlines.end(),
                       [&](const Contour& a, const Contour& b) { return area(a) < area(b); });
  if (largest == outlines.end() || area(*largest) < kSmallest * bare.cols * bare.rows) return {};
  return *largest;
}

double length(const cv::Point2d& v) { return std::hypot(v.x, v.y); }

// The outline's points along the side from `a` to `b`, but for its ends.
std::vector<cv::Point2f> edge_points(const Contour& outline, cv::Point2d a, cv::Point2d b) {
  const cv::Point2d along = (b - a) / length(b - a);
  std::vector<cv::Point2f> out;
  for (const cv::Point& p : outline) {
    const cv::Point2d from = cv::Point2d(p) - a;
    const double far = from.dot(along) / length(b - a);
    if (far > kMiddle && far < 1 - kMiddle && std::abs(from.cross(along)) < kNear)
      out.emplace_back(p);
  }
  return out;
}

struct Side {
  cv::Point2d at, along;
};

std::optional<Side> side_of(const Contour& outline, cv::Point2d a, cv::Point2d b) {
  const std::vector<cv::Point2f> points = edge_points(outline, a, b);
  if (static_cast<double>(points.size()) <
      kWhole * std::max(std::abs(a.x - b.x), std::abs(a.y - b.y)))
    return {};
  cv::Vec4f line;
  cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.01);
  return Side{{line[2], line[3]}, {line[0], line[1]}};
}

std::optional<cv::Point2d> meeting(const Side& one, const Side& other) {
  const double cross = one.along.cross(other.along);
  if (std::abs(cross) < 0.1) return {};
  return one.at + one.along * ((other.at - one.at).cross(other.along) / cross);
}

// From the top left one on, clockwise.
Quad in_order(Quad quad) {
  std::sort(quad.begin(), quad.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  if (quad[0].x > quad[1].x) std::swap(quad[0], quad[1]);
  if (quad[2].x < quad[3].x) std::swap(quad[2], quad[3]);
  return quad;
}

std::optional<Quad> corners_of(const Contour& outline) {
  Contour hull, four;
  cv::convexHull(outline, hull);
  cv::approxPolyDP(hull, four, kCorner * cv::arcLength(hull, true), true);
  if (four.size() != 4) return {};
  std::array<std::optional<Side>, 4> sides;
  for (std::size_t i = 0; i < 4; ++i) {
    sides[i] = side_of(outline, four[i], four[(i + 1) % 4]);
    if (!sides[i]) return {};
  }
  Quad out;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto corner = meeting(*sides[i], *sides[(i + 3) % 4]);
    if (!corner) return {};
    out[i] = *corner;
  }
  return in_order(out);
}

double area_of(const Quad& quad) {
  return cv::contourArea(std::vector<cv::Point2f>(quad.begin(), quad.end()));
}

// Degrees by which its corners differ from square ones, at most.
double crookedness(const Quad& quad) {
  double most = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const cv::Point2d a = quad[(i + 1) % 4] - quad[i], b = quad[(i + 3) % 4] - quad[i];
    const double angle = std::acos(a.dot(b) / (length(a) * length(b))) * 180 / CV_PI;
    most = std::max(most, std::abs(angle - 90));
  }
  return most;
}

bool stands_inside(const Quad& quad, const cv::Size& size) {
  return std::all_of(quad.begin(), quad.end(), [&](const cv::Point2d& p) {
    return p.x > kInside * size.width && p.x < (1 - kInside) * size.width &&
           p.y > kInside * size.height && p.y < (1 - kInside) * size.height;
  });
}

// The mean of the picture along a side, `off` pixels within (or, negative, outside) the sheet.
double level_along(const cv::Mat& bare, const cv::Point2d& a, const cv::Point2d& b, double off) {
  const cv::Point2d inward = cv::Point2d(-(b - a).y, (b - a).x) * (off / length(b - a));
  double sum = 0;
  int seen = 0;
  for (double part = kMiddle; part < 1 - kMiddle; part += 0.01) {
    const cv::Point at = a + (b - a) * part + inward;
    if (!cv::Rect({}, bare.size()).contains(at)) continue;
    sum += bare.at<uchar>(at), ++seen;
  }
  return seen > 0 ? sum / seen : 0;
}

bool stands_out(const cv::Mat& bare, const Quad& quad, double* ground) {
  *ground = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const cv::Point2d &a = quad[i], &b = quad[(i + 1) % 4];
    const double outside = level_along(bare, a, b, -kNear);
    if (level_along(bare, a, b, 2 * kNear) - outside < kContrast) return false;
    *ground += outside / 4;
  }
  return true;
}

cv::Size size_of(const Quad& q, const Image& image) {
  double w = std::max(length(q[1] - q[0]), length(q[2] - q[3]));
  double h = std::max(length(q[3] - q[0]), length(q[2] - q[1]));
  double& longer = w > h ? w : h;
  const double a4 = kA4 * std::min(w, h);
  if (longer < a4 * kLikeA4 && longer > a4 / kLikeA4) longer = a4;
  const double grown = w * h / (kMostGrown * image.width * image.height);
  const double shrink = grown > 1 ? 1 / std::sqrt(grown) : 1;
  return {static_cast<int>(w * shrink), static_cast<int>(h * shrink)};
}

}  // namespace

std::optional<Sheet> find_sheet(const Image& image) {
  const double factor = kLongSide / std::max(image.width, image.height);
  if (image.empty() || factor > 1) return {};
  const cv::Mat bare = bare_paper(image, factor);
  const auto outline = largest_bright(bare);
  const auto quad = outline ? corners_of(*outline) : std::nullopt;
  if (!quad || !stands_inside(*quad, bare.size())) return {};
  double ground = 0;
  if (cv::contourArea(*outline) < kFilled * area_of(*quad) || !stands_out(bare, *quad, &ground))
    return {};
  const double crooked = crookedness(*quad);
  if (crooked > 90 - kLeastAngle || (crooked < kSquare && ground < kLid)) return {};
  Sheet out;
  std::transform(quad->begin(), quad->end(), out.corners.begin(), [&](const cv::Point2d& p) {
    return Point{(p.x + 0.5) / factor, (p.y + 0.5) / factor};
  });
  return out;
}

Flattened flattened(const Image& image, const Sheet& sheet) {
  Quad quad;
  std::transform(sheet.corners.begin(), sheet.corners.end(), quad.begin(),
                 [](const Point& p) { return cv::Point2d(p.x, p.y); });
  const cv::Size size = size_of(quad, image);
  const auto w = static_cast<float>(size.width), h = static_cast<float>(size.height);
  const std::vector<cv::Point2f> flat = {{0, 0}, {w, 0}, {w, h}, {0, h}};
  const cv::Mat back =
      cv::getPerspectiveTransform(flat, std::vector<cv::Point2f>(quad.begin(), quad.end()));
  cv::Mat out;
  cv::warpPerspective(view(image), out, back, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                      cv::BORDER_REPLICATE);
  const auto b = [&](int row, int column) { return back.at<double>(row, column); };
  return {image_of(out), {b(0, 0), b(0, 1), b(0, 2), b(1, 0), b(1, 1), b(1, 2), b(2, 0), b(2, 1)}};
}

}  // namespace vanthu
