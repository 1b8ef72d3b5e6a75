// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/make_field.h"

#include <algorithm>

namespace vanthu::fields {

Field found(std::string value, double confidence, const std::vector<Piece>& pieces,
            std::string raw) {
  Field out;
  out.raw = raw == value ? std::string() : std::move(raw);
  out.value = std::move(value);
  out.confidence = std::clamp(confidence, 0.0, 1.0);
  out.status = Status::read;
  if (!pieces.empty()) out.page = pieces.front().page;
  for (const Piece& piece : pieces)
    if (piece.page == out.page) out.boxes.push_back(piece.box);
  const bool stamped = !pieces.empty() && pieces.front().region == Region::stamp;
  add_evidence(out, stamped ? "stamp" : "print", out.raw.empty() ? *out.value : out.raw,
               out.confidence);
  return out;
}

Field concluded(std::string value, double confidence, std::string source, std::string from) {
  Field out;
  out.value = std::move(value);
  out.confidence = std::clamp(confidence, 0.0, 1.0);
  out.status = Status::inferred;
  add_evidence(out, std::move(source), std::move(from), out.confidence);
  return out;
}

Field nothing(Status status) {
  Field out;
  out.status = status;
  return out;
}

void add_evidence(Field& field, std::string source, std::string value, double weight) {
  field.evidence.push_back({std::move(source), std::move(value), weight});
}

void add_candidate(Field& field, std::string value, double confidence) {
  if (field.value == value) return;
  for (Candidate& known : field.candidates)
    if (known.value == value) {
      known.confidence = std::max(known.confidence, confidence);
      return;
    }
  field.candidates.push_back({std::move(value), std::clamp(confidence, 0.0, 1.0)});
  std::stable_sort(
      field.candidates.begin(), field.candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.confidence > b.confidence; });
}

}  // namespace vanthu::fields
