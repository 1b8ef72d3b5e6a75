// SPDX-License-Identifier: GPL-3.0-or-later
// The twelve sample files: what is drawn into each, how, and the truth that stands beside it.
#pragma once
#include <string>
#include <vector>

#include "samples/draw/draw.h"

namespace vanthu::draw {

enum class Format { pdf, tiff, jpeg };

// One dispatch of a file. A bound one that prints no issuer names it here, for the truth.
struct Part {
  Paper paper;
  DrawOptions options;
  std::string inferred_issuer = {};
};

struct Sample {
  std::string name;  // of the file, without its extension
  Format format = Format::pdf;
  int quality = 60;     // of JPEG streams, 0..100
  int orientation = 1;  // of the Exif header; the pixels lie accordingly
  std::vector<Part> parts = {};
};

// In order of their numbers. content/*.cpp hold them.
std::vector<Sample> all_samples();
std::vector<Sample> seed_samples();      // 01
std::vector<Sample> letter_samples();    // 02, 03
std::vector<Sample> decision_samples();  // 04 to 06
std::vector<Sample> notice_samples();    // 07 to 09
std::vector<Sample> other_samples();     // 10 to 12

struct Drawn {
  std::string file;   // name and extension
  std::string bytes;  // the scan file
  std::string text;   // printed text of page 1
  std::string truth;  // one JSON object on one line, as fields.jsonl has it
};

// Throws Error{internal} as draw_paper does.
Drawn draw_sample(const Sample& sample);

// The truth of a drawn file. `pages` holds the page count of each part.
std::string truth_of(const Sample& sample, const std::string& file, const std::vector<int>& pages);

}  // namespace vanthu::draw
