// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatches composed from articles of public law texts, to search in: real language, made-up
// heads. The same corpus and number give the same dispatches; their ids are digests of their text.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu::bench {

struct Article {
  std::string heading, body, law;  // law: its subject
};

// From lines of {"text": …, "trich_yeu": …}, articles of at least eighty words, in a fixed shuffled
// order. Throws std::runtime_error when the file is not there.
std::vector<Article> read_articles(const std::string& jsonl);

// The n-th dispatch: of one article, of pieces of two once every article has been used.
Reading compose(const std::vector<Article>& articles, std::size_t n);

std::string digest(const std::string& text);  // 16 hex digits; FNV-1a

// A page of that text, its lines and the boxes of its words as if printed at 300 dpi.
PageReading print_page(const std::string& text);

Field field(const std::string& value);

}  // namespace vanthu::bench
