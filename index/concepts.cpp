// SPDX-License-Identifier: GPL-3.0-or-later
// Names are found through the folded form of their first syllable.
#include "index/concepts.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

#include "pipeline/text.h"

extern "C" const unsigned char vanthu_concepts_begin[], vanthu_concepts_end[];

namespace vanthu {
namespace {

struct Place {
  const Concept* what = nullptr;
  const ConceptName* name = nullptr;
};

ConceptName name_of(std::string_view text, bool abbreviated) {
  ConceptName out;
  out.abbreviated = abbreviated;
  for (const Syllable& s : analyse(text).syllables) {
    out.written.push_back(s.written);
    out.folded.push_back(s.folded);
  }
  return out;
}

std::string key_of(std::string_view full) { return join(name_of(full, false).folded, ""); }

std::vector<std::string> pieces(const std::string& cell) {
  std::vector<std::string> out;
  for (const std::string& piece : split(cell, ';'))
    if (const std::string name = trim(piece); !name.empty()) out.push_back(name);
  return out;
}

class Table {
 public:
  Table() {
    const std::string_view text(
        reinterpret_cast<const char*>(vanthu_concepts_begin),
        static_cast<std::size_t>(vanthu_concepts_end - vanthu_concepts_begin));
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(text, '\n'))
      if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
    for (std::vector<std::string>& row : rows) row.resize(4), add(row);
    for (const std::vector<std::string>& row : rows)
      for (const std::string& old : pieces(row[3]))
        if (const auto at = by_key_.find(key_of(old)); at != by_key_.end())
          by_key_.at(key_of(row[0]))->took_over.push_back(at->second);
    shorten_inside();
    for (const Concept& one : all_)
      for (const ConceptName& name : one.names)
        by_first_[name.folded.front()].push_back({&one, &name});
  }

  const std::vector<Place>& starting(const std::string& folded) const {
    static const std::vector<Place> kNone;
    const auto at = by_first_.find(folded);
    return at == by_first_.end() ? kNone : at->second;
  }

  const Concept* find(std::string_view key) const {
    const auto at = by_key_.find(std::string(key));
    return at == by_key_.end() ? nullptr : at->second;
  }

 private:
  void add(const std::vector<std::string>& row) {
    Concept one{key_of(row[0]), {name_of(row[0], false)}, {}};
    for (const std::string& other : pieces(row[2])) add_name(one, name_of(other, false));
    for (const std::string& brief : pieces(row[1])) add_name(one, name_of(brief, true));
    all_.push_back(std::move(one));
    by_key_.emplace(all_.back().key, &all_.back());
  }

  static void add_name(Concept& to, ConceptName name) {
    if (std::find(to.names.begin(), to.names.end(), name) == to.names.end())
      to.names.push_back(std::move(name));
  }

  // "Sở Giáo dục và Đào tạo" is also "Sở GDĐT", since that row is there.
  void shorten_inside() {
    for (Concept& outer : all_) {
      const ConceptName full = outer.names.front();
      for (const Concept& inner : all_) {
        const std::vector<std::string>& part = inner.names.front().written;
        if (part.size() < 2 || part.size() >= full.written.size()) continue;
        const auto at =
            std::search(full.written.begin(), full.written.end(), part.begin(), part.end());
        if (at == full.written.end()) continue;
        for (const ConceptName& brief : inner.names)
          if (brief.abbreviated)
            add_name(outer, with(full, at - full.written.begin(), part.size(), brief));
      }
    }
  }

  static ConceptName with(const ConceptName& full, std::ptrdiff_t at, std::size_t length,
                          const ConceptName& brief) {
    const auto replace = [&](std::vector<std::string> in, const std::vector<std::string>& by) {
      in.erase(in.begin() + at, in.begin() + at + static_cast<std::ptrdiff_t>(length));
      in.insert(in.begin() + at, by.begin(), by.end());
      return in;
    };
    return {replace(full.written, brief.written), replace(full.folded, brief.folded), false};
  }

  std::deque<Concept> all_;  // never moved: the maps point into it
  std::map<std::string, Concept*> by_key_;
  std::unordered_map<std::string, std::vector<Place>> by_first_;
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

bool in_capitals(std::string_view text, const Syllable& s) {
  const std::string_view word = text.substr(s.begin, s.end - s.begin);
  return lower(word) != nfc(word);
}

// "tu", "ub": as likely a word typed without its marks.
bool may_be_syllable(const std::string& folded) {
  return folded.size() <= 2 && folded.find_first_of("aeiouy") != std::string::npos;
}

bool stands_at(std::string_view text, const std::vector<Syllable>& all, std::size_t at,
               const ConceptName& name, bool typed) {
  if (at + name.folded.size() > all.size()) return false;
  bool marked = false, agree = true;
  for (std::size_t i = 0; i < name.folded.size(); ++i) {
    const Syllable& s = all[at + i];
    if (s.folded != name.folded[i]) return false;
    marked = marked || s.marked;
    agree = agree && s.written == name.written[i];
  }
  if (!name.abbreviated) return agree || !marked;
  return (typed && !may_be_syllable(name.folded.front())) || in_capitals(text, all[at]);
}

}  // namespace

std::vector<Mention> concepts_in(std::string_view text, const std::vector<Syllable>& syllables,
                                 bool typed) {
  std::vector<Mention> out;
  for (std::size_t at = 0; at < syllables.size(); ++at)
    for (const Place& place : table().starting(syllables[at].folded)) {
      const Mention found{place.what, at, at + place.name->folded.size() - 1};
      const bool known = std::find(out.begin(), out.end(), found) != out.end();
      if (!known && stands_at(text, syllables, at, *place.name, typed)) out.push_back(found);
    }
  return out;
}

const Concept* find_concept(std::string_view key) { return table().find(key); }

}  // namespace vanthu
