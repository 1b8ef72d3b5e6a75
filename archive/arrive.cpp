// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/arrive.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "archive/clock.h"
#include "archive/correction.h"
#include "archive/digest.h"
#include "archive/link.h"
#include "archive/register.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

// Of each dispatch the stamp that is ours.
std::vector<StampRow> ours(const std::vector<StampRow>& stamps, const std::string& agency) {
  std::map<std::string, std::vector<StampRow>> by_dispatch;
  for (const StampRow& stamp : stamps) by_dispatch[stamp.dispatch].push_back(stamp);
  std::vector<StampRow> out;
  for (const auto& [dispatch, rows] : by_dispatch)
    for (const StampRow& row : rows)
      if (agency.empty() || names_us(row.receiver, agency)) {
        out.push_back(row);
        break;
      }
  return out;
}

HeldNumber held_by(const StampRow& stamp) {
  return {stamp.number,
          arrival_day(stamp.day, stamp.imported_at),
          stamp.dispatch,
          stamp.sha256,
          stamp.confidence,
          true,
          false};
}

std::optional<HeldNumber> stamped(const Archive& archive, const std::string& id,
                                  const std::string& agency) {
  for (const StampRow& stamp : ours(archive.stamps_of(archive.row(id).sha256), agency))
    if (stamp.dispatch == id && stamp.number > 0) return held_by(stamp);
  return std::nullopt;
}

std::string day_or(const std::string& day, const std::string& otherwise) {
  return !day.empty() ? day : !otherwise.empty() ? otherwise : today();
}

void check_open(const Archive& archive, int number, const std::string& year) {
  for (const auto& [sha256, entry] : archive.entries_in(year))
    if (!entry.volume.empty() && number >= entry.number && number <= entry.last)
      throw NumberClosed(number, year, entry.volume);
}

// Fills in the number and says of whom it comes after; `id` may bear it already.
Arrived next_number(const Archive& archive, const std::string& id, const std::string& day,
                    const ArriveAsk& ask) {
  const std::string year = year_of(day);
  const std::vector<HeldNumber> held = held_numbers(archive, year, ask.agency);
  Arrived out{id, ask.number, day, false, 1, {}};
  if (ask.number == 0) {
    out.number = held.empty() ? 1 : held.back().number + 1;
    check_open(archive, out.number, year);
    if (!held.empty() && held.back().confidence < kTrusted) out.doubtful = held.back().dispatch;
    return out;
  }
  const auto taken_over = id.empty() ? std::nullopt : number_to_take_over(archive, id);
  const auto takes_over = [&](const HeldNumber& other) {
    return taken_over && taken_over->dispatch == other.dispatch;
  };
  for (const HeldNumber& other : held)
    if (other.number == ask.number && !takes_over(other) &&
        (other.cancelled || other.dispatch != id || id.empty()))
      throw NumberTaken(ask.number, year, other.dispatch);
  const auto is_it = [&](const HeldNumber& h) { return h.number == ask.number; };
  if (std::ranges::none_of(held, is_it)) check_open(archive, ask.number, year);
  return out;
}

std::string number_text(const RegisterEntry& entry) {
  return std::to_string(entry.number) + "/" + year_of(entry.day);
}

std::string original_of(const char* kind, const RegisterEntry& entry, const TypedValues& fields) {
  Json json = {{"schema", 1}, {"kind", kind}, {"number", entry.number}, {"day", entry.day}};
  for (const auto& [name, value] : fields) json["fields"][name] = value;
  if (!entry.cancelled.empty()) json["cancelled"] = entry.cancelled;
  json["by"] = entry.by;
  json["at"] = entry.at;
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Reading typed_reading(const std::string& name, const std::string& sha256) {
  Reading reading;
  reading.made_by = {"", "none", "{}"};
  reading.file = name;
  reading.sha256 = sha256;
  return reading;
}

Dispatch typed_dispatch(Reading& reading, const TypedValues& fields, const Correction& who) {
  Dispatch& dispatch = reading.dispatches.emplace_back();
  dispatch.id = reading.sha256.substr(0, 12) + ".1";
  dispatch.secret.status = Status::absent;
  dispatch.secret.confidence = kTrusted;
  for (const auto& [name, value] : fields) apply_correction(reading, dispatch.id, name, value, who);
  return dispatch;
}

TypedDocument document_of(const char* kind, RegisterEntry entry, const TypedValues& fields) {
  TypedDocument out;
  out.name = "so-den-" + std::to_string(entry.number) + "-" + year_of(entry.day) + ".json";
  out.bytes = original_of(kind, entry, fields);
  out.reading = typed_reading(out.name, sha256_hex(out.bytes));
  if (!fields.empty())
    entry.dispatch = typed_dispatch(out.reading, fields, {entry.by, entry.at}).id;
  out.entries = {std::move(entry)};
  return out;
}

// What was set for the paper that it replaces holds for it too.
void take_over(RegisterEntry& entry, const RegisterEntry& before) {
  for (auto text : {&RegisterEntry::receiver, &RegisterEntry::passed_on, &RegisterEntry::note})
    if ((entry.*text).empty()) entry.*text = before.*text;
}

// A number in the middle of the book belongs to the days of its neighbours.
std::string day_beside(const std::vector<HeldNumber>& held, int number, const std::string& year) {
  std::string day;
  for (const HeldNumber& other : held)
    if (day.empty() || other.number < number) day = other.day;
  const std::string now = today();
  return !day.empty() ? day : year_of(now) == year ? now : year + "-12-31";
}

}  // namespace

