// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs together among words that stand side by side: "ủy ban nhân dân" is one name, "3795
// UBND VXNV" one number. Words of a field and strict ones stay as they are: quotes mean quotes.
#include <algorithm>
#include <iterator>
#include <optional>

#include "index/analyse.h"
#include "index/concepts.h"
#include "index/query.h"
#include "index/ranges.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

constexpr std::size_t kMostSides = 8;   // ways to say the words side by side
constexpr std::size_t kPersonName = 3;  // syllables
constexpr std::size_t kMostGroups = 4;  // of a number typed in pieces, behind the number itself

bool plain_words(const QueryNode& node) {
  return node.kind == Kind::words && !node.strict && !node.quoted;
}

bool free_words(const QueryNode& node) { return plain_words(node) && node.field == nullptr; }

bool free_number(const QueryNode& node) {
  return node.kind == Kind::number && node.field == nullptr;
}

QueryNode group(Kind kind, Nodes parts, std::string text) {
  QueryNode out;
  out.kind = kind;
  out.field = parts.front().field;
  out.begin = parts.front().begin, out.end = parts.back().end;
  out.text = std::move(text);
  out.parts = std::move(parts);
  return out;
}

// "số" before a number is what people say, not what they look for.
Nodes without_so(Nodes parts) {
  Nodes out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool said = i + 1 < parts.size() && free_words(parts[i]) && free_number(parts[i + 1]) &&
                      fold(trim(parts[i].text, ".:")) == "so";
    if (!said) out.push_back(std::move(parts[i]));
  }
  return out;
}

// A word could be a group of a notation: letters, and no marks but the stroke of đ.
bool may_be_group(const QueryNode& node) {
  if (!free_words(node)) return false;
  for (const char32_t c : to_u32(node.text))
    if (c != U'Đ' && c != U'đ' && c != 0xD0 && has_marks(from_u32(std::u32string(1, c))))
      return false;
  const std::vector<Syllable> found = analyse(node.text).syllables;
  return !found.empty() && std::all_of(found.begin(), found.end(), [](const Syllable& s) {
    return s.folded.size() <= 10 && s.folded.find_first_of("0123456789") == std::string::npos;
  });
}

// A number and the bare words behind it, as one more part: nobody need have it, who has it as his
// own number stands first.
Nodes runs_in(const Nodes& parts) {
  Nodes out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t end = i + 1;
    std::string whole = parts[i].text;
    if (!free_number(parts[i])) continue;
    for (; end < parts.size() && end - i <= kMostGroups && may_be_group(parts[end]); ++end)
      whole += " " + parts[end].text;
    if (end == i + 1) continue;
    QueryNode run;
    run.kind = Kind::run;
    run.text = std::move(whole);
    run.begin = parts[i].begin, run.end = parts[end - 1].end;
    out.push_back(std::move(run));
  }
  return out;
}

// Words of one node each, and which node each syllable came from.
struct Typed {
  std::string text;
  std::vector<std::size_t> node_of;
};

Typed typed_from(const Nodes& parts, std::size_t first, std::size_t end) {
  Typed out;
  for (std::size_t i = first; i < end; ++i) {
    out.text += (out.text.empty() ? "" : " ") + parts[i].text;
    out.node_of.resize(analyse(out.text).syllables.size(), i);
  }
  return out;
}

// The keys of the concepts that exactly the nodes first..last name.
std::string keys_of(const Typed& typed, std::size_t first, std::size_t last) {
  std::string out;
  const std::vector<Syllable> found = analyse(typed.text).syllables;
  for (const Mention& m : concepts_in(typed.text, found, true)) {
    const bool begins = m.first == 0 || typed.node_of[m.first - 1] != typed.node_of[m.first];
    const bool ends =
        m.last + 1 == found.size() || typed.node_of[m.last + 1] != typed.node_of[m.last];
    if (begins && ends && typed.node_of[m.first] == first && typed.node_of[m.last] == last)
      out += (out.empty() ? "" : " ") + m.what->key;
  }
  return out;
}

// The longest name that begins at the first of words first..end-1 side by side.
QueryNode named_or_word(Nodes& parts, std::size_t first, std::size_t end, std::size_t& next) {
  const Typed typed = typed_from(parts, first, end);
  for (next = end; next > first; --next) {
    std::string keys = keys_of(typed, first, next - 1);
    if (keys.empty()) continue;
    Nodes inside(std::make_move_iterator(parts.begin() + static_cast<std::ptrdiff_t>(first)),
                 std::make_move_iterator(parts.begin() + static_cast<std::ptrdiff_t>(next)));
    return group(Kind::named, std::move(inside), std::move(keys));
  }
  next = first + 1;
  return std::move(parts[first]);
}

// A name in quotes after a field's colon: coquan:"Sở NN&MT".
bool quoted_in_field(const QueryNode& node) {
  return node.kind == Kind::words && node.quoted && node.field != nullptr &&
         node.field->kind == FieldKind::text;
}

bool may_say_date(const QueryNode& node) {
  return free_words(node) || (free_number(node) && !looks_like_number(node.text));
}

bool side_by_side(const QueryNode& a, const QueryNode& b) {
  return plain_words(a) && plain_words(b) && a.field == b.field;
}

