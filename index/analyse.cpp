// SPDX-License-Identifier: GPL-3.0-or-later
// Syllables are what stands between characters that are no letters or digits: Vietnamese writes a
// blank between syllables, so no dictionary is needed (docs/query-language.md). A document number
// in running text is told by its shape: digits, a slash or hyphen, then groups in capitals. Blanks
// and a line end may stand around the separators, as on paper; a date or a range of figures has no
// capitals and is left alone.
#include "index/analyse.h"

#include <algorithm>
#include <unordered_map>

#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::size_t kMaxFormBytes = 96;    // terms hold 245 bytes with their prefix; words do not
constexpr std::size_t kMaxWholeBytes = 200;  // of a whole document number
constexpr std::size_t kMaxNumberDigits = 6;  // DOMAIN: numbers have one to six digits
constexpr std::size_t kMostKnown = 50'000;   // about 10 MB; an archive's own words are fewer
constexpr std::size_t kMaxGroups = 8;        // 5053-CV/VPTW/nb has four; joint papers a few more

bool digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

std::string without_zeros(std::string digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// kỹ = kĩ, quý = quí: a last y that is the only vowel is an i, in the folded form alone. Not where
// it closes a diphthong (thúy is not thúi), nor alone (y tế).
void y_to_i(std::string& folded) {
  if (folded.size() < 2 || folded.back() != 'y') return;
  std::string_view onset = std::string_view(folded).substr(0, folded.size() - 1);
  if (onset.size() > 1 && onset.substr(onset.size() - 2) == "qu") onset.remove_suffix(1);
  const bool consonants = std::all_of(onset.begin(), onset.end(), [](char c) {
    return c >= 'a' && c <= 'z' && std::string_view("aeiouy").find(c) == std::string_view::npos;
  });
  if (consonants) folded.back() = 'i';
}

Syllable forms_of(std::string_view word) {
  const std::string clean = tidy(word);
  Syllable out{canonical(clean), fold(clean), 0, 0, has_marks(clean)};
  if (all_digits(clean)) {
    out.folded = without_zeros(out.folded);
  } else if (std::any_of(clean.begin(), clean.end(), digit)) {
    out.written += '\'';  // canonical() writes tones as digits: the word "hoa1" is not "hoà"
  }
  y_to_i(out.folded);
  out.written = cut_utf8(out.written, kMaxFormBytes);
  out.folded = cut_utf8(out.folded, kMaxFormBytes);
  return out;
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// The same few thousand syllables come again and again; working out the forms of one costs more
// than all else that is done with it. A table of a thread, emptied when it is full.
class Forms {
 public:
  // Good until the next call.
  Syllable& of(std::string_view word) {
    if (const auto at = known_.find(word); at != known_.end()) return at->second;
    if (word.size() > kMaxFormBytes)
      return other_ = forms_of(word);  // no word; not worth its place
    if (known_.size() >= kMostKnown) known_.clear();
    return known_.emplace(std::string(word), forms_of(word)).first->second;
  }

 private:
  std::unordered_map<std::string, Syllable, Hash, std::equal_to<>> known_;
  Syllable other_;
};

std::vector<Syllable> syllables_of(std::string_view text) {
  std::vector<Syllable> out;
  out.reserve(text.size() / 5);  // a syllable and its blank take five to six bytes
  for_each_syllable(text, [&](const Syllable& syllable) { out.push_back(syllable); });
  return out;
}

// What stands between two syllables: one separator, alone ("tight") or with blanks around it.
struct Gap {
  char separator = 0;  // '/', '-', '.', '&'; 0: something else
  bool tight = false;
};

Gap gap_between(std::string_view text, const Syllable& a, const Syllable& b) {
  Gap gap;
  int lines = 0;
  gap.tight = true;
  for (std::size_t at = a.end; at < b.begin;) {
    char32_t c = next_code_point(text, at);
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) c = '-';
    if (is_blank(c)) {
      gap.tight = false;
      if (c == '\n' && ++lines > 1) return {};
    } else if (gap.separator == 0 && (c == '/' || c == '-' || c == '.' || c == '&')) {
      gap.separator = static_cast<char>(c);
    } else {
      return {};
    }
  }
  return gap;
}

int capitals(std::string_view word) {
  int count = 0;
  for (const char32_t c : to_u32(word)) {
    const std::string letter = from_u32(std::u32string(1, c));
    if (lower(letter) != letter) ++count;
  }
  return count;
}

// Walks one number from its first syllable on.
class NumberScan {
 public:
  NumberScan(std::string_view text, const std::vector<Syllable>& all) : text_(text), all_(all) {}

  // Groups found, or none when no number begins at `first`.
  DocumentNumber at(std::size_t first) {
    if (!begins(first)) return {};
    DocumentNumber number{{all_[first].folded}, first, first};
    bool letters = false;
    while (number.last + 1 < all_.size() && number.groups.size() < kMaxGroups &&
           continues(number, letters)) {
      ++number.last;
      number.groups.push_back(all_[number.last].folded);
      letters = letters || !all_digits(raw(number.last));
    }
    return letters ? number : DocumentNumber{};
  }

 private:
  std::string_view raw(std::size_t i) const {
    return text_.substr(all_[i].begin, all_[i].end - all_[i].begin);
  }

  bool begins(std::size_t i) const {
    std::string_view word = raw(i);
    if (word.size() > 1 && !digit(word.back())) word.remove_suffix(1);  // 12a
    if (!all_digits(word) || word.size() > kMaxNumberDigits) return false;
    if (i == 0 || !digit(text_[all_[i - 1].end - 1])) return true;
    const Gap before = gap_between(text_, all_[i - 1], all_[i]);  // the month of 20/8/2019
    return before.separator == 0 || !before.tight;
  }

  bool continues(const DocumentNumber& number, bool letters) const {
    const std::size_t next = number.last + 1;
    const Gap gap = gap_between(text_, all_[number.last], all_[next]);
    if (gap.separator == 0) return false;
    if (all_digits(raw(next))) return !letters && figures_follow(number, gap, raw(next));
    if (gap.separator == '.' || (gap.separator == '&' && !letters)) return false;
    if (number.last == number.first && gap.separator == '-' && !gap.tight) return slash_after(next);
    return group(raw(next), gap, letters);
  }

  // 66.7/2025/NQ-CP: a part after the number, then the year.
  static bool figures_follow(const DocumentNumber& number, Gap gap, std::string_view word) {
    if (gap.separator == '.') return gap.tight && number.groups.size() == 1 && word.size() <= 2;
    return gap.separator == '/' && number.groups.size() <= 2 && word.size() == 4;
  }

  static bool group(std::string_view word, Gap gap, bool letters) {
    if (gap.tight && letters && word == "nb") return true;
    const int upper_case = capitals(word);
    return upper_case >= 2 || (upper_case == 1 && gap.tight && code_points(word) == 1);
  }

  // "11 - CT/TW" is a number, "mục 5 - UBND tỉnh" is not.
  bool slash_after(std::size_t i) const {
    return capitals(raw(i)) >= 2 && i + 1 < all_.size() &&
           gap_between(text_, all_[i], all_[i + 1]).separator == '/';
  }

  std::string_view text_;
  const std::vector<Syllable>& all_;
};

}  // namespace

