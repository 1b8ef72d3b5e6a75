// SPDX-License-Identifier: GPL-3.0-or-later
// What people say about a reading, and how it outlives every later machine reading.
// Pure; safe from any thread.
#pragma once
#include <set>
#include <string>

#include "pipeline/dispatch.h"

namespace vanthu {

// Sets the single-valued `field` of dispatch `id` to `value` (empty: the paper has none), status
// corrected, confidence 1; what the machine had said stays in evidence and candidates.
// Throws Error: not_found (no such dispatch), usage (no such field, or a value that cannot be one),
// secret (`secret` can be emptied but not set: such a paper may not be kept).
void apply_correction(Reading& reading, const std::string& id, const std::string& field,
                      const std::string& value, const Correction& who);

// `fresh`, with every field a person corrected in `old` put back. Dispatches are the same when they
// share most pages, and keep their id; a new one is given `next_number` and on, so that no number
// is ever used again for this file. What a person corrected, or what stands in the book or is
// linked (`booked`), is kept even if its dispatch is gone from `fresh`: that dispatch is then kept
// whole.
Reading merge_corrections(const Reading& old, Reading fresh, int next_number,
                          const std::set<std::string>& booked = {});

int number_of_id(const std::string& id);  // "1f3a9c07b2de.2" -> 2; 0 when it has none

}  // namespace vanthu
