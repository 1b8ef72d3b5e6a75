// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers are known to say: kinds and their codes, provinces, bodies, titles, family names.
// Open lists: a word that is not in them is never refused, one that is raises confidence and lends
// its marks to a word that lost them. Sources: DOMAIN 2, 3, 4, 5. Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::fields {

struct Kind {
  std::string_view name;  // "KẾ HOẠCH"
  std::string_view code;  // "KH"; empty: it has none
  bool state = true, party = false;
};

const std::vector<Kind>& kinds();

// The kind of a notation's first group: exact with case and Đ first, then a folded code that only
// one kind has ("QD", never "HD"). For Party notations QĐ is two kinds: none is given.
const Kind* kind_of_code(std::string_view code, bool party);

struct PrintedKind {
  std::string_view printed;  // as it may stand on paper: "MỜI HỌP"
  std::string_view name;     // the kind: "GIẤY MỜI"
};
// Titles as printed, the longest first.
const std::vector<PrintedKind>& printed_kinds();

// "Kien Giang" -> "Kiên Giang": the unit whose letters these are (marks off, tỉnh and thành phố set
// aside), with its marks; nullopt when there is none.
std::optional<std::string> province(std::string_view name);

// Does a body's name start here? "SỞ Y TẾ", "UBND TỈNH …" do, "TỈNH …", "CÔNG NGHIỆP …" do not.
bool starts_body(std::string_view line);

bool is_family_name(std::string_view syllable);

// The one family name a misread syllable can be ("guyến" -> "Nguyễn", "Nguyên" -> "Nguyễn"):
// nearer than any other by two letters or marks; nullopt when two are as near, or none is.
std::optional<std::string> family_name_near(std::string_view syllable);

// Words of known phrases get back the marks they lost ("SỞ Y TE" -> "SỞ Y TẾ"); tone placement,
// case and every other word stay. `known` (0..1), where given: the share of words that known
// phrases cover.
std::string restore_marks(std::string_view text, double* known = nullptr);

// The title of a signer nearest to the line, with its authority mark ("KTGIAM DOC" -> "KT. GIÁM
// ĐỐC"); nullopt when none is within one letter in eight.
std::optional<std::string> signer_title(std::string_view line);

}  // namespace vanthu::fields
