// SPDX-License-Identifier: GPL-3.0-or-later
// The noisy channel: a letter is misread for another at its own rate, lost or added at one rate for
// all; how sure the engine was says how likely the word holds an error at all.
#include "ocr/language_channel.h"

#include <algorithm>

#include "ocr/language_spelling.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

extern "C" const char vanthu_language_channel_begin[], vanthu_language_channel_end[];

namespace vanthu::language {
namespace {

constexpr std::size_t kMost = 9;        // candidates a word, of its own letters with other marks
constexpr std::size_t kMostOthers = 4;  // and of other letters
constexpr double kLeast = -22;          // a candidate less likely than this is none
constexpr std::size_t kNeighbour = 2;   // letters; a shorter word is like too many others
constexpr double kUnsure = 0.8;         // known words read surer than this keep their base letters

std::uint64_t key(char32_t read, char32_t printed, bool upper) {
  return std::uint64_t{upper} << 63 | std::uint64_t{printed} << 24 | read;
}

std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

std::string without(const std::string& word, std::size_t i) {
  return word.substr(0, i) + word.substr(i + 1);
}

}  // namespace

Channel::Channel(std::string_view table, const Model& model) : model_(model) {
  const std::map<std::string, double*> plain = {{"replaced", &replaced_},
                                                {"lost", &lost_},
                                                {"added", &added_},
                                                {"model", &weights.model},
                                                {"letters", &weights.letters},
                                                {"changed", &weights.changed},
                                                {"unknown", &weights.unknown},
                                                {"name", &weights.name},
                                                {"neighbour", &weights.neighbour}};
  for (const std::string& line : split(table, '\n')) {
    const std::vector<std::string> row = split(line, '\t');
    if (line.empty() || line.front() == '#') continue;
    if (row.size() == 2 && plain.contains(row[0])) {
      *plain.at(row[0]) = std::stod(row[1]);
    } else if (row.size() == 3 && row[0] == "doubt") {
      doubt_[std::stod(row[1])] = std::stod(row[2]);
    } else if (row.size() == 4 && (row[0] == "upper" || row[0] == "lower")) {
      letters_[key(to_u32(row[2]).at(0), to_u32(row[1]).at(0), row[0] == "upper")] =
          std::stof(row[3]);
    } else {
      throw Error(Code::internal, "the table of misreadings has an unknown row: " + line);
    }
  }
  for (std::size_t i = 0; i < model.size(); ++i)
    spelled_.push_back(spelled(model.text(static_cast<Token>(i))));
  index_neighbours();
}

const Channel& Channel::built_in() {
  static const Channel channel(between(vanthu_language_channel_begin, vanthu_language_channel_end),
                               Model::built_in());
  return channel;
}

void Channel::index_neighbours() {
  for (const auto& [skeleton, tokens] : model_.skeletons()) {
    if (skeleton.size() < kNeighbour) continue;
    shortened_[skeleton].push_back(skeleton);
    for (std::size_t i = 0; i < skeleton.size(); ++i)
      shortened_[without(skeleton, i)].push_back(skeleton);
  }
}

double Channel::letter(char32_t read, char32_t printed, bool upper) const {
  if (read == printed) return 0;
  const auto at = letters_.find(key(read, printed, upper));
  return at == letters_.end() ? replaced_ : static_cast<double>(at->second);
}

double Channel::misread(const std::u32string& read, const std::u32string& printed,
                        bool upper) const {
  double sum = 0;
  if (read.size() == printed.size()) {
    for (std::size_t i = 0; i < read.size(); ++i) sum += letter(read[i], printed[i], upper);
    return sum;
  }
  std::vector<double> row(printed.size() + 1, 0);
  for (std::size_t j = 1; j <= printed.size(); ++j) row[j] = row[j - 1] + lost_;
  for (const char32_t r : read) {
    double diagonal = row[0];
    row[0] += added_;
    for (std::size_t j = 1; j <= printed.size(); ++j) {
      const double above = row[j];
      row[j] = std::max(
          {above + added_, row[j - 1] + lost_, diagonal + letter(r, printed[j - 1], upper)});
      diagonal = above;
    }
  }
  return row.back();
}

double Channel::doubt(double confidence) const {
  if (doubt_.empty()) return 0;
  const auto above = doubt_.lower_bound(confidence);
  if (above == doubt_.begin()) return above->second;
  if (above == doubt_.end()) return doubt_.rbegin()->second;
  const auto below = std::prev(above);
  const double share = (confidence - below->first) / (above->first - below->first);
  return below->second + share * (above->second - below->second);
}

std::set<std::string> Channel::neighbours(const std::string& skeleton) const {
  std::set<std::string> out;
  const auto add = [&](const std::string& shorter) {
    if (const auto at = shortened_.find(shorter); at != shortened_.end())
      out.insert(at->second.begin(), at->second.end());
  };
  add(skeleton);
  for (std::size_t i = 0; i < skeleton.size(); ++i) add(without(skeleton, i));
  out.erase(skeleton);
  return out;
}

// Candidates of one skeleton that are not too unlikely, added to `out`.
void Channel::add(const std::string& skeleton, const Reading& read, double change,
                  std::vector<Candidate>& out) const {
  for (const Token token : model_.of_skeleton(skeleton)) {
    if (token == read.own) continue;
    const double cost =
        weights.letters * misread(read.letters, spelled_[token], read.upper) + change;
    if (cost > kLeast) out.push_back({token, cost});
  }
}

void Channel::keep_best(std::size_t most, std::vector<Candidate>& candidates) const {
  if (candidates.size() <= most) return;
  const auto worth = [&](const Candidate& c) {
    return c.cost + weights.model * model_.log_prob(c.token);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return worth(a) > worth(b); });
  candidates.resize(most);
}

std::vector<Candidate> Channel::candidates(std::string_view core, double confidence,
                                           bool name) const {
  const std::string canon = canonical(core), skeleton = skeleton_of(canon);
  Reading read{model_.find(canon), spelled(canon), false};
  read.upper = core == upper(core) && read.letters.size() > 1;
  const double change = weights.changed + doubt(confidence) + (name ? weights.name : 0);
  std::vector<Candidate> out, others;
  add(skeleton, read, change, out);
  keep_best(kMost, out);
  if (skeleton.size() >= kNeighbour && (read.own == kUnknownToken || confidence < kUnsure))
    for (const std::string& near : neighbours(skeleton))
      add(near, read, change + weights.neighbour, others);
  keep_best(kMostOthers, others);
  out.insert(out.end(), others.begin(), others.end());
  const double cost = read.own == kUnknownToken ? weights.unknown : 0;
  out.insert(out.begin(), {read.own, cost, true});
  return out;
}

}  // namespace vanthu::language
