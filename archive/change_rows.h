// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder. A change of what one file of an object lists: entries of the register,
// links.
#pragma once
#include "archive/archive_state.h"
#include "archive/clock.h"

namespace vanthu {

// Takes the writer's lock. `load` reads the rows as the object has them; a new version with `file`
// and the audit row is written where `change` changed them. Throws what these throw.
template <typename State, typename Rows>
void change_rows(State& state, const std::string& sha256, const std::string& by, const char* file,
                 Rows (State::*load)(const std::string&) const,
                 const std::function<void(Rows&, AuditRow&)>& change) {
  const Lock held = state.lock();
  state.finish_leftovers();
  const Rows old = (state.*load)(sha256);
  Rows changed = old;
  AuditRow audit;
  audit.at = now_utc();
  audit.who = by;
  change(changed, audit);
  if (changed == old) return;
  const std::string json = to_json(changed);
  state.write_version(sha256, {{file, json}}, audit);
}

}  // namespace vanthu
