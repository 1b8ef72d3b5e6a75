// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/signer_name.h"

#include <algorithm>
#include <set>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/signer.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/fields/weigh.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

// So much likelier to be seen of the true name than of another: the same reading by the engine of
// print, which errs in its own ways; the same name in the paper, where few names stand.
constexpr double kReadTwice = 30, kMentioned = 100;
constexpr double kUnguessed = 0.1;  // share of the net's rest for a name it never guessed
constexpr double kRawSure = 0.3;    // of words whose confidence is gone: the net's took their place
constexpr std::size_t kNearName = 2;  // letters or marks between a mention and the likeliest guess

bool is_capitalised(const std::string& word) {
  const std::u32string u = to_u32(word);
  return u.size() > 1 && u.size() < 8 && is_upper(u[0]) &&
         std::all_of(u.begin() + 1, u.end(), is_lower);
}

bool ends_name(const std::string& word) {
  return !word.empty() && std::string_view(",.;:)").find(word.back()) != std::string_view::npos;
}

// "gặp Đ/c Lê An, chuyên viên": the runs of capitalised words that begin with a family name, up to
// four; a run of more ("Ông Lê Văn An Hiệu trưởng") may be a name and what follows it.
void add_names(const Piece& line, std::set<std::string>& out) {
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (!is_family_name(without_stop(line.words[i].text))) continue;
    std::vector<std::string> name;
    for (std::size_t k = i; k < line.words.size(); ++k) {
      const std::string word = without_stop(line.words[k].text);
      if (!is_capitalised(word)) break;
      name.push_back(word);
      if (name.size() == 3 || name.size() == 4) out.insert(join(name, " "));
      if (name.size() == 4 || ends_name(line.words[k].text)) break;
    }
    if (name.size() == 2) out.insert(join(name, " "));
  }
}

bool is_of(const Piece& piece, const Field& name) {
  return piece.page == name.page && std::any_of(name.boxes.begin(), name.boxes.end(), [&](Box box) {
           return !intersect(box, piece.box).empty();
         });
}

}  // namespace

const Word* word_of_net(const Piece& line) {
  for (const Word& word : line.words)
    if (!word.guesses.empty() && !word.by_hand) return &word;
  return nullptr;
}

bool lies_within(std::string_view part, std::string_view whole) {
  const std::vector<std::string> few = words_of(part), many = words_of(whole);
  std::size_t next = 0;
  for (const std::string& word : many)
    if (next < few.size() && few[next] == word) ++next;
  return next == few.size() && few.size() < many.size();
}

Field net_field(const Piece& line, const Word& net, const Piece& engine) {
  Choices choices;
  Field out = nothing(Status::unreadable);
  out.page = line.page;
  out.boxes = {line.box};
  const bool replaced = !net.raw.empty();
  const std::string text = plain_name(replaced ? net.raw : engine.text);
  const bool is_name = name_likeness(text) >= 1;
  for (const Guess& guess : net.guesses) {
    const bool part =
        is_name && lies_within(guess.text, text);  // a syllable beside its row is lost
    add_evidence(out, "names", guess.text, guess.confidence);
    const std::string& value = part ? text : guess.text;
    const auto known = std::find_if(choices.begin(), choices.end(),
                                    [&](const Choice& one) { return one.value == value; });
    if (known == choices.end())
      choices.push_back({value, guess.confidence});
    else
      known->chance += guess.confidence;
  }
  if (is_name) {
    const double sure = replaced ? kRawSure : min_confidence(engine.words);
    favour(choices, text, 1 + (kReadTwice - 1) * sure, kUnguessed);
    add_evidence(out, "print", text, sure);
  }
  out.raw = replaced ? net.raw : line.text;
  set_choices(out, choices);
  if (out.value) out.status = Status::read;
  if (out.value == out.raw) out.raw.clear();
  return out;
}

void weigh_mentions(const std::vector<const PageLayout*>& pages, Field& name) {
  const bool by_net = std::any_of(name.evidence.begin(), name.evidence.end(),
                                  [](const Evidence& one) { return one.source == "names"; });
  if (!by_net) return;
  std::set<std::string> mentions;
  for (const PageLayout* page : pages)
    for (const Piece& piece : page->pieces)
      if (!is_of(piece, name)) add_names(piece, mentions);
  Choices choices = choices_of(name);
  if (choices.empty()) return;
  const std::string likeliest = choices.front().value;
  for (const std::string& mention : mentions) {
    const bool guessed = chance_of(choices, mention) > 0;
    const bool near =
        edit_distance(mention, likeliest) <= kNearName || lies_within(likeliest, mention);
    if (!guessed && !near) continue;
    favour(choices, mention, kMentioned, kUnguessed);
    add_evidence(name, "citation", mention, 1 - 1 / kMentioned);
  }
  set_choices(name, choices);
  name.status = name.value ? Status::read : Status::unreadable;
}

}  // namespace vanthu::fields
