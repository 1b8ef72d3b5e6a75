// SPDX-License-Identifier: GPL-3.0-or-later
// Of all windows of `max_words` syllables that begin with a hit, the one with the most different
// needles wins, then the one where most of them stand side by side, then the one with the most
// hits, then the first. It is widened to whole sentences as far as the words go; a printed line's
// end is no end of a sentence, a list item's beginning is.
#include "index/snippet.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "index/analyse.h"
#include "index/utf8.h"

namespace vanthu {
namespace {

struct Match {
  std::size_t first = 0, last = 0;  // syllables, both inclusive
  std::size_t needle = 0;
};

struct Window {
  std::size_t page = 0, first_match = 0, matches = 0, different = 0;
  std::size_t together = 0;  // hits right behind a hit of another needle
};

struct Read {  // one page, analysed and searched
  const PageText* page = nullptr;
  std::vector<Syllable> syllables;
  std::vector<Match> matches;
};

// Reads a page with only those forms kept that some needle asks for: copying the forms of every
// word costs more than all else that a snippet takes.
class Wanted {
 public:
  explicit Wanted(const std::vector<Needle>& needles) {
    for (const Needle& needle : needles)
      for (const std::string& form : needle.forms)
        needle.begins ? void(beginnings_.push_back(form)) : void(forms_.insert(form));
  }

  std::vector<Syllable> syllables(std::string_view text) const {
    std::vector<Syllable> out;
    out.reserve(text.size() / 5);
    for_each_syllable(text, [&](const Syllable& s) {
      if (has(s.folded) || has(s.written))
        out.push_back(s);
      else
        out.push_back({"", "", s.begin, s.end, false});
    });
    return out;
  }

 private:
  bool has(const std::string& form) const {
    return forms_.contains(form) ||
           std::any_of(beginnings_.begin(), beginnings_.end(),
                       [&](std::string_view stem) { return form.starts_with(stem); });
  }

