// SPDX-License-Identifier: GPL-3.0-or-later
// The second pass: tokens to a tree, by recursive descent.
//   any   = all { or all }
//   all   = near { near }
//   near  = term { NEAR/n term }
//   term  = [-] ( "(" any ")" | field value | value )
//   value = [=] word | phrase | "(" any ")"
#include "index/query.h"

#include <algorithm>
#include <optional>

#include "index/analyse.h"
#include "index/query_error.h"
#include "index/ranges.h"
#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Kind = QueryNode::Kind;
using Sign = QueryToken::Kind;

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class Parser {
 public:
  Parser(std::string_view query, std::vector<QueryToken> tokens)
      : query_(query), tokens_(std::move(tokens)) {}

  QueryNode run() {
    QueryNode root = any(nullptr);
    if (!done()) fail(here().begin, "nothing was opened that this bracket closes");
    if (leaves_ == 0) fail(0, "say what to look for: words, a number, a phrase");
    return root;
  }

 private:
  bool done() const { return at_ >= tokens_.size(); }
  const QueryToken& here() const { return tokens_[at_]; }
  bool next_is(Sign kind) const { return !done() && here().kind == kind; }

  bool take(Sign kind) {
    if (!next_is(kind)) return false;
    ++at_;
    return true;
  }

  [[noreturn]] void fail(std::size_t at, const std::string& what) const {
    fail_query(query_, at, what);
  }

  // `field` is what the words inside belong to: loai:(…).
  QueryNode any(const SearchField* field) {
    std::vector<QueryNode> parts{all(field)};
    while (next_is(Sign::either)) {
      const QueryToken sign = here();
      ++at_;
      parts.push_back(all(field));
      if (empty(parts.back()) || empty(parts[parts.size() - 2]))
        fail(sign.begin, "\"" + sign.text + "\" needs something on both sides");
    }
    return collect(Kind::any, std::move(parts));
  }

  QueryNode all(const SearchField* field) {
    std::vector<QueryNode> parts;
    while (!done() && !next_is(Sign::close) && !next_is(Sign::either)) {
      if (next_is(Sign::near))
        near(field, parts);
      else
        term(field, parts);
    }
    return collect(Kind::all, std::move(parts));
  }

  // The part before the sign and the one behind it become one.
  void near(const SearchField* field, std::vector<QueryNode>& parts) {
    const QueryToken sign = here();
    ++at_;
    const std::size_t before = parts.size();
    if (!done() && !next_is(Sign::close) && !next_is(Sign::either) && !next_is(Sign::near))
      term(field, parts);
    const auto words = [](const QueryNode& n) { return n.kind == Kind::words; };
    if (before == 0 || parts.size() != before + 1 || !words(parts.back()) ||
        !(words(parts[before - 1]) || parts[before - 1].kind == Kind::near) ||
        near_field(parts[before - 1]) != parts.back().field)
      fail(sign.begin, "NEAR needs a word or a phrase on both sides, of the same field");
    const std::size_t distance = std::stoul(sign.text);
    if (distance > kMaxDistance) fail(sign.begin, "NEAR reaches 100 words at most");
    QueryNode right = std::move(parts.back());
    parts.pop_back();
    QueryNode& left = parts.back();
    if (left.kind != Kind::near) left = around(std::move(left));
    left.distance = std::max(left.distance, distance);
    left.end = right.end;
    left.parts.push_back(std::move(right));
  }

  static const SearchField* near_field(const QueryNode& node) {
    return node.kind == Kind::near ? node.parts.front().field : node.field;
  }

  static QueryNode around(QueryNode first) {
    QueryNode out;
    out.kind = Kind::near;
    out.begin = first.begin;
    out.parts.push_back(std::move(first));
    return out;
  }

  static bool empty(const QueryNode& node) { return node.kind == Kind::all && node.parts.empty(); }

  // One part needs no node around it, but `except` stands only inside `all`.
  static QueryNode collect(Kind kind, std::vector<QueryNode> parts) {
    if (parts.size() == 1 && parts.front().kind != Kind::except) return std::move(parts.front());
    QueryNode out;
    out.kind = kind;
    if (!parts.empty()) out.begin = parts.front().begin, out.end = parts.back().end;
    out.parts = std::move(parts);
    return out;
  }

  void term(const SearchField* field, std::vector<QueryNode>& into) {
    const std::size_t begin = here().begin;
    const bool minus = take(Sign::minus);
    if (minus && (done() || next_is(Sign::close) || next_is(Sign::either) || next_is(Sign::minus)))
      fail(begin, "\"-\" needs something to leave out");
    const std::size_t before = into.size();
    primary(field, into);
    if (!minus || into.size() == before) return;
    QueryNode except;
    except.kind = Kind::except;
    except.begin = begin, except.end = into.back().end;
    except.parts.push_back(std::move(into.back()));
    into.back() = std::move(except);
  }

  void primary(const SearchField* field, std::vector<QueryNode>& into) {
    if (next_is(Sign::open)) return into.push_back(bracket(field));
    if (!next_is(Sign::field)) return value(field, into);
    const QueryToken name = here();
    if (field != nullptr) fail(name.begin, "a field inside a field");
    ++at_;
    const std::size_t before = into.size();
    if (done() || next_is(Sign::either) || next_is(Sign::close) || next_is(Sign::field))
      fail(name.begin, "\"" + name.text + ":\" needs a value, as in " +
                           std::string(find_search_field(name.text)->example));
    primary(find_search_field(name.text), into);
    if (into.size() == before) fail(name.begin, "\"" + name.text + ":\" needs a word or a number");
  }

  QueryNode bracket(const SearchField* field) {
    const QueryToken open = here();
    ++at_;
    if (++depth_ > kMaxQueryDepth) fail(open.begin, "too many brackets in one another");
    QueryNode inside = any(field);
    --depth_;
    if (!take(Sign::close)) fail(open.begin, "this bracket is never closed");
    if (empty(inside)) fail(open.begin, "nothing in the brackets");
    return inside;
  }

  void value(const SearchField* field, std::vector<QueryNode>& into) {
    const std::size_t begin = here().begin;
    const bool equals = take(Sign::equals);
    if (done() || (!next_is(Sign::word) && !next_is(Sign::phrase)))
      fail(begin, equals ? "\"=\" needs a word or a phrase" : "a word was expected here");
    const QueryToken token = here();
    ++at_;
    QueryNode node = leaf(field, token, equals);
    if (node.text.empty() && node.low.empty() && node.high.empty()) return;  // punctuation alone
    node.begin = begin;
    if (++leaves_ > kMaxQueryLeaves) fail(begin, "too many words");
    into.push_back(std::move(node));
  }

  QueryNode leaf(const SearchField* field, const QueryToken& token, bool equals) const {
    QueryNode node;
    node.field = field;
    node.end = token.end;
    if (field != nullptr && field->kind == FieldKind::date) return days(std::move(node), token);
    if (field != nullptr && field->kind == FieldKind::code) return number(std::move(node), token);
    if (field != nullptr && field->kind == FieldKind::category) {
      node.kind = Kind::category;
      node.text = lower(trim(token.text));
      return node;
    }
    return words(std::move(node), token, equals);
  }

  // "khuy*": the node for what stands before the star; plain words when there is none.
  std::optional<QueryNode> prefix(const QueryNode& node, const QueryToken& token,
                                  bool equals) const {
    const std::size_t star = token.text.find('*');
    if (star == std::string::npos) return {};
    const std::string stem = token.text.substr(0, star);
    const Analysis found = analyse(stem);
    if (analyse(token.text).syllables.empty()) return {};  // punctuation
    const std::size_t at = token.begin + star + (token.kind == Sign::phrase ? 1 : 0);
    if (token.kind == Sign::phrase || equals || found.syllables.size() != 1 ||
        token.text.find_first_not_of("*.,;:!?", star) != std::string::npos)
      fail(at, "\"*\" stands only at the end of one word, outside of quotes");
    if (code_points(found.syllables[0].folded) < kLeastPrefix)
      fail(at, "\"*\" needs two letters or digits before it");
    QueryNode out = node;
    out.kind = Kind::prefix;
    out.text = stem;
    return out;
  }

  QueryNode days(QueryNode node, const QueryToken& token) const {
    const auto range = parse_days(token.text);
    if (!range)
      fail(token.begin, "no such date; write 2019, 2019-09, 9/2019, 9/9/2019 or 2019-09..2019-12");
    node.kind = Kind::range;
    node.low = range->low, node.high = range->high;
    return node;
  }

  QueryNode number(QueryNode node, const QueryToken& token) const {
    if (token.text.find("..") != std::string::npos) {
      const auto range = parse_numbers(token.text);
      if (!range) fail(token.begin, "no such range of numbers; write 100..200, 100.. or ..200");
      node.kind = Kind::range;
      node.low = range->low, node.high = range->high;
      return node;
    }
    if (auto begins = prefix(node, token, false)) return std::move(*begins);
    node.kind = Kind::number;
    if (!analyse_number(token.text).groups.empty()) node.text = token.text;
    return node;
  }

  QueryNode words(QueryNode node, const QueryToken& token, bool equals) const {
    if (auto begins = prefix(node, token, equals)) return std::move(*begins);
    const bool phrase = token.kind == Sign::phrase;
    const Analysis found = analyse(token.text);
    if (found.syllables.empty()) {
      if (phrase) fail(token.begin, "the phrase is empty");
      return node;
    }
    if (found.syllables.size() > kMaxPhraseWords) fail(token.begin, "the phrase is too long");
    const bool typed_number = looks_like_number(token.text) || all_digits(token.text);
    node.kind =
        !phrase && !equals && node.field == nullptr && typed_number ? Kind::number : Kind::words;
    node.text = token.text;
    node.quoted = phrase;
    node.strict = equals || (phrase && std::any_of(found.syllables.begin(), found.syllables.end(),
                                                   [](const Syllable& s) { return s.marked; }));
    return node;
  }

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0, depth_ = 0, leaves_ = 0;
};

