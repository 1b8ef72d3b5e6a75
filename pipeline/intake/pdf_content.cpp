// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_content.h"

#include <algorithm>
#include <array>

namespace vanthu {
namespace {

constexpr std::size_t kMostSaved = 10'000;  // a stream of nothing but q must not eat the memory
constexpr double kWhite = 0.99;

template <std::size_t N>
bool is_one_of(const std::string& name, const std::array<const char*, N>& names) {
  return std::any_of(names.begin(), names.end(), [&](const char* n) { return name == n; });
}

constexpr std::array kFills = {"f", "F", "f*"};
constexpr std::array kStrokes = {"S", "s", "B", "B*", "b", "b*", "sh"};
constexpr std::array kFillColours = {"g", "rg", "k", "sc", "scn", "cs"};

}  // namespace

Affine pdf_matrix(const std::vector<double>& m) { return {m[0], m[2], m[4], m[1], m[3], m[5]}; }

void PdfGraphics::push() {
  if (saved_.size() < kMostSaved) saved_.push_back(now_);
}

void PdfGraphics::pop() {
  if (saved_.empty()) return;
  now_ = saved_.back();
  saved_.pop_back();
}

void PdfGraphics::concat(const Affine& map) { now_.at = then(map, now_.at); }

void PdfGraphics::show_text(std::size_t bytes) {
  if (now_.text_mode == 3 || now_.text_mode == 7) hidden_ += bytes;
  if (now_.text_mode == 3 || now_.text_mode == 7 || bytes == 0) return;
  ink_ = true;
  letters_ += bytes;
}

void PdfGraphics::fill_with(const std::string& name, const std::vector<double>& numbers) {
  const auto light = [](double v) { return v >= kWhite; };
  const auto none = [](double v) { return v <= 1 - kWhite; };
  if (numbers.size() == 4)
    now_.white = std::all_of(numbers.begin(), numbers.end(), none);
  else
    now_.white = name != "cs" && (numbers.size() == 1 || numbers.size() == 3) &&
                 std::all_of(numbers.begin(), numbers.end(), light);
}

void PdfGraphics::operate(const std::string& name, const std::vector<double>& numbers) {
  if (name == "q") {
    push();
  } else if (name == "Q") {
    pop();
  } else if (name == "cm") {
    if (numbers.size() == 6) concat(pdf_matrix(numbers));
  } else if (name == "Tr") {
    if (numbers.size() == 1) now_.text_mode = static_cast<int>(std::clamp(numbers[0], 0.0, 7.0));
  } else if (is_one_of(name, kFillColours)) {
    fill_with(name, numbers);
  } else if (is_one_of(name, kFills)) {
    ink_ = ink_ || !now_.white;
  } else if (is_one_of(name, kStrokes)) {
    ink_ = true;
  }
}

}  // namespace vanthu
