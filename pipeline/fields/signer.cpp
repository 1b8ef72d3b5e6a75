// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/signer.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kNameLikely = 0.5;  // under it a line is no name
constexpr double kMostSureName = 0.93;
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

struct Block {
  std::vector<Piece> titles;
  std::optional<Piece> name;
  std::vector<Piece> below;  // titles between the signature and the name
  bool approves = false;
};

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

bool approves(const Piece& line) {
  return find_anchor(line.words, "phe duyet", 0).found() || is_near(line.text, "duyet", 0) ||
         begins_with(line.text, "xac nhan");
}

std::vector<Block> blocks_of(const std::vector<Piece>& lines) {
  std::vector<Block> out;
  for (const Piece& seen : lines) {
    if (!legible(seen)) continue;
    const Piece line = without_specks(seen);
    const bool approving = approves(line);
    if (approving || is_title(line)) {
      const bool fresh = out.empty() || out.back().name.has_value() || approving;
      if (fresh) out.push_back({});
      out.back().titles.push_back(line);
      out.back().approves = out.back().approves || approving;
    } else if (name_likeness(line.text) >= kNameLikely && !out.empty() && !out.back().name) {
      out.back().name = line;
    } else if (name_likeness(line.text) > 0.9 && out.empty()) {
      out.push_back({});
      out.back().name = line;
    }
  }
  std::erase_if(out, [](const Block& block) { return block.titles.empty() && !block.name; });
  return out;
}

// A title of the vocabulary, or at least one the engine was sure of.
bool credible(const Piece& title) {
  double known = 0;
  restore_marks(without_stop(title.text), &known);
  return known > 0.99 || signer_title(title.text).has_value() || min_confidence(title.words) >= 0.6;
}

Field title_field(const Block& block) {
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
Field name_field(const Block& block) {
  if (!block.name) return nothing(block.titles.empty() ? Status::missing : Status::unreadable);
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

SignersFound read_signers(const std::optional<Foot>& foot) {
  SignersFound out;
  if (!foot) return out;
  const std::vector<Block> blocks = blocks_of(foot->right);
  int signing = 0;
  for (const Block& block : blocks) signing += block.approves ? 0 : 1;
  for (const Block& block : blocks) {
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
