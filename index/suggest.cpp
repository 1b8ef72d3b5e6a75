// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/suggest.h"

#include <algorithm>
#include <map>

#include "index/fields.h"
#include "index/keys.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::size_t kShortest = 2, kLongest = 10;  // letters of a syllable, "nghieng" has seven
constexpr std::size_t kMostWords = 5;

// "khuyên2" of the index -> "khuyến"; empty when it is no word of letters.
std::string as_written(std::string form) {
  int tone = 0;
  if (!form.empty() && form.back() >= '1' && form.back() <= '5') {
    tone = form.back() - '0';
    form.pop_back();
  }
  for (const char c : fold(form))
    if (c < 'a' || c > 'z') return {};
  return with_tone(form, tone);
}

}  // namespace

// The written forms stand together in the index, those without marks before the marked ones; of
// those that fold alike the commonest is kept, the marked one of two as common.
void Vocabulary::learn(const Xapian::Database& database) {
  const std::string now = database.get_uuid() + ":" + std::to_string(database.get_revision());
  if (now == revision_) return;
  std::map<std::string, Known> best;
  const std::string prefix(1, kWritten);
  for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
    const std::string word = as_written((*at).substr(1));
    const std::string folded = fold(word);
    if (folded.size() < kShortest || folded.size() > kLongest) continue;
    Known& known = best[folded];
    if (at.get_termfreq() >= known.papers) known = {folded, word, at.get_termfreq()};
  }
  words_.clear();
  for (auto& [folded, known] : best) words_.push_back(std::move(known));
  revision_ = now;
}

std::vector<std::string> Vocabulary::near(const Xapian::Database& database,
                                          const std::string& folded) {
  learn(database);
  const std::size_t reach = folded.size() > 5 ? 2 : 1;
  std::vector<std::pair<std::size_t, const Known*>> found;
  for (const Known& known : words_) {
    const std::size_t longer = std::max(known.folded.size(), folded.size());
    if (longer - std::min(known.folded.size(), folded.size()) > reach) continue;
    const std::size_t distance = edit_distance(known.folded, folded);
    if (distance > 0 && distance <= reach) found.emplace_back(distance, &known);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second->papers != b.second->papers) return a.second->papers > b.second->papers;
    return a.second->folded < b.second->folded;
  });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(found.size(), kMostWords); ++i)
    out.push_back(found[i].second->written);
  return out;
}

}  // namespace vanthu