std::vector<HeldNumber> held_numbers(const Archive& archive, const std::string& year,
                                     const std::string& agency) {
  std::vector<HeldNumber> out;
  for (const auto& [sha256, entry] : archive.entries_in(year))
    if (entry.number > 0 && entry.volume.empty())
      out.push_back(
          {entry.number, entry.day, entry.dispatch, sha256, 1, false, !entry.cancelled.empty()});
  for (const StampRow& stamp : ours(archive.stamps_in(year), agency))
    if (const HeldNumber held = held_by(stamp); held.number > 0 && year_of(held.day) == year)
      out.push_back(held);
  std::ranges::stable_sort(out, {}, &HeldNumber::number);
  return out;
}

Arrived arrive(Archive& archive, const std::string& id, const ArriveAsk& ask) {
  Arrived out;
  archive.change_entries(
      archive.row(id).sha256, ask.by, [&](std::vector<RegisterEntry>& entries, AuditRow& audit) {
        const RegisterEntry* known = entry_of(entries, id);
        const auto stamp = stamped(archive, id, ask.agency);
        const bool given = known && known->number > 0;
        const auto before = given || stamp ? std::nullopt : number_to_take_over(archive, id);
        if (ask.number == 0 && ask.day.empty() && (given || stamp)) {
          out = given ? Arrived{id, known->number, known->day, true, 1, {}}
                      : Arrived{id, stamp->number, stamp->day, true, stamp->confidence, {}};
          return;
        }
        ArriveAsk wanted = ask;  // another day alone leaves the number, within its year
        const std::string before_day = given    ? known->day
                                       : stamp  ? stamp->day
                                       : before ? before->day
                                                : "";
        const std::string day = day_or(ask.day, before_day);
        if (ask.number == 0 && year_of(day) == year_of(before_day))
          wanted.number = given ? known->number : stamp ? stamp->number : before->number;
        out = next_number(archive, id, day, wanted);
        RegisterEntry& entry = entry_for(entries, id);
        out.had = entry.number == out.number && entry.day == day;
        if (out.had) return;
        if (given && (out.number != entry.number || year_of(day) != year_of(entry.day)))
          check_open(archive, entry.number, year_of(entry.day));
        audit.detail = (given ? number_text(entry) + " -> " : "");
        if (before && before->number == out.number) take_over(entry, *before);
        entry.number = out.number;
        entry.day = day;
        entry.own_row = entry.own_row || !archive.row(id).attached_to.empty();
        entry.by = audit.who;
        entry.at = audit.at;
        audit.what = "arrive";
        audit.dispatch = id;
        audit.detail += number_text(entry);
      });
  return out;
}

Arrived enter_row(Archive& archive, const TypedValues& fields, const ArriveAsk& ask) {
  Arrived out;
  const std::string sha256 = archive.keep_typed(ask.by, [&](AuditRow& audit) {
    out = next_number(archive, {}, day_or(ask.day, {}), ask);
    RegisterEntry entry;
    entry.number = out.number;
    entry.day = out.day;
    entry.by = audit.who;
    entry.at = audit.at;
    audit.what = "arrive";
    audit.detail = number_text(entry);
    TypedDocument made = document_of("row", entry, fields);
    audit.dispatch = made.entries[0].dispatch;
    return made;
  });
  out.id = sha256.substr(0, 12) + ".1";
  return out;
}

Arrived cancel_number(Archive& archive, int number, const std::string& year,
                      const std::string& reason, const ArriveAsk& ask) {
  const std::vector<HeldNumber> held = held_numbers(archive, year, ask.agency);
  if (number > (held.empty() ? 1 : held.back().number + 1))
    throw NumberAhead(held.empty() ? 0 : held.back().number);
  Arrived out{{}, number, day_or(ask.day, day_beside(held, number, year)), false, 1, {}};
  const auto strike = [&](RegisterEntry& entry, AuditRow& audit) {
    entry.cancelled = reason;
    entry.by = audit.who;
    entry.at = audit.at;
    audit.what = "cancel_number";
    audit.dispatch = entry.dispatch;
    audit.detail = number_text(entry) + ": " + reason;
  };
  for (const HeldNumber& holder : held) {
    if (holder.number != number) continue;
    out.day = holder.day;
    out.id = holder.dispatch;
    out.had = holder.cancelled;
    if (holder.cancelled) return out;
    if (holder.stamped) throw NumberTaken(number, year, holder.dispatch);
    archive.change_entries(
        holder.sha256, ask.by, [&](std::vector<RegisterEntry>& entries, AuditRow& audit) {
          check_open(archive, number, year);
          for (RegisterEntry& entry : entries)
            if (entry.number == number && year_of(entry.day) == year && entry.cancelled.empty())
              return strike(entry, audit);
          throw Error(Code::busy, "the number changed hands just now", "run it again");
        });
    return out;
  }
  archive.keep_typed(ask.by, [&](AuditRow& audit) {
    ArriveAsk wanted = ask;
    wanted.number = number;
    next_number(archive, {}, out.day, wanted);  // nobody took it meanwhile
    RegisterEntry entry;
    entry.number = number;
    entry.day = out.day;
    strike(entry, audit);
    return document_of("cancelled_number", entry, {});
  });
  return out;
}

}  // namespace vanthu
