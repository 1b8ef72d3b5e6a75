// SPDX-License-Identifier: GPL-3.0-or-later
// Small makers of Field values, so that each family says only what it found and how sure it is.
// Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/layout.h"

namespace vanthu::fields {

// A value read from `pieces` (all of one page: the first one's), which are its first evidence.
// `raw` is kept where it differs.
Field found(std::string value, double confidence, const std::vector<Piece>& pieces,
            std::string raw = {});

// Not read from the words for it but concluded; `source` names from what ("notation", "layout" …).
Field concluded(std::string value, double confidence, std::string source, std::string from);

Field nothing(Status status);

void add_evidence(Field& field, std::string source, std::string value, double weight);

// Candidates stand once each, the likeliest first; the field's own value is not repeated.
void add_candidate(Field& field, std::string value, double confidence);

}  // namespace vanthu::fields
