// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/issuer.h"

#include <algorithm>
#include <map>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kKnownWords = 0.95;  // every word is of a phrase we know
constexpr double kNamedByCode = 0.8;  // a body of the text whose initials the notation has
constexpr int kOftenNamed = 2;
constexpr double kOpenName = 0.92;  // a name of unknown words, however well read: not trusted

struct Body {
  std::vector<Piece> lines;
  std::string text;  // marks restored
  double known = 0;
};

// Specks beside the print: ". ` UBND TỈNH …" keeps "UBND TỈNH …".
Piece without_specks(const Piece& line) {
  std::vector<Word> words = line.words;
  const auto speck = [](const Word& word) {
    return count_letters(word.text) == 0 || (word.confidence < 0.4 && count_letters(word.text) < 2);
  };
  const auto inside = [](const Word& word) {
    return word.text == "&" || word.text == "-" || all_digits(word.text, 4);
  };
  while (!words.empty() && speck(words.front())) words.erase(words.begin());
  while (!words.empty() && speck(words.back()) && !inside(words.back())) words.pop_back();
  return words.empty() ? line : make_piece(line.page, line.region, words);
}

// "SỞNÔNG NGHIỆP": the engine glued the short first word to the next.
std::string unglued(std::string text) {
  static constexpr std::string_view kOffice = "SỞ";
  const std::u32string u = to_u32(text);
  if (u.size() > 4 && text.rfind(kOffice, 0) == 0 && is_upper(u[2]))
    text.insert(kOffice.size(), " ");
  return text;
}

std::string plain(std::string_view text) {
  std::string out = without_stop(trim(without_dash(text)));
  std::u32string u = to_u32(out);
  for (char32_t& c : u)
    if (c == U'_') c = U' ';
  return unglued(join(words_of(from_u32(u)), " "));
}

// The one line that heads most provincial papers, however misread.
std::string standard_line(const std::string& text) {
  if (!is_near(text, "uy ban nhan dan", 2) || is_near(text, "uy ban nhan dan", 0)) return text;
  return "ỦY BAN NHÂN DÂN";
}

// A speck between two words reads as a hyphen: "SỞ Y TẾ-TỈNH …" parts where that makes both known.
std::string without_false_hyphens(const std::string& text) {
  std::string parted = text;
  std::replace(parted.begin(), parted.end(), '-', ' ');
  double as_is = 0, apart = 0;
  restore_marks(text, &as_is);
  const std::string out = join(words_of(restore_marks(parted, &apart)), " ");
  return apart > 0.99 && as_is < 0.99 ? out : text;
}

std::vector<Body> bodies_of(const Head& head) {
  std::vector<Body> out;
  for (const Piece& line : head.issuers) {
    const Piece piece = without_specks(line);
    const bool opens = starts_body(plain(restore_marks(piece.text)));
    if (out.empty() || opens) out.push_back({});
    out.back().lines.push_back(piece);
  }
  for (Body& body : out) {
    std::string joined;
    for (const Piece& line : body.lines)
      joined +=
          (joined.empty() ? std::string() : std::string(" ")) + standard_line(plain(line.text));
    body.text = restore_marks(without_false_hyphens(joined), &body.known);
  }
  return out;
}

Field body_field(const Body& body) {
  double least = 1;
  std::vector<std::string> seen;
  for (const Piece& line : body.lines) {
    least = std::min(least, min_confidence(line.words));
    seen.push_back(line.text);
  }
  const bool sure = body.known >= 0.999 && starts_body(body.text);
  const double confidence = sure ? kKnownWords * std::min(1.0, 0.9 + least) : kOpenName * least;
  return found(body.text, confidence, body.lines, join(seen, " "));
}

bool is_capitalised(const std::string& word) {
  const std::u32string u = to_u32(word);
  return !u.empty() && is_upper(u.front());
}

std::string initial(const std::string& word) {
  const std::u32string u = to_u32(word);
  return u.empty() ? std::string() : upper(from_u32(u.substr(0, 1)));
}

}  // namespace

