// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/stamps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/text.h"
#include "samples/draw/draw.h"

namespace vanthu::bench {
namespace {

using draw::Ink;
using draw::Rng;

template <typename T, std::size_t N>
T any(Rng& dice, const std::array<T, N>& list) {
  return list[static_cast<std::size_t>(dice.below(static_cast<int>(N)))];
}

double random_tilt(Rng& dice) {
  const double steep = dice.uniform();
  return dice.normal() * (steep < 0.65 ? 1.5 : steep < 0.95 ? 6 : 14);
}

constexpr double kLetterWidth = 0.25;  // mm a point of type: capitals

struct Place {
  double x = 0, y = 0;  // mm
};

struct Size {
  double w = 0, h = 0;  // mm
};

double ink_at(const Image& page, const Place& corner, const Size& size) {
  const double px = page.width / 210.0;
  const Box box = intersect({static_cast<int>(corner.x * px), static_cast<int>(corner.y * px),
                             static_cast<int>(size.w * px), static_cast<int>(size.h * px)},
                            {0, 0, page.width, page.height});
  int dark = 0;
  for (int row = box.y; row < box.bottom(); ++row)
    for (int at = box.x; at < box.right(); ++at) dark += page.row(row)[at] < 160;
  return static_cast<double>(dark) / std::max(1, box.w * box.h);
}

// The emptiest of so many places in the upper part of the page, rather at its left: a corner.
Place find_room(Rng& dice, const draw::Paper& paper, const Size& size, int tries) {
  draw::DrawOptions plain;
  plain.dpi = 50;
  plain.depth = draw::Depth::grey;
  const Image page = draw::draw_page(paper, plain);
  double least = 2;
  Place out;
  for (; tries > 0; --tries) {
    const double right = dice.below(3) == 0 ? 200 - size.w : 60;
    const Place place{dice.between(2, right), dice.between(4, 105)};
    const double ink = ink_at(page, place, size);
    if (ink < least) least = ink, out = place;
  }
  return out;
}

}  // namespace

draw::RubberMark random_mark(Rng& dice, const std::string& words, const draw::Paper& paper) {
  draw::RubberMark out;
  const auto letters = static_cast<double>(to_u32(words).size());
  const Size size{10 + 4 * letters, 11};
  const int tries = dice.below(10) == 0 ? 1 : 4 + dice.below(16);
  const Place place = find_room(dice, paper, size, tries);
  out.words = words;
  out.x = place.x + size.w / 2, out.y = place.y + size.h / 2;
  out.tilt_degrees = random_tilt(dice);
  out.size = dice.between(12, 21);
  out.narrow = dice.between(0.75, 1.1);
  out.serif = dice.below(2) == 0;
  out.border = any(dice, std::array{draw::Border::none, draw::Border::single, draw::Border::twofold,
                                    draw::Border::twofold, draw::Border::rounded});
  out.ink = any(dice, std::array{Ink::red, Ink::red, Ink::black, Ink::violet});
  out.strength = dice.below(4) == 0 ? dice.between(0.4, 0.7) : dice.between(0.7, 1);
  out.wear = dice.between(0.05, 0.3);
  if (dice.below(10) == 0)
    out.x = dice.between(0.25, 0.5) * kLetterWidth * out.size * out.narrow * letters;
  return out;
}

draw::Arrival random_arrival(Rng& dice, const draw::Paper& issued) {
  draw::Arrival out;
  constexpr std::array kReceivers = {
      "SỞ XÂY DỰNG TỈNH VĨNH LONG", "UBND HUYỆN GIỒNG RIỀNG", "TRUNG TÂM Y TẾ",
      "CHI CỤC THỦY LỢI",           "THÀNH ỦY TRÀ VINH",      "BAN QUẢN LÝ DỰ ÁN"};
  out.receiver = {any(dice, kReceivers)};
  if (dice.below(3) == 0) out.receiver.push_back("VĂN PHÒNG");
  out.number = std::to_string(1 + dice.below(dice.below(3) == 0 ? 99 : 6000));
  const int day = std::min(28, issued.day + dice.below(12)), month = issued.month;
  const bool short_year = dice.below(2) == 0, year = dice.below(5) != 0;
  out.date = fmt::format("{}/{}", day, month);
  if (year) out.date += fmt::format("/{}", short_year ? issued.year % 100 : issued.year);
  if (year && short_year && issued.year % 100 < 10)
    out.date = fmt::format("{}/{}/{:02}", day, month, issued.year % 100);
  out.truth_date = fmt::format("{}-{:02}-{:02}", issued.year, month, day);
  out.number_label = any(dice, std::array{"Số:", "Số:", "Số đến:"});
  out.date_label = any(dice, std::array{"Ngày:", "Ngày:", "Ngày đến:"});
  const double more = dice.uniform();
  if (more > 0.5) out.more.push_back("Số và ký hiệu HS:");
  if (more < 0.15) out.more.clear();
  const Place place = find_room(dice, issued, {50, 28}, 4 + dice.below(24));
  out.x = place.x, out.y = place.y;
  out.tilt_degrees = dice.normal() * 2.5;
  out.ink = any(dice, std::array{Ink::red, Ink::red, Ink::violet, Ink::black});
  out.pen = any(dice, std::array{Ink::blue, Ink::black});
  out.dater = dice.below(5) == 0;
  return out;
}

}  // namespace vanthu::bench
