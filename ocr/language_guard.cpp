// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/language_guard.h"

#include <algorithm>
#include <set>

#include "ocr/language_tokens.h"
#include "ocr/language_unmarked.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

using Texts = std::set<std::string, std::less<>>;

constexpr double kSure = 0.985;       // the engine is never so sure of a word that is wrong
constexpr double kForeignSure = 0.7;  // letters that are no syllable, read so well, are meant
constexpr std::size_t kLongLine = 4;  // words; of so many at least one bears a mark
constexpr std::size_t kLongestName = 5;

// Surnames, without marks. The second set are common words too, and count before two more.
const Texts kSurnames = {"nguyen", "tran",  "pham", "huynh", "hoang",  "phan",  "dang",  "bui",
                         "truong", "trinh", "doan", "luong", "nghiem", "quach", "thach", "duong",
                         "dinh",   "kieu",  "luu",  "hua",   "vuong",  "sam",   "phung", "khuc"};
const Texts kShortSurnames = {
    "le",   "vu",   "vo",  "do",   "ho",  "ngo",  "ly",  "lam",  "mai",   "dao",  "ha",  "cao",
    "ta",   "chu",  "to",  "ton",  "la",  "mac",  "cu",  "thai", "tang",  "tong", "ung", "au",
    "diep", "chau", "van", "danh", "kha", "bach", "luc", "ninh", "giang", "vi"};
// Without marks, but for those that would be other words then.
const Texts kBeforeNames = {"ong", "ba", "bs", "ths", "ts", "pgs", "gs", "cn", "dc", "bsck", "ks"};
const Texts kMarkedBeforeNames = {"chí", "anh", "chị", "em", "cô"};
const Texts kBeforePlaces = {"xã",  "phường", "thôn", "ấp",   "khóm",  "xóm",
                             "bản", "trấn",   "buôn", "làng", "đường", "sông"};
const Texts kEnglish = {"the",   "of",   "and",  "to", "for", "with", "from", "by", "is", "are",
                        "shall", "this", "that", "on", "at",  "or",   "be",   "as", "in"};
const Texts kFrench = {"le",   "la",  "les", "des", "du",  "de",  "et", "pour",
                       "dans", "une", "sur", "est", "aux", "par", "que"};
const Texts kOnsets = {"",   "b", "c", "ch", "d",  "g",   "gh", "gi", "h",  "k",
                       "kh", "l", "m", "n",  "ng", "ngh", "nh", "p",  "ph", "q",
                       "qu", "r", "s", "t",  "th", "tr",  "v",  "x"};
const Texts kFinals = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

struct Seen {
  Shape shape;
  std::string low, folded;
  std::size_t letters = 0;
  bool all_upper = false, capital = false, all_lower = false;
};

Seen seen(const Word& word) {
  Seen s{shape_of(word.text), {}, {}, 0};
  s.low = lower(s.shape.core), s.folded = fold(s.shape.core);
  const std::u32string core = to_u32(s.shape.core), low = to_u32(s.low);
  if (core.size() != low.size()) return s;
  s.letters = core.size();
  std::size_t high = 0;
  for (std::size_t i = 0; i < core.size(); ++i) high += core[i] != low[i];
  s.all_upper = high == core.size() && !core.empty();
  s.all_lower = high == 0;
  s.capital = high == 1 && core[0] != low[0];
  return s;
}

bool is_written_out(const Seen& s) { return s.shape.letters && s.letters > 1; }

bool in_capitals(const std::vector<Seen>& words) {
  std::size_t high = 0, all = 0;
  for (const Seen& w : words) {
    if (!is_written_out(w)) continue;
    ++all, high += w.all_upper;
  }
  return all > 0 && high * 5 >= all * 4;
}

bool is_number(const Seen& w) {
  return !w.shape.core.empty() &&
         w.shape.core.find_first_not_of("0123456789.,/-") == std::string::npos;
}

// Words of two letters and more, and how many of them bear a mark.
struct Marks {
  std::size_t words = 0, marked = 0;
  void add(const std::vector<Seen>& line) {
    for (const Seen& w : line)
      if (is_written_out(w)) ++words, marked += w.folded != w.low;
  }
  bool none() const { return marked == 0 && words >= kLongLine; }
};

bool ends_sentence(const Seen& s) {
  return s.shape.core.empty() || s.shape.after.find_first_of(".:;?!") != std::string::npos;
}

// Words i to j that are capitalised one after another, nothing between them.
std::size_t end_of_run(const std::vector<Seen>& words, std::size_t i) {
  std::size_t j = i;
  while (j < words.size() && words[j].capital && words[j].shape.letters) {
    ++j;
    if (!words[j - 1].shape.after.empty()) break;
  }
  return j;
}

bool is_before_name(const Seen& w) {
  return kBeforeNames.contains(w.folded) || kMarkedBeforeNames.contains(w.low);
}

// Words `from` to `to` name a person or a village, as far as their neighbours tell.
bool is_proper(const std::vector<Seen>& words, std::size_t from, std::size_t to) {
  const std::size_t count = to - from;
  if (count > kLongestName) return false;
  if (from > 0) {
    const Seen& before = words[from - 1];
    if (before.shape.after.empty() && kBeforePlaces.contains(before.low)) return true;
    if (is_before_name(before) && before.shape.after.empty()) return true;
    if (before.shape.after.empty() && is_number(before)) return true;  // a cell of a table
  }
  if (count < 2) return false;
  if (kSurnames.contains(words[from].folded) || is_before_name(words[from])) return true;
  return kShortSurnames.contains(words[from].folded) && (count >= 3 || count == words.size());
}

