// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk's own vocabularies: the *.tsv files of one folder, named as the program's own
// (docs/fields.md). Looked at before any scan is, so that a mistake in one stops the batch and not
// each of its files. One thread.
#pragma once
#include <string>

#include "pipeline/fields/vocabulary_rows.h"

namespace vanthu::cli {

// Throws Error{config}: no such folder, a file nobody knows, a row that does not fit.
fields::VocabularyFiles load_vocabularies(const std::string& folder);

}  // namespace vanthu::cli
