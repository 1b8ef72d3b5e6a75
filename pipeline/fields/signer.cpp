// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/signer.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/signer_name.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kNameLikely = 0.5;     // under it a line is no name
constexpr double kSureSyllable = 0.5;   // what else of a name must be, for a repair
constexpr double kMostSureName = 0.97;  // trusted where each word is surer than 0.93
constexpr double kMostSureTitle = 0.9;

bool is_academic(const std::string& word) {
  const std::string key = letters(word);
  for (const char* title :
       {"gs", "pgs", "ts", "ths", "bs", "gsts", "pgsts", "bsckii", "bscki", "ds", "ks", "ckii",
        "cki", "thieutuong", "nguyen", "luatsu", "tskh", "gstskh", "bsck"})
    if (key == title && (capitals(word) > 0.4 || word.find('.') != std::string::npos) &&
        key != "nguyen")
      return true;
  return false;
}

bool is_syllable(const std::u32string& word) {
  if (word.empty() || word.size() > 7 || !is_upper(word.front())) return false;
  return std::all_of(word.begin() + 1, word.end(), is_lower);
}

bool is_title(const Piece& line) {
  if (is_near(line.text, "kiem", 0)) return true;
  if (count_letters(line.text) < 5 || mean_confidence(line.words) < 0.3) return false;
  return (capitals(line.text) > 0.82 && min_confidence(line.words) > 0.02) ||
         (capitals(line.text) > 0.7 && signer_title(line.text).has_value());
}

// Seal and pen leave specks beside name and title: only the sure words count.
Piece without_specks(const Piece& line) {
  std::vector<Word> words;
  for (const Word& word : line.words)
    if (count_letters(word.text) >= 1 && (word.confidence >= 0.3 || count_letters(word.text) >= 4))
      words.push_back(word);
  while (!words.empty() && count_letters(words.back().text) < 2 &&
         capitals(words.back().text) < 0.5)
    words.pop_back();
  return words.empty() ? line : make_piece(line.page, line.region, words);
}

// Seal, pen and a rubber face damage names in known ways: marks of ink before and after the
// syllables, a small first letter, a family name that is one letter off.
constexpr double kRepaired = 0.8;  // of the word's confidence
constexpr std::size_t kMostNameWords = 7;

std::string syllable_in(const std::string& word) {
  std::u32string u = to_u32(word);
  while (!u.empty() && !is_letter(u.front())) u.erase(u.begin());
  while (!u.empty() && !is_letter(u.back())) u.pop_back();
  return from_u32(u);
}

void capitalise(Word& word) {
  std::u32string u = to_u32(word.text);
  if (u.size() < 2 || u.size() > 7 || !std::all_of(u.begin(), u.end(), is_lower)) return;
  word.text = upper(from_u32(u.substr(0, 1))) + from_u32(u.substr(1));
  word.confidence *= kRepaired;
}

Piece as_name(const Piece& line) {
  if (line.words.size() > kMostNameWords) return line;
  std::vector<Word> words;
  int names = 0;
  for (Word word : line.words) {
    if (is_academic(word.text)) continue;
    const std::string inside = syllable_in(word.text);
    if (words.empty() && count_letters(inside) < 2) continue;
    if (!inside.empty()) word.text = inside;
    names += is_syllable(to_u32(word.text)) && word.confidence >= kSureSyllable ? 1 : 0;
    words.push_back(std::move(word));
  }
  while (!words.empty() && count_letters(words.back().text) < 1) words.pop_back();
  if (words.size() < 2 || names < 1 || names + 1 < static_cast<int>(words.size())) return line;
  for (Word& word : words) capitalise(word);
  Word& family = words.front();
  if (!is_family_name(family.text) && words.size() >= 3)
    if (const auto near = family_name_near(family.text)) {
      family.text = *near;
      family.confidence *= kRepaired;
    }
  const Piece out = make_piece(line.page, line.region, std::move(words));
  return name_likeness(out.text) >= 1 ? out : line;
}

bool approves(const Piece& line) {
  return find_anchor(line.words, "phe duyet", 0).found() || is_near(line.text, "duyet", 0) ||
         begins_with(line.text, "xac nhan");
}

