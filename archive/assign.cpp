// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/assign.h"

#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

// Sets the text where one is given, and adds to `said` what became of it.
void set(std::string& text, const std::optional<std::string>& wanted, const char* name,
         std::vector<std::string>& said) {
  if (!wanted || *wanted == text) return;
  said.push_back(std::string(name) + ": " + (text.empty() ? "(none)" : text) + " -> " +
                 (wanted->empty() ? "(none)" : *wanted));
  text = *wanted;
}

}  // namespace

bool assign(Archive& archive, const std::string& id, const Assignment& what,
            const std::string& by) {
  const DispatchRow row = archive.row(id);
  if (what.own_row && row.attached_to.empty())
    throw Error(Code::usage, "it is no attachment: " + id,
                "a main dispatch stands in the register anyway");
  bool changed = false;
  archive.change_entries(row.sha256, by, [&](std::vector<RegisterEntry>& entries, AuditRow& audit) {
    const RegisterEntry* known = entry_of(entries, id);
    RegisterEntry entry = known ? *known : RegisterEntry();
    std::vector<std::string> said;
    set(entry.receiver, what.receiver, "receiver", said);
    set(entry.passed_on, what.passed_on, "passed_on", said);
    set(entry.note, what.note, "note", said);
    if (what.own_row && *what.own_row != entry.own_row) {
      entry.own_row = *what.own_row;
      said.emplace_back(entry.own_row ? "own row" : "no own row");
    }
    if (said.empty()) return;
    changed = true;
    entry.dispatch = id;
    entry.by = audit.who;
    entry.at = audit.at;
    audit.what = what.own_row ? "detach" : "assign";
    audit.dispatch = id;
    audit.detail = join(said, "; ");
    entry_for(entries, id) = entry;
  });
  return changed;
}

}  // namespace vanthu
