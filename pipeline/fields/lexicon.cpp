// SPDX-License-Identifier: GPL-3.0-or-later
// A key that two different entries have says nothing: it is left out, so that what is repaired by
// it can only have been one thing (DOMAIN 8.4).
#include "pipeline/fields/lexicon.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr std::string_view kAround = ".,;:()\"'-_";

// Keys with one value each; a second, different value takes the key out for good.
template <class Value>
class OnlyOnes {
 public:
  void add(const std::string& key, const Value& value, const std::string& identity) {
    const auto [at, fresh] = seen_.try_emplace(key, identity, value);
    if (!fresh && at->second.first != identity) twice_.insert(key);
  }
  std::map<std::string, Value> take() const {
    std::map<std::string, Value> out;
    for (const auto& [key, one] : seen_)
      if (twice_.count(key) == 0) out.emplace(key, one.second);
    return out;
  }

 private:
  std::map<std::string, std::pair<std::string, Value>> seen_;
  std::set<std::string> twice_;
};

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> out;
  for (const auto& word : words_of(upper(phrase))) out.push_back(trim(word, kAround));
  return out;
}

std::string key_of(const std::vector<std::string>& words) { return fold(join(words, " ")); }

void make_phrases(Lexicon& out) {
  OnlyOnes<std::vector<std::string>> ones;
  std::set<std::string> exact_only;
  const auto add = [&](std::string_view phrase) {
    const auto words = phrase_words(phrase);
    ones.add(key_of(words), words, canonical(join(words, " ")));
  };
  const auto add_name = [&](std::string_view name) {
    if (words_of(name).size() > 1) add(name);
  };
  const Tables& t = out.tables;
  for (const auto& phrase : t.phrases) add(phrase);
  for (const auto& title : t.signer_titles) add(title);
  for (const auto& body : t.bodies) add_name(body.name);
  for (const auto& kind : t.kinds) add_name(kind.name);
  for (const auto& one : t.provinces) {
    add_name(one.name);
    add("TỈNH " + one.name);
  }
  for (const auto& one : t.districts) {
    add(one.name);
    exact_only.insert(key_of(phrase_words(one.name)));
  }
  out.phrases = ones.take();
  for (const auto& [key, words] : out.phrases) {
    for (const auto& word : words) out.phrase_words.insert(fold(word));
    if (out.mendable.size() <= words.size()) out.mendable.resize(words.size() + 1);
    if (exact_only.count(key) == 0) out.mendable[words.size()].push_back({key, words});
  }
}

// "Thành phố Phan Thiết" -> "Phan Thiết".
std::string without_form(const std::string& name) {
  for (const std::string_view form : {"Thành phố ", "Thị xã ", "Huyện ", "Quận "})
    if (name.rfind(form, 0) == 0) return name.substr(form.size());
  return name;
}

void make_places(Lexicon& out) {
  OnlyOnes<std::string> ones;
  for (const auto& one : out.tables.districts) {
    const std::string bare = without_form(one.name);
    ones.add(letters(one.name), one.name, canonical(one.name));
    if (!bare.empty() && count_letters(bare) > 3) ones.add(letters(bare), bare, canonical(bare));
  }
  out.places = ones.take();
}

// "SGDĐT" -> "SGDDT"
std::string without_strokes(const std::string& code) {
  std::u32string u = to_u32(code);
  for (char32_t& c : u) c = c == U'Đ' ? U'D' : c == U'đ' ? U'd' : c;
  return from_u32(u);
}

void make_codes(Lexicon& out) {
  OnlyOnes<std::string> ones;
  const auto add = [&](const std::string& code) {
    if (code.empty()) return;
    ones.add(without_strokes(code), code, code);
    out.all_codes.insert(code);
  };
  for (const auto& kind : out.tables.kinds) add(kind.code);
  for (const auto& body : out.tables.bodies)
    for (const auto& code : body.codes) {
      add(code);
      out.codes_of[canonical(upper(body.name))].insert(code);
    }
  for (const auto& unit : out.tables.units) add(unit);
  out.codes = ones.take();
}

void make_printed(Lexicon& out) {
  out.printed = out.tables.printed;
  for (const Kind& kind : out.tables.kinds) out.printed.push_back({kind.name, kind.name});
  std::stable_sort(out.printed.begin(), out.printed.end(),
                   [](const PrintedKind& a, const PrintedKind& b) {
                     return a.printed.size() > b.printed.size();
                   });
}

void make_cited_kinds(Lexicon& out) {
  out.cited_kinds = {{U"van ban", ""}, {U"cong van", "CÔNG VĂN"}};
  for (const Kind& kind : out.tables.kinds)
    out.cited_kinds.emplace_back(to_u32(fold(kind.name)), kind.name);
  std::stable_sort(out.cited_kinds.begin(), out.cited_kinds.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

void make_laws(Lexicon& out) {
  for (const Law& law : out.tables.laws) out.laws.emplace_back(to_u32(fold(law.name)), &law);
  std::stable_sort(out.laws.begin(), out.laws.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

void make_issuers(Lexicon& out) {
  for (const auto& body : out.tables.bodies) out.issuers.push_back(to_u32(fold(body.name)));
  for (const auto& office : out.tables.cited) {
    out.offices.push_back(to_u32(fold(office.name)) + U' ');
    if (office.alone) out.issuers.push_back(to_u32(fold(office.name)));
  }
}

thread_local const Lexicon* in_use = nullptr;

}  // namespace

std::shared_ptr<const Lexicon> make_lexicon(const VocabularyFiles& clerk) {
  auto out = std::make_shared<Lexicon>();
  out->tables = make_tables(clerk);
  make_phrases(*out);
  make_places(*out);
  make_codes(*out);
  make_printed(*out);
  make_cited_kinds(*out);
  make_issuers(*out);
  make_laws(*out);
  for (const auto& name : out->tables.family_names) out->family_names.insert(canonical(name));
  return out;
}

LexiconInUse::LexiconInUse(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), before_(in_use) {
  in_use = lexicon_.get();
}

LexiconInUse::~LexiconInUse() { in_use = before_; }

const Lexicon& lexicon() {
  static const std::shared_ptr<const Lexicon> own = make_lexicon({});
  return in_use != nullptr ? *in_use : *own;
}

}  // namespace vanthu::fields
