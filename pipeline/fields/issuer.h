// SPDX-License-Identifier: GPL-3.0-or-later
// Who issues: the left head, one to five lines. `ỦY BAN NHÂN DÂN` over `TỈNH …` is one body without
// a parent; else the last body named is the issuer and the one above it its parent. Without a head
// the notation's body code may be spelt out by a name in the text. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"
#include "pipeline/fields/number_row.h"

namespace vanthu::fields {

struct IssuerFound {
  Field issuer, parent;
};
IssuerFound read_issuer(const Head& head);

// A doubted issuer whose misread name is that of the one body with the notation's code at that time
// is that body; what was read stays as raw, and the value stays doubted.
void mend_issuer(Field& issuer, std::string_view code, std::string_view day);

// The group of a notation that names the body: the second where the first is a kind's code.
std::string body_code(std::string_view notation, Joint joint);

// A name in `text` whose initials are `code`, led by the word for its kind of body ("Hội Khuyến học
// Việt Nam" for KHVN); the most frequent one, nothing when none is there. `signature`: words of the
// signature block, which raise confidence when they hold the code.
// The line under `UBND TỈNH …` was lost to the engine: the notation names another body than the
// committee, and the text names it by the same initials, more than once. The committee is its
// parent.
void look_below_committee(std::string_view code, const std::string& text, IssuerFound& found);

Field issuer_from_code(std::string_view code, const std::string& text,
                       const std::string& signature);

}  // namespace vanthu::fields
