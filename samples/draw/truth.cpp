// SPDX-License-Identifier: GPL-3.0-or-later
// The truth follows from what was asked to be drawn, so that the two cannot part ways.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/text.h"
#include "samples/draw/sample.h"

namespace vanthu::draw {
namespace {

using Json = nlohmann::ordered_json;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// Markup taken off.
std::string plain(const std::string& markup) {
  std::string text;
  bool tag = false;
  for (const char c : markup) {
    if (c == '<') tag = true;
    if (!tag) text += c;
    if (c == '>') tag = false;
  }
  return replaced(text, "&amp;", "&");
}

std::vector<std::string> plain(std::vector<std::string> lines) {
  for (std::string& line : lines) line = plain(line);
  return lines;
}

Json or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

std::string subject_of(const Paper& paper) {
  std::string text = plain(paper.subject).substr(paper.lead_in.size());
  text = replaced(text, "\n", " ");
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

std::string number_of(const Paper& paper) {
  return replaced(plain(paper.number + paper.notation), " ", "");
}

// The lines of Nơi nhận without dash and stop; neither the Lưu line nor sub-heads.
std::vector<std::string> copies_of(const Paper& paper) {
  std::vector<std::string> items;
  for (const std::string& line : plain(paper.copies)) {
    const std::string item = trim(line, "-+;.");
    if (item.starts_with("Lưu") || item.ends_with(":")) continue;
    items.push_back(item);
  }
  return items;
}

std::string titles_of(const Signing& signing) {
  std::string titles = join(signing.titles, "\n");
  return signing.hand_kt ? "KT. " + titles : titles;
}

Json stamp_of(const Paper& paper) {
  if (!paper.arrival) return nullptr;
  return {{"receiver", join(plain(paper.arrival->receiver), " ")},
          {"number", or_null(paper.arrival->number)},
          {"date", or_null(paper.arrival->truth_date)}};
}

void add_fields(Json& to, const Part& part) {
  const Paper& paper = part.paper;
  const DrawOptions& options = part.options;
  to["number"] = number_of(paper);
  to["number_hand"] = options.hand_number;
  to["date"] = fmt::format("{:04}-{:02}-{:02}", paper.year, paper.month, paper.day);
  to["date_hand"] = options.hand_day || options.hand_month;
  to["issuer"] =
      part.inferred_issuer.empty() ? join(plain(paper.issuer), " ") : part.inferred_issuer;
  to["parent"] = join(plain(paper.parent), " ");
  to["type"] = paper.type.empty() ? "CÔNG VĂN" : paper.type;
  to["subject"] = subject_of(paper);
  to["to"] = plain(paper.to);
  to["copies"] = copies_of(paper);
  to["signer"] = or_null(paper.signing.name);
  to["signer_title"] = or_null(titles_of(paper.signing));
  to["urgent"] = or_null(paper.urgent);
  to["secret"] = nullptr;
  to["stamp"] = stamp_of(paper);
}

}  // namespace

std::string truth_of(const Sample& sample, const std::string& file, const std::vector<int>& pages) {
  Json truth = {{"file", file}, {"pages", 0}};
  add_fields(truth, sample.parts.front());
  truth["documents"] = Json::array();
  int first = 1;
  for (std::size_t i = 0; i < sample.parts.size(); ++i) {
    truth["documents"].push_back(
        {{"first_page", first}, {"number", number_of(sample.parts[i].paper)}});
    first += pages[i];
    if (i == 1) add_fields(truth["second"], sample.parts[i]);
  }
  truth["pages"] = first - 1;
  return truth.dump();
}

}  // namespace vanthu::draw