// `signs`: the line stands where people sign; titles are in capitals there, the rest is names.
void guard_names(const std::vector<Seen>& words, bool starts, bool signs, std::vector<Leave>& out) {
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t to = end_of_run(words, i);
    if (to == i) {
      ++i;
      continue;
    }
    const bool proper = signs || is_proper(words, i, to);
    const bool called = i > 0 && is_before_name(words[i - 1]) && words[i - 1].shape.after.empty();
    if (proper && called) out[i - 1] = Leave::fixed;
    for (std::size_t k = i; k < to; ++k) {
      const bool first = k == 0 ? starts : ends_sentence(words[k - 1]);
      if (proper)
        out[k] = Leave::fixed;
      else if (!first && out[k] == Leave::open)
        out[k] = Leave::name;
    }
    i = to;
  }
}

// Abbreviations have Đ and Ư, but no tones and few vowels: HỊV and THOÔNG are words misread.
bool is_misread_word(const Seen& w) {
  if (w.folded == w.low) return false;
  const std::string token = canonical(w.shape.core);
  const auto vowels = std::count_if(w.folded.begin(), w.folded.end(), is_vowel);
  return (token.back() >= '1' && token.back() <= '5') || vowels * 3 >= std::ssize(w.folded);
}

bool is_abbreviation(const std::vector<Seen>& words, std::size_t i, bool capitals) {
  const Seen& w = words[i];
  if (!w.all_upper) return false;
  if (!is_syllable(w.folded)) return !is_misread_word(w);
  const bool beside = (i > 0 && words[i - 1].all_upper && is_written_out(words[i - 1])) ||
                      (i + 1 < words.size() && words[i + 1].all_upper);
  return !capitals && !beside;
}

// One letter that may be a word: ở, ô, ý; others count or are dirt.
bool is_short_word(const Seen& w) {
  return w.all_lower && w.shape.after.empty() && (w.folded == "o" || w.folded == "y");
}

Leave leave_of(const std::vector<Seen>& words, std::size_t i, const Word& word, bool capitals) {
  const Seen& w = words[i];
  if (!w.shape.letters || word.confidence >= kSure || word.by_hand) return Leave::fixed;
  if (w.letters == 1 && !is_short_word(w)) return Leave::fixed;
  if (!w.all_lower && !w.all_upper && !w.capital) return Leave::fixed;
  if (is_abbreviation(words, i, capitals)) return Leave::fixed;
  const bool plain = w.folded == w.low;
  if (plain && !is_syllable(w.folded) && word.confidence >= kForeignSure) return Leave::fixed;
  return Leave::open;
}

bool is_in(char32_t c, char32_t from, char32_t to) { return c >= from && c <= to; }

std::string by_script(const std::string& text) {
  std::size_t khmer = 0, han = 0, all = 0;
  for (const char32_t c : to_u32(text)) {
    if (c <= ' ') continue;
    ++all, khmer += is_in(c, 0x1780, 0x17FF);
    han += is_in(c, 0x3400, 0x9FFF) || is_in(c, 0x20000, 0x2FFFF);
  }
  return khmer * 2 > all ? "km" : han * 2 > all ? "zh" : "";
}

}  // namespace

bool is_syllable(const std::string& folded) {
  const auto vowel = std::find_if(folded.begin(), folded.end(), is_vowel);
  const auto last = std::find_if(folded.rbegin(), folded.rend(), is_vowel).base();
  if (vowel == folded.end() || last - vowel > 4 || !std::all_of(vowel, last, is_vowel))
    return false;
  return kOnsets.contains(std::string(folded.begin(), vowel)) &&
         kFinals.contains(std::string(last, folded.end()));
}

std::string language_of(const Line& line) {
  if (std::string script = by_script(text_of(line)); !script.empty()) return script;
  std::size_t words = 0, syllables = 0, english = 0, french = 0;
  double sure = 0;
  for (const Word& word : line.words) {
    const Seen w = seen(word);
    if (!is_written_out(w) || w.all_upper) continue;
    ++words, syllables += is_syllable(w.folded), sure += word.confidence;
    english += kEnglish.contains(w.low), french += kFrench.contains(w.low);
  }
  const bool meant = sure >= kForeignSure * static_cast<double>(words);
  if (words < 3 || syllables * 2 >= words + (english + french) || !meant) return "vi";
  return french > english ? "fr" : "en";
}

std::vector<std::vector<Leave>> guarded(const std::vector<Line>& lines) {
  std::vector<std::vector<Seen>> all;
  for (const Line& line : lines) {
    all.emplace_back();
    for (const Word& word : line.words) all.back().push_back(seen(word));
  }
  const bool unmarked = is_without_marks(lines);
  std::vector<std::vector<Leave>> out;
  bool starts = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::vector<Seen>& words = all[i];
    Marks marks;
    marks.add(words);
    out.emplace_back(words.size(), Leave::fixed);
    starts = starts || i == 0 || lines[i].region != lines[i - 1].region;
    if (!unmarked && !marks.none() && lines[i].region != Region::stamp &&
        lines[i].language == "vi") {
      const bool capitals = in_capitals(words);
      for (std::size_t k = 0; k < words.size(); ++k)
        out.back()[k] = leave_of(words, k, lines[i].words[k], capitals);
      guard_names(words, starts, lines[i].region == Region::foot_right, out.back());
    }
    if (!words.empty()) starts = ends_sentence(words.back());
  }
  return out;
}

}  // namespace vanthu::language