  std::unordered_set<std::string_view> forms_;
  std::vector<std::string_view> beginnings_;
};

bool matches_at(const std::vector<Syllable>& all, std::size_t at, const Needle& needle) {
  if (needle.forms.empty() || at + needle.forms.size() > all.size()) return false;
  for (std::size_t i = 0; i < needle.forms.size(); ++i) {
    const std::string& form = needle.strict ? all[at + i].written : all[at + i].folded;
    if (needle.begins ? !form.starts_with(needle.forms[i]) : form != needle.forms[i]) return false;
  }
  return true;
}

// The longest needle at each place; matches do not overlap.
std::vector<Match> find_matches(const std::vector<Syllable>& all,
                                const std::vector<Needle>& needles) {
  std::vector<Match> out;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t best = needles.size();
    for (std::size_t n = 0; n < needles.size(); ++n)
      if (matches_at(all, at, needles[n]) &&
          (best == needles.size() || needles[n].forms.size() > needles[best].forms.size()))
        best = n;
    if (best == needles.size()) {
      ++at;
      continue;
    }
    out.push_back({at, at + needles[best].forms.size() - 1, best});
    at = out.back().last + 1;
  }
  return out;
}

Window window_at(const Read& read, std::size_t page, std::size_t first, std::size_t max_words) {
  const std::size_t end = read.matches[first].first + max_words;
  std::set<std::size_t> needles;
  Window out{page, first, 0, 0, 0};
  for (std::size_t m = first; m < read.matches.size() && read.matches[m].last < end; ++m) {
    ++out.matches;
    const Match &one = read.matches[m], &before = read.matches[m == first ? m : m - 1];
    out.together += one.first == before.last + 1 && one.needle != before.needle;
    needles.insert(read.matches[m].needle);
  }
  out.different = needles.size();
  return out;
}

Window best_window(const std::vector<Read>& pages, std::size_t max_words) {
  Window best;
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (std::size_t m = 0; m < pages[p].matches.size(); ++m) {
      const Window window = window_at(pages[p], p, m, max_words);
      if (std::tuple(window.different, window.together, window.matches) >
          std::tuple(best.different, best.together, best.matches))
        best = window;
    }
  return best;
}

// Does a sentence or a list item begin at syllable `i`?
bool begins_sentence(const Read& read, std::size_t i) {
  if (i == 0 || i >= read.syllables.size()) return true;
  const std::size_t from = read.syllables[i - 1].end;
  const std::string_view gap =
      std::string_view(read.page->text).substr(from, read.syllables[i].begin - from);
  const std::size_t blank = gap.find_first_of(" \n");
  if (blank == std::string_view::npos) return false;
  if (gap.substr(0, blank).find_first_of(".;:!?") != std::string_view::npos) return true;
  const std::size_t line = gap.find('\n');
  return line != std::string_view::npos && gap.find_first_of("-+*\n", line + 1) != gap.npos;
}

struct Span {
  std::size_t first = 0, last = 0;  // syllables, both inclusive
};

// Back to the beginning of the sentence with two thirds of the words left over, then forward.
Span frame(const Read& read, Span hits, std::size_t max_words) {
  Span out = hits;
  std::size_t left = max_words - std::min(max_words, hits.last - hits.first + 1);
  for (std::size_t back = left * 2 / 3; back > 0 && !begins_sentence(read, out.first);
       --back, --left)
    --out.first;
  for (; left > 0 && !begins_sentence(read, out.last + 1); --left) ++out.last;
  return out;
}

// What a terminal or a page would act on instead of showing it.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// Quotes, brackets and full stops that touch the span belong to it.
std::size_t back_to_blank(std::string_view text, std::size_t at) {
  while (at > 0 && static_cast<unsigned char>(text[at - 1]) > ' ') --at;
  return at;
}

std::size_t on_to_blank(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ') ++at;
  return at;
}

// Copies bytes [at, end) of `text` as one line; blanks and controls become one space.
void copy_line(std::string_view text, std::size_t at, std::size_t end, std::string& out) {
  while (at < end) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (!is_control(c) && !is_blank(c))
      out.append(text.substr(from, at - from));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
}

// Of the words that bytes begin..end of the page touch.
std::vector<Box> boxes_of(const PageText& page, std::size_t begin, std::size_t end) {
  std::vector<Box> out;
  const auto first = std::partition_point(page.words.begin(), page.words.end(),
                                          [&](const WordBox& word) { return word.end <= begin; });
  for (auto at = first; at != page.words.end() && at->begin < end; ++at) out.push_back(at->box);
  return out;
}

Snippet cut(const Read& read, Span span) {
  const std::string_view text = read.page->text;
  const auto& all = read.syllables;
  std::size_t at = back_to_blank(text, all[span.first].begin);
  const std::size_t end = on_to_blank(text, all[span.last].end);
  Snippet out{read.page->page, begins_sentence(read, span.first) ? "" : "…", {}, {}};
  for (const Match& match : read.matches) {
    if (match.first < span.first || match.last > span.last) continue;
    copy_line(text, at, all[match.first].begin, out.text);
    const std::size_t begin = out.text.size();
    copy_line(text, all[match.first].begin, at = all[match.last].end, out.text);
    out.marks.push_back({begin, out.text.size()});
    out.boxes.push_back(boxes_of(*read.page, all[match.first].begin, all[match.last].end));
  }
  copy_line(text, at, end, out.text);
  if (!begins_sentence(read, span.last + 1)) out.text += "…";
  return out;
}

}  // namespace

Snippet make_snippet(const std::vector<PageText>& pages, const std::vector<Needle>& needles,
                     std::size_t max_words) {
  std::vector<Read> read;
  const Wanted wanted(needles);
  for (const PageText& page : pages) {
    Read one{&page, wanted.syllables(page.text), {}};
    if (one.syllables.empty()) continue;
    one.matches = find_matches(one.syllables, needles);
    read.push_back(std::move(one));
  }
  if (read.empty() || max_words == 0) return {};
  const Window best = best_window(read, max_words);
  const Read& page = read[best.page];
  if (best.matches == 0) return cut(page, {0, std::min(max_words, page.syllables.size()) - 1});
  const Match& first = page.matches[best.first_match];
  const Match& last = page.matches[best.first_match + best.matches - 1];
  return cut(page, frame(page, {first.first, last.last}, max_words));
}

}  // namespace vanthu
