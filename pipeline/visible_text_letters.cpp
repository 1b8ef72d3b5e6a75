// SPDX-License-Identifier: GPL-3.0-or-later
// TCVN3 and VNI write Vietnamese with letters that it does not have; text run through a wrong
// converter (khơng, cĩ) has marked words that are no syllables. Sound text has next to none of
// either, but for names of the highlands and borrowed words.
#include "pipeline/visible_text_letters.h"

#include <algorithm>
#include <array>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kForeign = 0.02;     // of the letters
constexpr double kUnmapped = 0.02;    // of all characters; bullets of symbol fonts are of these
constexpr double kNoSyllable = 0.03;  // of the words with marks …
constexpr double kSomeNames = 3;      // … or so few of them

// Toneless rimes, those of borrowed and place names (k at the end) too; after qu and gi what is
// left.
constexpr std::string_view kRimes =
    " a ac ach ai am an ang anh ao ap at au ay ak ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây âk"
    " e ec em en eng eo ep et ek ê êch êm ên ênh êng êp êt êu êk i ia ich iêc iêm iên iêng iêp iêt"
    " iêu im in inh ing ip it iu ik o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn"
    " oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ok ô ôc ôi ôm ôn ông ôông ôp ôt ôk"
    " ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông"
    " uôp uôt up ut uơ uơn uy uya uych uyên uyêt uynh uyt uyu uyn uyp uk ư ưa ưc ưi ưm ưn ưng ươc"
    " ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yn ym yt ";
constexpr std::array kOnsets = {"ngh", "ch", "gh", "gi", "kh", "kr", "ng", "nh", "ph", "qu",
                                "th",  "tr", "b",  "c",  "d",  "đ",  "g",  "h",  "k",  "l",
                                "m",   "n",  "p",  "r",  "s",  "t",  "v",  "x",  ""};

// Every letter of the alphabet beyond ASCII, composed, and look-alikes that as_printed() mends.
bool is_ours(char32_t c) {
  constexpr std::u32string_view kLatin = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưÐðƉƢƣ";
  return kLatin.find(c) != std::u32string_view::npos || (c >= 0x1EA0 && c <= 0x1EF9);
}

bool is_typography(char32_t c) { return c >= 0x2000 && c <= 0x2BFF; }

bool is_unmapped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) ||
         c >= 0xF0000;
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xA1 && !is_typography(c));
}

bool is_front(char32_t c) { return c == 'e' || c == U'ê' || c == 'i' || c == 'y'; }

// c, g and ng give way to k, gh and ngh before e, ê, i.
bool agree(std::string_view onset, std::string_view rime) {
  const std::u32string letters = to_u32(rime);
  const bool front = is_front(letters.front());
  if (onset == "c") return !front;
  if (onset == "k" || onset == "gh" || onset == "ngh") return front || rime.ends_with('k');
  if (onset == "g" || onset == "ng") return !front || rime == "i";
  return true;
}

bool is_rime(std::string_view rime, char tone) {
  if (rime.empty() || kRimes.find(' ' + std::string(rime) + ' ') == std::string_view::npos)
    return false;
  const bool stopped = rime.ends_with('p') || rime.ends_with('t') || rime.ends_with('c') ||
                       rime.ends_with("ch") || rime.ends_with('k');
  return !stopped || tone == '0' || tone == '2' || tone == '5';  // 0: capitals of names lose marks
}

std::vector<std::string> pieces(std::string_view text) {  // runs of letters
  std::vector<std::string> out(1);
  for (const char32_t c : to_u32(text))
    if (is_letter(c))
      out.back() += from_u32(std::u32string(1, c));
    else if (!out.back().empty())
      out.emplace_back();
  if (out.back().empty()) out.pop_back();
  return out;
}

// đ alone proves nothing: HĐND, QĐ, a list's đ).
bool is_marked(const std::string& piece) {
  std::u32string letters = to_u32(lower(piece));
  std::replace(letters.begin(), letters.end(), U'đ', U'd');
  return has_marks(from_u32(letters));
}

struct Count {
  double characters = 0, unmapped = 0, letters = 0, foreign = 0, marked = 0, odd = 0;
};

void add(Count& count, const std::string& text) {
  for (const char32_t c : to_u32(text)) {
    ++count.characters;
    count.unmapped += is_unmapped(c);
    count.letters += is_letter(c);
    count.foreign += is_letter(c) && c >= 0x80 && !is_ours(c) && !is_unmapped(c);
  }
  for (const std::string& piece : pieces(as_printed(text)))
    if (is_marked(piece)) {
      ++count.marked;
      count.odd += !is_syllable_by_grammar(piece);
    }
}

}  // namespace

bool is_syllable_by_grammar(std::string_view word) {
  std::string letters = canonical(word);
  char tone = '0';
  if (!letters.empty() && letters.back() >= '1' && letters.back() <= '5') {
    tone = letters.back();
    letters.pop_back();
  }
  return std::any_of(kOnsets.begin(), kOnsets.end(), [&](std::string_view onset) {
    if (!std::string_view(letters).starts_with(onset)) return false;
    const std::string_view rime = std::string_view(letters).substr(onset.size());
    return is_rime(rime, tone) && agree(onset, rime);
  });
}

bool has_unmapped(std::string_view text) {
  const std::u32string all = to_u32(text);
  return std::any_of(all.begin(), all.end(), is_unmapped);
}

bool may_be_vietnamese(const std::vector<VisibleWord>& words) {
  Count count;
  for (const VisibleWord& word : words) add(count, nfc(word.text));
  return count.letters > 0 && count.unmapped <= kUnmapped * count.characters &&
         count.foreign <= kForeign * count.letters &&
         count.odd <= std::max(kSomeNames, kNoSyllable * count.marked) &&
         count.odd * 2 <= count.marked;
}

std::string as_printed(std::string_view text) {
  std::u32string out;
  for (const char32_t c : to_u32(nfc(text))) {
    const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    out += dash ? std::u32string(1, c) : to_u32(tidy(from_u32(std::u32string(1, c))));
  }
  return from_u32(out);
}

}  // namespace vanthu
