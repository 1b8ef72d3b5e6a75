// SPDX-License-Identifier: GPL-3.0-or-later
// Doubted numbers and dates weighed again with what the archive holds (series.h). It starts from
// what the file alone said, so that doing it twice says the same as once; what it raises stays
// under kTrusted, so that a conclusion is never taken for a reading, nor for a ground of others.
// What a person typed, and what was read for sure, it leaves. Pure; safe from any thread.
#pragma once
#include <string>

#include "archive/series.h"

namespace vanthu {

inline constexpr double kMostConcluded = 0.89;  // however much the archive says

// Was the archive weighed in already? Its evidence has the sources "series" and "cited_by".
bool reconsidered(const Field& field);

// `dispatch` with number and date as the file alone said; returns them weighed.
struct Concluded {
  Field number, date;
};
Concluded reconsider(const Dispatch& dispatch, const ArchiveKnows& knows);

}  // namespace vanthu
