// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk should look at: the fields of a dispatch that are not sure enough to stand alone.
// Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

struct Doubt {
  std::string field;       // contract name: "number" "date" …
  int page = 0;            // 0: nowhere on the paper
  std::vector<Box> boxes;  // raster pixels of that page
  std::string value;       // what was read, empty when nothing
  double confidence = 0;
  Status status = Status::missing;
  std::vector<Candidate> candidates;  // best first
  double urgency =
      0;  // 0..1, higher is worse: no value before low confidence, number and date first
  bool operator==(const Doubt&) const = default;
};

// The doubtful fields of one dispatch, worst first. Looked at: number, date, issuer, type, subject,
// signer, urgent. Doubtful: without a value though the paper should have one, or given with less
// than kTrusted. Never doubtful: absent, or corrected by a person.
std::vector<Doubt> doubts_of(const Dispatch& dispatch);

}  // namespace vanthu