// A title of the vocabulary, or at least one the engine was sure of.
bool credible(const Piece& title) {
  double known = 0;
  restore_marks(without_stop(title.text), &known);
  return known > 0.99 || signer_title(title.text).has_value() || min_confidence(title.words) >= 0.6;
}

Field title_field(const SignatureBlock& block) {
  if (block.titles.empty()) return nothing(Status::missing);
  std::vector<std::string> lines, seen;
  double least = 1;
  bool sure = true;
  for (const Piece& title : block.titles) {
    if (is_near(title.text, "phe duyet", 0)) continue;
    lines.push_back(plain_title(title.text));
    seen.push_back(title.text);
    least = std::min(least, min_confidence(title.words));
    sure = sure && credible(title);
  }
  Field out = found(join(lines, "\n"), kMostSureTitle * (0.3 + 0.7 * least), block.titles,
                    join(seen, "\n"));
  if (sure) return out;
  out.candidates = {{*out.value, 0.5 * out.confidence}};
  out.value.reset();
  out.confidence = 0;
  out.status = Status::unreadable;
  return out;
}

// A seal hides the first syllables of most names: without a family name it is a candidate.
Field name_field(const SignatureBlock& block) {
  if (!block.name) return nothing(block.titles.empty() ? Status::missing : Status::unreadable);
  if (const Word* net = word_of_net(*block.name))
    return net_field(*block.name, *net, as_name(*block.name));
  const std::string text = plain_name(block.name->text);
  const double sure = kMostSureName * name_likeness(text) * min_confidence(block.name->words);
  if (name_likeness(text) >= 1.0) return found(text, sure, {*block.name}, block.name->text);
  Field out = nothing(Status::unreadable);
  out.page = block.name->page;
  out.boxes = {block.name->box};
  out.raw = block.name->text;
  add_candidate(out, text, 0.6 * sure);
  return out;
}

// A narrow rubber face loses its blanks (LêHoàngAnh); no name has a capital inside a syllable.
std::string parted_at_capitals(std::string_view text) {
  std::u32string out;
  for (const char32_t c : to_u32(text)) {
    if (!out.empty() && is_letter(out.back()) && !is_upper(out.back()) && is_upper(c)) out += U' ';
    out += c;
  }
  return from_u32(out);
}

}  // namespace

std::vector<SignatureBlock> signature_blocks(const std::vector<Piece>& lines) {
  std::vector<SignatureBlock> out;
  for (const Piece& seen : lines) {
    if (!legible(seen)) continue;
    if (word_of_net(seen) != nullptr && (out.empty() || !out.back().name)) {
      if (out.empty()) out.push_back({});
      out.back().name = seen;
      continue;
    }
    const Piece line = without_specks(seen), name = as_name(seen);
    const double likely = std::max(name_likeness(line.text), name_likeness(name.text));
    const bool approving = approves(line);
    if (approving || is_title(line)) {
      const bool fresh = out.empty() || out.back().name.has_value() || approving;
      if (fresh) out.push_back({});
      out.back().titles.push_back(line);
      out.back().approves = out.back().approves || approving;
    } else if (likely >= kNameLikely && !out.empty() && !out.back().name) {
      out.back().name = name_likeness(name.text) >= 1 ? name : line;
    } else if (likely > 0.9 && out.empty()) {
      out.push_back({});
      out.back().name = name_likeness(name.text) >= 1 ? name : line;
    }
  }
  std::erase_if(out,
                [](const SignatureBlock& block) { return block.titles.empty() && !block.name; });
  return out;
}

std::string plain_name(std::string_view text) {
  std::vector<std::string> words = words_of(parted_at_capitals(without_stop(text)));
  while (!words.empty() && is_academic(words.front())) words.erase(words.begin());
  return join(words, " ");
}

double name_likeness(std::string_view text) {
  const std::vector<std::string> words = words_of(plain_name(text));
  if (words.size() < 2 || words.size() > 5) return 0;
  for (const std::string& word : words)
    if (!is_syllable(to_u32(word))) return 0;
  return is_family_name(words.front()) ? 1.0 : 0.6;
}