std::string print_leaf(const QueryNode& node) {
  const std::string field = node.field == nullptr ? "" : std::string(node.field->query) + ":";
  if (node.kind == Kind::range) return "range(" + field + node.low + ".." + node.high + ")";
  const char* name = node.kind == Kind::number   ? "number("
                     : node.kind == Kind::words  ? "words("
                     : node.kind == Kind::prefix ? "prefix("
                     : node.kind == Kind::run    ? "run("
                     : node.kind == Kind::side   ? "side("
                                                 : "category(";
  return name + field + (node.strict ? "=" : "") + node.text + ")";
}

}  // namespace

QueryNode parse_query(std::string_view query) {
  const std::string text = repair_utf8(query);
  return Parser(text, tokens_of(text)).run();
}

std::string print(const QueryNode& node) {
  if (node.parts.empty() && node.kind != Kind::all) return print_leaf(node);
  std::string out = node.kind == Kind::all      ? "all("
                    : node.kind == Kind::any    ? "any("
                    : node.kind == Kind::except ? "except("
                    : node.kind == Kind::when   ? "when(" + node.low + ".." + node.high + ": "
                    : node.kind == Kind::near   ? "near" + std::to_string(node.distance) + "("
                                                : "named(" + node.text + ": ";
  for (std::size_t i = 0; i < node.parts.size(); ++i)
    out += (i == 0 ? "" : " ") + print(node.parts[i]);
  return out + ")";
}

}  // namespace vanthu
