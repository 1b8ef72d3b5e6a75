// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/training/language/align.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr double kLike = 0.6;  // lines less like each other than this are different lines

using Words = std::vector<std::string>;

double cost(const std::string& a, const std::string& b) { return 1 - similarity(a, b); }

// Which word of `printed` answers to each word of `read`; -1: none. Least sum of costs, 0.6 for a
// word left alone.
std::vector<int> laid(const Words& read, const Words& printed) {
  constexpr double kAlone = 0.6;
  const std::size_t n = read.size(), m = printed.size();
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, 0));
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i == 0 && j == 0) continue;
      double least = 1e9;
      if (i > 0) least = std::min(least, best[i - 1][j] + kAlone);
      if (j > 0) least = std::min(least, best[i][j - 1] + kAlone);
      if (i > 0 && j > 0)
        least = std::min(least, best[i - 1][j - 1] + cost(read[i - 1], printed[j - 1]));
      best[i][j] = least;
    }
  std::vector<int> out(n, -1);
  for (std::size_t i = n, j = m; i > 0;) {
    if (j > 0 && best[i][j] == best[i - 1][j - 1] + cost(read[i - 1], printed[j - 1]))
      out[--i] = static_cast<int>(--j);
    else if (best[i][j] == best[i - 1][j] + kAlone)
      --i;
    else
      --j;
  }
  return out;
}

}  // namespace

std::vector<Aligned> align(const std::vector<Line>& lines, const std::string& printed) {
  const Words texts = split(printed, '\n');
  std::vector<Aligned> out;
  int number = -1;
  for (const Line& line : lines) {
    ++number;
    const std::string text = text_of(line);
    std::size_t most = 0;
    double like = 0;
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (const double s = similarity(fold(text), fold(texts[i])); s > like) like = s, most = i;
    if (like < kLike) continue;
    Words read;
    for (const Word& word : line.words) read.push_back(word.text);
    const Words truth = words_of(nfc(texts[most]));
    const std::vector<int> at = laid(read, truth);
    for (std::size_t i = 0; i < read.size(); ++i)
      out.push_back({number, line.region, line.words[i].confidence, read[i],
                     at[i] < 0 ? "" : truth[static_cast<std::size_t>(at[i])]});
  }
  return out;
}

}  // namespace vanthu::language
