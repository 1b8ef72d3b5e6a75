// SPDX-License-Identifier: GPL-3.0-or-later
// Counts how the engine misreads, from words read beside the words printed. Pure; safe from any
// thread.
#pragma once
#include <istream>
#include <string>
#include <vector>

#include "ocr/training/language/align.h"

namespace vanthu::language {

struct ReadPage {
  std::vector<Line> lines;
  std::vector<std::vector<std::string>> printed;  // one a word; empty where unknown
};

// What vanthu_draw_language wrote.
std::vector<ReadPage> read_pages(std::istream& in);

// The rows of language_channel.tsv that are counted: letters and doubt.
std::string rates_of(const std::vector<ReadPage>& pages);

}  // namespace vanthu::language
