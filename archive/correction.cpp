// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/correction.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <set>
#include <string_view>

#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kSameDispatch = 0.5;  // share of pages in common: more than half is the same paper

// True when each 'd' of `form` is a digit in `value` and everything else is itself.
bool has_form(const std::string& value, std::string_view form) {
  return std::equal(value.begin(), value.end(), form.begin(), form.end(),
                    [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; });
}

// "2019-09-09", "2019-09" or "--09-09", and a day that the month has; 29 February without a year
// may be.
bool is_date(const std::string& value) {
  std::string whole = value;
  if (has_form(value, "dddd-dd")) whole += "-01";
  if (has_form(value, "--dd-dd")) whole = "2000" + value.substr(1);
  if (!has_form(whole, "dddd-dd-dd")) return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::stoi(whole.substr(at, size));
  };
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(number(8, 2))))
      .ok();
}

// The value as the reading's contract writes it.
std::string proper(const std::string& field, const std::string& typed) {
  std::string value = tidy(typed);
  if (field == "number") std::erase(value, ' ');
  if (field == "type") value = upper(value);
  if ((field == "date" || field == "due") && !value.empty() && !is_date(value))
    throw Error(Code::usage, "not a date: " + value, "write 2019-09-09, 2019-09 or --09-09");
  if (field == "secret" && !value.empty())
    throw Error(Code::secret, "a paper with a secrecy mark may not be kept in this archive",
                "take it out and handle it by the rules for secret papers");
  return value;
}

// What the machine had said stays beside what the person says.
void remember_machine(Field& field) {
  if (field.corrected || !field.value) return;
  field.candidates.insert(field.candidates.begin(), {*field.value, field.confidence});
  const bool as_read = field.status == Status::read || field.status == Status::handwritten;
  if (as_read && field.raw.empty()) field.raw = *field.value;
}

void set_by_person(Field& field, const std::string& value, const Correction& who) {
  remember_machine(field);
  field.value = value.empty() ? std::nullopt : std::optional<std::string>(value);
  field.confidence = 1;
  field.status = Status::corrected;
  field.evidence.push_back({"person", value, 1});
  field.corrected = who;
}

// `signers` says the same as signer and signer_title, in detail.
void keep_signers_in_step(Dispatch& dispatch, const Field& before, const Field& after, bool title) {
  for (Signer& signer : dispatch.signers) {
    Field& field = title ? signer.title : signer.name;
    if (field.value == before.value) field = after;
  }
}

Dispatch& dispatch_in(Reading& reading, const std::string& id) {
  for (Dispatch& dispatch : reading.dispatches)
    if (dispatch.id == id) return dispatch;
  throw Error(Code::not_found, "no dispatch " + id);
}

double pages_shared(const Dispatch& a, const Dispatch& b) {
  std::set<int> both, either(a.pages.begin(), a.pages.end());
  for (const int page : b.pages)
    if (!either.insert(page).second) both.insert(page);
  return either.empty() ? 0 : static_cast<double>(both.size()) / static_cast<double>(either.size());
}

// The best match not yet taken; nullptr when none shares enough.
const Dispatch* match_of(const Dispatch& fresh, const Reading& old,
                         const std::set<const Dispatch*>& taken) {
  const Dispatch* best = nullptr;
  double most = 0;
  for (const Dispatch& dispatch : old.dispatches) {
    const double shared = pages_shared(fresh, dispatch);
    if (shared > most && shared >= kSameDispatch && !taken.contains(&dispatch)) {
      best = &dispatch;
      most = shared;
    }
  }
  return best;
}

bool any_corrected(Dispatch dispatch) {
  return std::any_of(named_fields().begin(), named_fields().end(),
                     [&](const NamedField& named) { return (dispatch.*named.field).corrected; });
}

void put_back_corrections(const Dispatch& old, Dispatch& fresh) {
  for (const NamedField& named : named_fields()) {
    const Field& kept = old.*named.field;
    if (!kept.corrected) continue;
    Field& field = fresh.*named.field;
    const Field before = field;
    field = kept;
    const Evidence machine{"machine", before.value.value_or(""), before.confidence};
    const auto& known = field.evidence;
    if (before.value && before.value != kept.value &&
        std::find(known.begin(), known.end(), machine) == known.end())
      field.evidence.push_back(machine);
    const std::string name = named.name;
    if (name == "signer" || name == "signer_title")
      keep_signers_in_step(fresh, before, field, name == "signer_title");
  }
}

void rename_ids(Reading& reading, const std::map<std::string, std::string>& names) {
  const auto rename = [&](std::optional<std::string>& id) {
    if (id && names.contains(*id)) id = names.at(*id);
  };
  for (Dispatch& dispatch : reading.dispatches) {
    rename(dispatch.attached_to);
    for (Citation& citation : dispatch.cites) rename(citation.resolved);
  }
}

// Dispatches people worked on that the fresh reading no longer sees.
void keep_orphans(const Reading& old, const std::set<const Dispatch*>& taken,
                  const std::set<std::string>& booked, Reading& fresh) {
  for (const Dispatch& dispatch : old.dispatches)
    if (!taken.contains(&dispatch) && (any_corrected(dispatch) || booked.contains(dispatch.id)))
      fresh.dispatches.push_back(dispatch);
  std::stable_sort(
      fresh.dispatches.begin(), fresh.dispatches.end(), [](const Dispatch& a, const Dispatch& b) {
        return !a.pages.empty() && !b.pages.empty() && a.pages.front() < b.pages.front();
      });
}

}  // namespace

void apply_correction(Reading& reading, const std::string& id, const std::string& field,
                      const std::string& value, const Correction& who) {
  Dispatch& dispatch = dispatch_in(reading, id);
  Field* target = find_field(dispatch, field);
  if (!target)
    throw Error(Code::usage, "no field named " + field,
                "one of: number date issuer type subject signer …");
  const Field before = *target;
  set_by_person(*target, proper(field, value), who);
  if (field == "signer" || field == "signer_title")
    keep_signers_in_step(dispatch, before, *target, field == "signer_title");
}

Reading merge_corrections(const Reading& old, Reading fresh, int next_number,
                          const std::set<std::string>& booked) {
  const std::string stem = fresh.sha256.substr(0, 12) + ".";
  std::set<const Dispatch*> taken;
  std::map<std::string, std::string> names;
  for (Dispatch& dispatch : fresh.dispatches) {
    const Dispatch* same = match_of(dispatch, old, taken);
    const std::string id = same ? same->id : stem + std::to_string(next_number++);
    names[dispatch.id] = id;
    dispatch.id = id;
    if (!same) continue;
    taken.insert(same);
    put_back_corrections(*same, dispatch);
  }
  rename_ids(fresh, names);
  keep_orphans(old, taken, booked, fresh);
  return fresh;
}

int number_of_id(const std::string& id) {
  int number = 0;
  const std::size_t dot = id.rfind('.');
  if (dot != std::string::npos) std::from_chars(id.data() + dot + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace vanthu
