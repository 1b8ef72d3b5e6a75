// SPDX-License-Identifier: GPL-3.0-or-later
// What the book of incoming dispatches says beside the papers: the arrival number (Số đến) that was
// given or typed, where a paper went, numbers that were cancelled. Kept as register.json in the
// object of the paper, so that the book can be made again from the archive alone. Pure; any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct RegisterEntry {
  std::string dispatch;  // its id; empty: a number without a paper
  int number = 0;        // 0: what our own arrival stamp says counts
  std::string day;       // of arrival, ISO; its year is the number's; empty: as the stamp says
  std::string receiver, passed_on, note;  // who got it; on what day, ISO; remarks
  bool own_row = false;                   // an attachment that stands in the book by itself
  std::string cancelled;                  // why the number is void; empty: it is not
  int last = 0;                           // of a closed book: `number` is its first, this its last
  std::string volume;                     // quyển số of a closed book; empty: it is none
  std::string by, at;                     // who changed it last, and when
  std::string purged;  // in a tombstone: purged_key() of the document that was taken out
  bool operator==(const RegisterEntry&) const = default;
};

std::string to_json(const std::vector<RegisterEntry>& entries);
std::vector<RegisterEntry> entries_from_json(std::string_view json);  // throws Error{corrupt}

// The entry of a dispatch that counts, and not one that was cancelled; nullptr when there is none.
const RegisterEntry* entry_of(const std::vector<RegisterEntry>& entries, std::string_view dispatch);
// The same, made where there is none.
RegisterEntry& entry_for(std::vector<RegisterEntry>& entries, const std::string& dispatch);

inline std::string year_of(const std::string& day) { return day.substr(0, 4); }

}  // namespace vanthu
