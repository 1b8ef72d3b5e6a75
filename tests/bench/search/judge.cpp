// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/judge.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/text.h"

namespace vanthu::bench {
namespace {

constexpr std::size_t kSubjectWords = 6, kLooked = 10;

std::string first_words(const std::string& text, std::size_t most) {
  std::vector<std::string> words = words_of(text);
  if (words.size() > most) words.resize(most);
  return join(words, " ");
}

struct Truth {
  std::string file, number, subject;
};

std::vector<Truth> read_truth(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("no truth at " + path);
  std::vector<Truth> out;
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    const auto text = [&](const char* key) {
      return row.contains(key) && row.at(key).is_string() ? row.at(key).get<std::string>() : "";
    };
    out.push_back({text("file"), text("number"), text("subject")});
  }
  return out;
}

std::vector<std::string> files_that(const std::vector<Truth>& all, const std::string& part,
                                    std::string Truth::*where) {
  std::vector<std::string> out;
  for (const Truth& one : all)
    if (fold(one.*where).find(fold(part)) != std::string::npos) out.push_back(one.file);
  return out;
}

}  // namespace

std::vector<Judged> read_judged(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("no queries at " + path);
  std::vector<Judged> out;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = split(line, '\t');
    if (line.empty() || line.front() == '#' || cells.size() != 3) continue;
    out.push_back({cells[0], cells[1], words_of(cells[2])});
  }
  return out;
}

std::vector<Judged> judged_of_truth(const std::string& path) {
  const std::vector<Truth> all = read_truth(path);
  std::vector<Judged> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string part = first_words(all[i].subject, kSubjectWords);
    if (!part.empty())
      out.push_back({i % 2 == 0 ? "no marks" : "marks", i % 2 == 0 ? fold(part) : part,
                     files_that(all, part, &Truth::subject)});
    if (i % 4 != 0 || all[i].number.empty()) continue;
    std::string typed = lower(all[i].number);
    std::replace_if(
        typed.begin(), typed.end(), [](char c) { return c == '/' || c == '-'; }, ' ');
    out.push_back({"numbers", typed, files_that(all, all[i].number, &Truth::number)});
  }
  return out;
}

std::map<std::string, double> mean_reciprocal_rank(SearchEngine& engine,
                                                   const std::vector<Judged>& queries,
                                                   std::vector<std::string>* misses) {
  std::map<std::string, double> sum;
  std::map<std::string, std::size_t> count;
  for (const Judged& one : queries) {
    const std::vector<std::string> found = engine.search(one.query, kLooked, false);
    const auto right = std::find_if(found.begin(), found.end(), [&](const std::string& id) {
      return std::find(one.expected.begin(), one.expected.end(), id) != one.expected.end();
    });
    const double gain =
        right == found.end() ? 0 : 1.0 / static_cast<double>(right - found.begin() + 1);
    for (const std::string& kind : {one.kind, std::string("all")}) sum[kind] += gain, ++count[kind];
    if (gain < 1 && misses != nullptr)
      misses->push_back(one.kind + "\t" + one.query + "\t" + std::to_string(gain));
  }
  for (auto& [kind, value] : sum) value /= static_cast<double>(count[kind]);
  return sum;
}

}  // namespace vanthu::bench
