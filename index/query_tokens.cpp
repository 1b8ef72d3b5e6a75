// SPDX-License-Identifier: GPL-3.0-or-later
// The first pass: what was typed, cut into words, phrases, fields and signs.
#include "index/query.h"
#include "index/query_error.h"
#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Kind = QueryToken::Kind;

// Quotes as typed and as a word processor makes them; any of them opens, any closes.
bool is_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}

bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212; }

bool is_either(std::string_view word) {
  return word == "or" || word == "OR" || canonical(word) == canonical("hoặc");
}

// "NEAR", "NEAR/5", "GẦN/5": the distance, 0 when it is none of these.
std::size_t near_distance(std::string_view word) {
  const std::size_t slash = word.find('/');
  const std::string_view name = word.substr(0, slash);
  if (name != "NEAR" && name != "GẦN") return 0;
  if (slash == std::string_view::npos) return kUsualDistance;
  const std::string_view digits = word.substr(slash + 1);
  if (digits.empty() || digits.size() > 3 ||
      digits.find_first_not_of("0123456789") != std::string_view::npos)
    return 0;
  return static_cast<std::size_t>(std::stoi(std::string(digits)));
}

// A name that a person may have meant as a field: letters alone.
bool is_name(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : fold(text))
    if (c < 'a' || c > 'z') return false;
  return true;
}

std::string field_names() {
  std::string out;
  for (const SearchField& field : kSearchFields)
    out.append(out.empty() ? "" : ", ").append(field.query).append(":");
  return out;
}

// The field that was likely meant: a letter or two off. Empty when none is.
std::string field_like(std::string_view name) {
  constexpr std::size_t kSlip = 2;
  std::string best;
  std::size_t least = std::min(kSlip, fold(name).size() / 3) + 1;
  for (const SearchField& field : kSearchFields)
    for (const std::string_view known : {field.query, field.english})
      if (const std::size_t off = edit_distance(fold(name), known); off < least)
        least = off, best = known;
  return best;
}

std::string no_field(std::string_view name) {
  const std::string meant = field_like(name);
  return "there is no field \"" + std::string(name) + ":\"; " +
         (meant.empty() ? "the fields are " + field_names() : "did you mean \"" + meant + ":\"?");
}

// As a terminal shows it: marks that stand on the letter before take no place.
std::size_t columns(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x300 || c > 0x36F) ++out;
  }
  return out;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<QueryToken> run() {
    while (at_ < query_.size()) step();
    return std::move(out_);
  }

 private:
  char32_t peek(std::size_t& after) const { return next_code_point(query_, after = at_); }

  void step() {
    std::size_t after = at_;
    const char32_t c = peek(after);
    if (is_blank(c)) {
      at_ = after;
    } else if (is_quote(c)) {
      phrase(after);
    } else if (c == '(' || c == ')') {
      sign(c == '(' ? Kind::open : Kind::close, after);
    } else if (c == '|') {
      sign(Kind::either, after);
    } else if (is_dash(c)) {
      lead(Kind::minus, after);
    } else if (c == '=') {
      lead(Kind::equals, after);
    } else {
      word();
    }
  }

  void sign(Kind kind, std::size_t after) {
    out_.push_back({kind, std::string(query_.substr(at_, after - at_)), at_, after});
    at_ = after;
  }

  // '-' and '=' mean something only right before a word; alone they are punctuation.
  void lead(Kind kind, std::size_t after) {
    std::size_t beyond = after;
    const char32_t next = after < query_.size() ? next_code_point(query_, beyond) : U' ';
    if (is_blank(next) || is_dash(next) || next == ')')
      at_ = after;
    else
      sign(kind, after);
  }

  void phrase(std::size_t after) {
    const std::size_t open = at_;
    for (at_ = after; at_ < query_.size();) {
      const std::size_t end = at_;
      if (!is_quote(next_code_point(query_, at_))) continue;
      out_.push_back({Kind::phrase, std::string(query_.substr(after, end - after)), open, at_});
      return;
    }
    fail_query(query_, open, "this quote is never closed");
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      std::size_t after = at_;
      const char32_t c = peek(after);
      if (is_blank(c) || is_quote(c) || c == '(' || c == ')' || c == '|') break;
      if (c == ':' && field(begin, after)) return;
      at_ = after;
    }
    const std::string_view text = query_.substr(begin, at_ - begin);
    if (const std::size_t distance = near_distance(text); distance != 0)
      out_.push_back({Kind::near, std::to_string(distance), begin, at_});
    else
      out_.push_back({is_either(text) ? Kind::either : Kind::word, std::string(text), begin, at_});
  }

  // "so:" and what follows; a colon after anything else belongs to the word.
  bool field(std::size_t begin, std::size_t after) {
    const std::string_view name = query_.substr(begin, at_ - begin);
    if (find_search_field(name) == nullptr) {
      std::size_t beyond = after;
      const bool bare = after < query_.size() && query_[after] != '/' &&
                        !is_blank(next_code_point(query_, beyond));
      if (bare && is_name(name)) fail_query(query_, begin, no_field(name));
      return false;
    }
    out_.push_back({Kind::field, std::string(name), begin, after});
    at_ = after;
    return true;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<QueryToken> out_;
};

}  // namespace

void fail_query(std::string_view query, std::size_t at, const std::string& what) {
  std::string line(query);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  const std::size_t column = columns(std::string_view(line).substr(0, at));
  throw Error(Code::usage, "query: " + what, line + "\n" + std::string(column, ' ') + "^");
}

std::vector<QueryToken> tokens_of(std::string_view query) {
  if (query.size() > kMaxQueryBytes)
    throw Error(Code::usage, "query: longer than " + std::to_string(kMaxQueryBytes) + " bytes",
                "search for a few words, a number or a phrase");
  return Lexer(query).run();
}

}  // namespace vanthu
