// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/labels.h"

#include <array>

#include "cli/messages.h"
#include "cli/nearest.h"
#include "cli/terminal.h"
#include "index/fields.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Label {
  std::string_view name;
  M label;
};

constexpr std::array<Label, 17> kFields{{
    {"rule_set", M::field_rule_set},
    {"number", M::field_number},
    {"date", M::field_date},
    {"place", M::field_place},
    {"issuer", M::field_issuer},
    {"parent", M::field_parent},
    {"type", M::field_type},
    {"subject", M::field_subject},
    {"archive_line", M::field_archive_line},
    {"drafting_unit", M::field_drafting_unit},
    {"drafter", M::field_drafter},
    {"due", M::field_due},
    {"signer", M::field_signer},
    {"signer_title", M::field_signer_title},
    {"urgent", M::field_urgent},
    {"secret", M::field_secret},
    {"circulation", M::field_circulation},
}};

constexpr std::array<Label, 5> kRoles{{
    {"main", M::role_main},
    {"annex", M::role_annex},
    {"blank", M::role_blank},
    {"copy_slip", M::role_copy_slip},
    {"cover", M::role_cover},
}};

template <std::size_t N>
std::string label_in(const std::array<Label, N>& labels, std::string_view name) {
  for (const Label& one : labels)
    if (one.name == name) return text(one.label);
  return std::string(name);
}

}  // namespace

std::string field_label(std::string_view field) { return label_in(kFields, field); }
std::string role_label(std::string_view role) { return label_in(kRoles, role); }

std::string status_label(Status status) {
  switch (status) {
    case Status::read:
      return text(M::status_read);
    case Status::handwritten:
      return text(M::status_handwritten);
    case Status::inferred:
      return text(M::status_inferred);
    case Status::absent:
      return text(M::status_absent);
    case Status::missing:
      return text(M::status_missing);
    case Status::unreadable:
      return text(M::status_unreadable);
    case Status::corrected:
      return text(M::status_corrected);
  }
  return {};
}

std::string access_label(Access access) {
  switch (access) {
    case Access::open:
      return text(M::access_open);
    case Access::unit:
      return text(M::access_unit);
    case Access::named:
      return text(M::access_named);
  }
  return {};
}

std::string shelf_label(std::string_view key) {
  constexpr M kLabels[] = {M::shelf_fonds,  M::shelf_inventory, M::shelf_box,
                           M::shelf_folder, M::shelf_sheets,    M::shelf_retention};
  static_assert(std::size(kLabels) == std::size(kShelfKeys));
  for (std::size_t n = 0; n < std::size(kShelfKeys); ++n)
    if (key == kShelfKeys[n]) return text(kLabels[n]);
  return std::string(key);
}

std::string outcome_label(Outcome outcome) {
  switch (outcome) {
    case Outcome::imported:
      return text(M::outcome_imported);
    case Outcome::same_dispatch:
      return text(M::outcome_same_dispatch);
    case Outcome::duplicate:
      return text(M::outcome_duplicate);
    case Outcome::failed:
      return text(M::outcome_failed);
    case Outcome::refused:
      return text(M::outcome_refused);
    case Outcome::opened:
      return text(M::outcome_opened);
  }
  return {};
}

std::string field_named(const std::string& typed) {
  std::vector<std::string> names;
  for (const NamedField& field : named_fields()) {
    names.emplace_back(field.name);
    if (typed == field.name || fold(typed) == fold(field_label(field.name))) return field.name;
  }
  if (const SearchField* field = find_search_field(typed))
    if (std::ranges::find(names, field->key) != names.end()) return std::string(field->key);
  throw Error(Code::usage, say(M::err_no_field, safe(typed)),
              did_you_mean(typed, names, M::hint_fields) + ' ' +
                  say(M::hint_field_names, join(names, ", ")));
}

}  // namespace vanthu::cli