void for_each_syllable(std::string_view text, const std::function<void(const Syllable&)>& take) {
  thread_local Forms forms;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_word_char(next_code_point(text, at))) continue;
    std::size_t end = at;
    while (at < text.size() && is_word_char(next_code_point(text, at))) end = at;
    Syllable& syllable = forms.of(text.substr(begin, end - begin));
    syllable.begin = begin, syllable.end = end;
    if (!syllable.folded.empty()) take(syllable);
    at = std::max(end, begin + 1);
  }
}

std::string DocumentNumber::whole() const { return cut_utf8(join(groups, "/"), kMaxWholeBytes); }

Analysis analyse(std::string_view text) {
  Analysis out{syllables_of(text), {}};
  NumberScan scan(text, out.syllables);
  for (std::size_t i = 0; i < out.syllables.size(); ++i) {
    DocumentNumber number = scan.at(i);
    if (number.groups.empty()) continue;
    i = number.last;
    out.numbers.push_back(std::move(number));
  }
  return out;
}

DocumentNumber analyse_number(std::string_view text) {
  DocumentNumber out;
  for (const Syllable& syllable : syllables_of(text)) {
    std::string group = syllable.folded;
    const bool first = out.groups.empty();
    if (first && group == "so") continue;  // "Số 3795/UBND-VXNV" as copied from the paper
    const std::size_t digits =
        first ? std::min(group.find_first_not_of("0123456789"), group.size()) : 0;
    if (digits > 0 && group.size() > digits + 1) {  // 3795ubnd, but 12a is one
      out.groups.push_back(without_zeros(group.substr(0, digits)));
      group.erase(0, digits);
    } else if (digits > 0) {
      group = without_zeros(group);
    }
    out.groups.push_back(std::move(group));
  }
  if (!out.groups.empty()) out.last = out.groups.size() - 1;
  return out;
}

bool looks_like_number(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && digit(word[digits])) ++digits;
  if (digits == 0 || digits > kMaxNumberDigits) return false;
  const std::vector<Syllable> all = syllables_of(word);
  if (all.size() < 2 || all[0].end > digits + 1) return false;
  const char separator = gap_between(word, all[0], all[1]).separator;
  return (separator == '/' || separator == '-') &&
         std::any_of(all.begin() + 1, all.end(),
                     [](const Syllable& s) { return !digit(s.folded.front()); });
}

}  // namespace vanthu