IssuerFound read_issuer(const Head& head) {
  IssuerFound out;
  const std::vector<Body> bodies = bodies_of(head);
  if (bodies.empty()) return out;
  out.issuer = body_field(bodies.back());
  if (bodies.size() > 1) {
    out.parent = body_field(bodies[bodies.size() - 2]);
  } else {
    out.parent = nothing(Status::absent);
    out.parent.confidence = out.issuer.confidence;
  }
  return out;
}

void mend_issuer(Field& issuer, std::string_view code, std::string_view day) {
  if (!issuer.value || issuer.confidence >= kTrusted) return;
  const auto name = body_near(*issuer.value, code, day);
  if (!name || canonical(*name) == canonical(*issuer.value)) return;
  if (issuer.raw.empty()) issuer.raw = *issuer.value;
  issuer.value = name;
  add_evidence(issuer, "notation", std::string(code), 0.5);
}

std::string body_code(std::string_view notation, Joint joint) {
  const std::vector<std::string> parts = split(notation, '/');
  if (parts.empty()) return {};
  if (joint != Joint::slash) return parts.size() > 1 ? split(parts[1], '-').front() : std::string();
  const std::vector<std::string> groups = split(parts.back(), '-');
  if (groups.size() > 1 && kind_of_code(groups.front(), false) != nullptr) return groups[1];
  return groups.front();
}

namespace {

// Bodies in the text whose initials are the code, `skipped` words of the name not counted
// ("Hội Khuyến học Việt Nam" is KHVN, "Sở Y tế" is SYT), and how often each stands there.
std::map<std::string, int> bodies_by_initials(const std::string& code, const std::string& text,
                                              std::size_t skipped) {
  const std::vector<std::string> words = words_of(text);
  const std::size_t length = to_u32(code).size();
  std::map<std::string, int> names;
  for (std::size_t i = 0; i + length + skipped <= words.size(); ++i) {
    if (i + 1 >= words.size() || !is_capitalised(words[i]) || !is_capitalised(words[i + 1]) ||
        !starts_body(upper(words[i])))
      continue;
    std::string initials;
    for (std::size_t k = 0; k < length; ++k)
      initials += initial(without_stop(words[i + k + skipped]));
    if (initials != code) continue;
    std::vector<std::string> name(
        words.begin() + static_cast<std::ptrdiff_t>(i),
        words.begin() + static_cast<std::ptrdiff_t>(i + length + skipped));
    name.back() = without_stop(name.back());
    ++names[join(name, " ")];
  }
  return names;
}

bool is_committee(const std::string& body) {
  return begins_with(body, "ubnd") || begins_with(body, "uy ban nhan dan");
}

}  // namespace

void look_below_committee(std::string_view code, const std::string& text, IssuerFound& found) {
  const std::string wanted = upper(code);
  if (!found.issuer.value || found.parent.status != Status::absent || to_u32(wanted).size() < 3)
    return;
  if (!is_committee(*found.issuer.value) || wanted.find("UB") != std::string::npos) return;
  const auto names = bodies_by_initials(wanted, text, 0);
  if (names.size() != 1 || names.begin()->second < kOftenNamed) return;
  found.parent = std::move(found.issuer);
  found.issuer = concluded(upper(names.begin()->first), kNamedByCode, "notation", wanted);
}

Field issuer_from_code(std::string_view code, const std::string& text,
                       const std::string& signature) {
  if (to_u32(code).size() < 2) return nothing(Status::missing);
  const std::string wanted = upper(code);
  const std::map<std::string, int> names = bodies_by_initials(wanted, text, 1);
  const auto best = std::max_element(
      names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == names.end()) return nothing(Status::missing);
  const bool signed_so = upper(signature).find(wanted) != std::string::npos;
  Field out = concluded(best->first, signed_so ? 0.85 : 0.6, "notation", std::string(code));
  if (signed_so) add_evidence(out, "signature", wanted, 0.3);
  return out;
}

}  // namespace vanthu::fields