Nodes with_names(Nodes parts) {
  Nodes out;
  for (std::size_t i = 0; i < parts.size();) {
    std::size_t end = i + 1;
    while (end < parts.size() && side_by_side(parts[i], parts[end])) ++end;
    if (!plain_words(parts[i]) && !quoted_in_field(parts[i])) end = i;
    if (end == i) {
      out.push_back(std::move(parts[i++]));
      continue;
    }
    out.push_back(named_or_word(parts, i, end, i));
  }
  return out;
}

// What was typed between places `first` and `last` of a name becomes another of its names.
std::string with_name(const std::string& text, const std::vector<Syllable>& found, const Mention& m,
                      const ConceptName& name) {
  return text.substr(0, found[m.first].begin) + join(name.folded, " ") +
         text.substr(found[m.last].end);
}

void add_side(std::string text, const QueryNode& first, const QueryNode& last, Nodes& out) {
  QueryNode side;
  side.kind = Kind::side;
  side.text = std::move(text);
  side.begin = first.begin, side.end = last.end;
  if (std::find_if(out.begin(), out.end(),
                   [&](const QueryNode& one) { return one.text == side.text; }) == out.end())
    out.push_back(std::move(side));
}

// "thang 9 nam 2019" among other words; the longest that says a date.
Nodes with_dates(Nodes parts) {
  constexpr std::size_t kMostParts = 6;
  Nodes out;
  for (std::size_t i = 0, next; i < parts.size(); i = next) {
    std::size_t end = i;
    while (end < parts.size() && end - i < kMostParts && may_say_date(parts[end])) ++end;
    std::optional<ValueRange> days;
    for (; end > i && !days; --end)
      if (end - i < parts.size()) days = said_days(typed_from(parts, i, end).text);
    next = days ? end + 1 : i + 1;
    if (!days) {
      out.push_back(std::move(parts[i]));
      continue;
    }
    QueryNode when =
        group(Kind::when,
              Nodes(std::make_move_iterator(parts.begin() + static_cast<std::ptrdiff_t>(i)),
                    std::make_move_iterator(parts.begin() + static_cast<std::ptrdiff_t>(next))),
              "");
    when.low = days->low, when.high = days->high;
    out.push_back(std::move(when));
  }
  return out;
}

// What stands before, between and behind the names, where it is two syllables at least. A person's
// name is in no table: three syllables in front or behind may be one.
std::vector<std::string> between(const std::string& text, const std::vector<Syllable>& found,
                                 const std::vector<Mention>& mentions) {
  std::vector<std::string> out;
  std::size_t first = 0;
  const auto add = [&](std::size_t end) {
    if (end >= first + 2)
      out.push_back(text.substr(found[first].begin, found[end - 1].end - found[first].begin));
  };
  for (const Mention& m : mentions) {
    add(m.first);
    first = std::max(first, m.last + 1);
  }
  if (!mentions.empty()) return add(found.size()), out;
  if (found.size() < kPersonName + 2) return out;
  add(found.size() - kPersonName);
  first = kPersonName;
  add(found.size());
  return out;
}

// Words side by side, at least two syllables, as they were typed and with a thing in them by its
// full name or its first short one.
Nodes sides_in(const Nodes& parts) {
  Nodes out;
  for (std::size_t i = 0, end; i < parts.size(); i = end) {
    end = i + 1;
    if (!free_words(parts[i])) continue;
    while (end < parts.size() && free_words(parts[end])) ++end;
    const std::string text = typed_from(parts, i, end).text;
    const std::vector<Syllable> found = analyse(text).syllables;
    if (found.size() < 2) continue;
    add_side(text, parts[i], parts[end - 1], out);
    const std::vector<Mention> mentions = concepts_in(text, found, true);
    for (const std::string& piece : between(text, found, mentions))
      add_side(piece, parts[i], parts[end - 1], out);
    for (const Mention& m : mentions)
      for (const ConceptName& name : m.what->names) {
        if (out.size() >= kMostSides) return out;
        add_side(with_name(text, found, m, name), parts[i], parts[end - 1], out);
        if (name.abbreviated) break;
      }
  }
  return out;
}

}  // namespace

QueryNode regroup(const QueryNode& query) {
  if (query.kind == Kind::near) return query;
  if (query.kind == Kind::words) {
    Nodes one = with_names({query});
    return std::move(one.front());
  }
  if (query.parts.empty()) return query;
  QueryNode out = query;
  if (out.kind == Kind::all) {
    out.parts = without_so(std::move(out.parts));
    out.parts = with_dates(std::move(out.parts));
    Nodes ranks = runs_in(out.parts), sides = sides_in(out.parts);
    out.parts = with_names(std::move(out.parts));
    for (Nodes* more : {&ranks, &sides})
      std::move(more->begin(), more->end(), std::back_inserter(out.parts));
  }
  for (QueryNode& part : out.parts)
    if (part.kind == Kind::all || part.kind == Kind::any || part.kind == Kind::except ||
        (part.kind == Kind::words && out.kind != Kind::all))
      part = regroup(part);
  if (out.kind == Kind::all && out.parts.size() == 1 && out.parts.front().kind != Kind::except)
    return std::move(out.parts.front());
  return out;
}

}  // namespace vanthu
