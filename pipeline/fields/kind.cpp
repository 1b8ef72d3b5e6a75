// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/kind.h"

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {

const Kind* kind_of_notation(std::string_view notation, Joint joint, std::string_view day) {
  const std::vector<std::string> parts = split(notation, '/');
  if (parts.empty()) return nullptr;
  const std::string& codes = joint == Joint::slash ? parts.back() : parts.front();
  return kind_of_code(split(codes, '-').front(), joint == Joint::dash, day);
}

Field read_kind(const std::optional<Title>& title, const KindHints& hints) {
  const std::string_view notation = hints.notation;
  const Kind* coded = kind_of_notation(notation, hints.joint, hints.day);
  if (title) {
    const bool agrees = coded != nullptr && coded->name == title->kind;
    const double doubt = notation.empty() ? 0.92 : coded == nullptr ? 0.9 : 0.8;
    Field out = found(title->kind, agrees ? 0.99 : doubt, {title->row}, title->printed);
    if (coded != nullptr)
      add_evidence(out, "notation", std::string(coded->code), agrees ? 0.5 : -0.3);
    if (coded != nullptr && !agrees) add_candidate(out, std::string(coded->name), 0.15);
    return out;
  }
  if (coded != nullptr)
    return concluded(std::string(coded->name), 0.88, "notation", std::string(coded->code));
  if (hints.joint == Joint::dash && notation.rfind("QĐ", 0) == 0) {
    Field out = nothing(Status::missing);
    add_candidate(out, "QUYẾT ĐỊNH", 0.5);
    add_candidate(out, "QUY ĐỊNH", 0.4);
    return out;
  }
  const double sure = (notation.empty() ? 0.6 : 0.85) + (hints.with_subject ? 0.1 : 0);
  return concluded("CÔNG VĂN", sure, "layout", hints.with_subject ? "V/v" : "");
}

}  // namespace vanthu::fields
