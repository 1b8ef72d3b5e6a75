// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers are known to say: kinds and their codes, provinces, bodies, titles, family names
// (vocabulary/*.tsv, over them a clerk's own: vocabulary_use.h). Open lists: a word that is not in
// them is never refused, one that is raises confidence and lends its marks to a word that lost
// them, where it is the only one that could. `day`: what was in force then ("2019", "2019-09" or a
// whole date); empty: ever. Pure but for the vocabulary in use; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fields/vocabulary_tables.h"

namespace vanthu::fields {

const std::vector<Kind>& kinds();

// The kind of a notation's first group: exact with case and Đ first, then a folded code that only
// one kind has ("QD", never "HD"). For Party notations QĐ is two kinds: none is given.
const Kind* kind_of_code(std::string_view code, bool party, std::string_view day = {});

// Titles as printed, the longest first.
const std::vector<PrintedKind>& printed_kinds();

// "Kien Giang" -> "Kiên Giang": the unit whose letters these are (marks off, tỉnh and thành phố set
// aside), with its marks; nullopt when there is none, or none at that time.
std::optional<std::string> province(std::string_view name, std::string_view day = {});

// The unit a province is part of on that day: "Ninh Thuận" was its own until 2025-06-30, then
// "Khánh Hòa". nullopt: no province known.
std::optional<std::string> province_now(std::string_view name, std::string_view day);

// "Phan Thiet" -> "Phan Thiết": the one unit of the second level with these letters.
std::optional<std::string> district(std::string_view name);

// Bodies with that code at that time: "SVHTT" is Sở Văn hóa - Thông tin until 2007.
std::vector<const CodedBody*> bodies_of_code(std::string_view code, std::string_view day = {});

// Any code of the vocabularies: a kind's, a body's, a unit's.
bool is_code(std::string_view group);

// Is it the code of that body, by the vocabulary or as the initials of its name? "SYT" of "SỞ Y
// TẾ".
bool is_code_of(std::string_view code, std::string_view body);

// A group of a notation with the strokes its letters lost: "SGDDT" -> "SGDĐT", where one code alone
// has these letters; "HD" stays, since it is one itself.
std::string code_with_strokes(std::string_view group);

// Every group of it: "15/QD-UBND" -> "15/QĐ-UBND".
std::string notation_with_strokes(std::string_view notation);

// The one body of that code at that time which the misread `line` can be: as many words, those that
// differ no words of other names and less than half wrong ("SỞ GIÁO DUCC VÀ ĐÀ0 TẠO", SGDĐT).
std::optional<std::string> body_near(std::string_view line, std::string_view code,
                                     std::string_view day = {});

// Does a body's name start here? "SỞ Y TẾ", "UBND TỈNH …" do, "TỈNH …", "CÔNG NGHIỆP …" do not.
bool starts_body(std::string_view line);

// Folded kinds as citations name them, the longest first, and the kind each is; "văn bản" is none.
const std::vector<std::pair<std::u32string, std::string>>& cited_kinds();

// Folded names of those whom papers are cited to be of, and the offices that may stand before one
// ("bo truong "): closed lists, since a free capture would run on into the sentence.
const std::vector<std::u32string>& cited_offices();
const std::vector<std::u32string>& cited_issuers();

// Folded names of laws, the longest first, and the law each is.
const std::vector<std::pair<std::u32string, const Law*>>& known_laws();

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
