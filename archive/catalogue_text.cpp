// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/catalogue_text.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "pipeline/text.h"

namespace vanthu {

using Json = nlohmann::json;

std::string pages_text(const std::vector<int>& pages) {
  std::vector<std::string> parts;
  for (const int page : pages) parts.push_back(std::to_string(page));
  return join(parts, " ");
}

std::vector<int> pages_from(const std::string& text) {
  std::vector<int> pages;
  for (const std::string& part : words_of(text)) {
    int page = 0;
    std::from_chars(part.data(), part.data() + part.size(), page);
    pages.push_back(page);
  }
  return pages;
}

std::string boxes_text(const std::vector<Box>& boxes) {
  Json out = Json::array();
  for (const Box& b : boxes) out.push_back({b.x, b.y, b.w, b.h});
  return out.dump();
}

std::vector<Box> boxes_from(const std::string& text) {
  std::vector<Box> boxes;
  for (const Json& b : Json::parse(text)) boxes.push_back({b.at(0), b.at(1), b.at(2), b.at(3)});
  return boxes;
}

std::string candidates_text(const std::vector<Candidate>& candidates) {
  Json out = Json::array();
  for (const Candidate& c : candidates) out.push_back({c.value, c.confidence});
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<Candidate> candidates_from(const std::string& text) {
  std::vector<Candidate> candidates;
  for (const Json& c : Json::parse(text)) candidates.push_back({c.at(0), c.at(1)});
  return candidates;
}

}  // namespace vanthu
