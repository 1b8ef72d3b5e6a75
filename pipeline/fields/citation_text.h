// SPDX-License-Identifier: GPL-3.0-or-later
// The text in which citations are looked for, and what is asked of it from either grammar: codes
// (citations.cpp) and laws by name (citation_laws.cpp). Private to this folder. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fields/citations.h"

namespace vanthu::fields {

inline constexpr std::size_t kVerbReach =
    90;  // characters before the type in which its verb is looked for

struct CitationText {
  std::u32string_view text;
  std::u32string key;  // same length, folded, line feeds as blanks
};
CitationText citation_text(std::u32string_view text);

std::size_t back_over_blanks(const CitationText& t, std::size_t at);
bool word_boundary(const CitationText& t, std::size_t at);

// Does `word` (folded, one blank between its parts) end at `to`? Its start, else npos.
std::size_t ends_with(const CitationText& t, std::size_t to, std::u32string_view word);

// The relation that the nearest verb before `at` says; empty: none. Not looked for before `since`,
// the end of the citation before.
std::string relation_before(const CitationText& t, std::size_t at, std::size_t since);

// "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;": laws, ordinances and the
// constitution that are cited by name alone, as the rule has it (DOMAIN 9.1). Only where the name
// is known (`number` too, where the day or year says which), a day or year follows it, or Căn cứ
// stands before it and a semicolon behind.
std::vector<CitationSpan> find_laws(const CitationText& t);

}  // namespace vanthu::fields