std::string plain_title(std::string_view line) {
  const std::string text = without_stop(without_dash(line));
  const std::size_t dot = text.find('.');
  const bool marked_so =
      dot != std::string::npos && dot <= 3 && dot + 1 < text.size();  // KT. TM. TUQ.
  const std::string mark = marked_so ? text.substr(0, dot + 1) : std::string();
  double known = 0;
  const std::string rest = restore_marks(std::string_view(text).substr(mark.size()), &known);
  const bool spaced = marked_so && text[dot + 1] == ' ';
  const std::string restored = mark + (spaced ? " " : "") + rest;
  if (known >= 0.999) return restored;
  const auto near = signer_title(text);
  return near && letters(*near) != letters(text) ? *near : restored;
}

namespace {

constexpr double kMentioned = 0.7;

bool is_honorific(const std::string& word) {
  const std::string key = letters(word);
  return key == "ong" || key == "ba" || key == "dc" || key == "chi";
}

// Deputy, former and acting heads: "Ông Nguyễn Ngọc Minh Phó Hiệu trưởng" names no head.
bool lessens_title(const std::string& name) {
  const std::string last = fold(words_of(name).back());
  return last == "pho" || last == "nguyen" || last == "quyen";
}

// "Ông Trần Công Luận, Hiệu trưởng": the name between the honorific and the title, or empty.
std::string named_with(const Piece& line, const std::string& title) {
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (!is_honorific(line.words[i].text)) continue;
    for (std::size_t n = 3; n <= 4 && i + n < line.words.size(); ++n) {
      const int from = static_cast<int>(i) + 1, to = from + static_cast<int>(n);
      const std::string name = plain_name(join_words(line.words, from, to));
      const std::string rest = join_words(line.words, to, static_cast<int>(line.words.size()));
      const bool titled = letters(rest).rfind(letters(title), 0) == 0;
      if (titled && name_likeness(name) >= 1 && !lessens_title(name)) return name;
    }
  }
  return {};
}

}  // namespace

void name_from_text(const std::vector<const PageLayout*>& pages, SignersFound& found) {
  if (found.signer.value || found.signers.size() != 1 || !found.signer_title.value) return;
  const std::string title = without_stop(*found.signer_title.value);
  const auto known = signer_title(title);
  if (!known || letters(*known) != letters(title)) return;
  if (title.find('.') != std::string::npos || title.find('\n') != std::string::npos) return;
  std::string name;
  const Piece* at = nullptr;
  for (const PageLayout* page : pages)
    for (std::size_t i = 0; i < page->pieces.size(); ++i) {
      const Piece& piece = page->pieces[i];
      std::vector<Piece> cells = {piece};  // a table's row is cut at its gaps
      while (i + 1 < page->pieces.size() &&
             same_row(piece.box, page->pieces[i + 1].box, page->letter / 2))
        cells.push_back(page->pieces[++i]);
      const Piece row = merge_row(cells);
      const std::string here = named_with(row, title);
      if (here.empty()) continue;
      if (!name.empty() && name != here) return;
      name = here;
      at = &piece;
    }
  if (at == nullptr) return;
  found.signer = concluded(name, kMentioned, "citation", at->text);
  found.signer.page = at->page;
  found.signer.boxes = {at->box};
  found.signers.front().name = found.signer;
}

SignersFound read_signers(const std::vector<SignatureBlock>& blocks) {
  SignersFound out;
  int signing = 0;
  for (const SignatureBlock& block : blocks) signing += block.approves ? 0 : 1;
  for (const SignatureBlock& block : blocks) {
    Signer signer;
    signer.name = name_field(block);
    signer.title = title_field(block);
    signer.role = block.approves ? "approves" : signing > 1 ? "joint" : "signs";
    out.signers.push_back(std::move(signer));
  }
  std::stable_sort(out.signers.begin(), out.signers.end(), [](const Signer& a, const Signer& b) {
    return (a.role == "approves") < (b.role == "approves");
  });
  if (out.signers.empty()) return out;
  out.signer = out.signers.front().name;
  out.signer_title = out.signers.front().title;
  return out;
}

}  // namespace vanthu::fields
