// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/reconsider_run.h"

#include <algorithm>
#include <map>

#include "archive/reconsider.h"
#include "pipeline/reading_json.h"

namespace vanthu {
namespace {

const Dispatch* dispatch_in(const Reading& reading, const std::string& id) {
  for (const Dispatch& one : reading.dispatches)
    if (one.id == id) return &one;
  return nullptr;
}

// The field as the file alone said: of the newest version into which the archive was not weighed.
void take_back(const Archive& archive, Dispatch& dispatch, Field Dispatch::*field) {
  if ((dispatch.*field).corrected || !reconsidered(dispatch.*field)) return;
  for (int version = archive.document(dispatch.id).version - 1; version > 0; --version) {
    const Reading old = archive.reading(dispatch.id, version);
    const Dispatch* then = dispatch_in(old, dispatch.id);
    if (then == nullptr || reconsidered(then->*field)) continue;
    dispatch.*field = then->*field;
    return;
  }
}

Dispatch by_file_alone(const Archive& archive, Dispatch dispatch) {
  take_back(archive, dispatch, &Dispatch::number);
  take_back(archive, dispatch, &Dispatch::date);
  return dispatch;
}

bool doubted(const Dispatch& dispatch) {
  const auto doubt = [](const Field& field) {
    return !is_known(field) && !field.corrected && field.status != Status::absent;
  };
  return doubt(dispatch.number) || doubt(dispatch.date);
}

class Pass {
 public:
  Pass(Archive& archive, const std::string& by, const ReconsiderOptions& options)
      : archive_(archive),
        by_(by),
        options_(options),
        all_(2 * static_cast<std::size_t>(archive.counts().documents)) {}

  Reconsidered run() {
    out_.faults = each([&](const Reading& reading) { ask(reading); });
    each([&](const Reading& reading) {
      for (const Dispatch& one : reading.dispatches) remember(one, asked_, knows_);
    });
    for (const auto& [sha256, dispatches] : doubted_) settle(sha256, dispatches);
    return out_;
  }

 private:
  template <class Take>
  std::vector<Fault> each(const Take& take) {
    return archive_.for_each_reading([&](const Reading& reading, const std::vector<Access>&) {
      take(reading);
      if (options_.progress) options_.progress(++done_, all_);
    });
  }

  void ask(const Reading& reading) {
    for (const Dispatch& one : reading.dispatches) {
      if (!doubted(one)) continue;
      Dispatch alone = by_file_alone(archive_, one);
      ask_about(alone, asked_);
      alone.cites.clear();  // the rest of it is not looked at again
      doubted_[reading.sha256].push_back(std::move(alone));
      ++out_.doubted;
    }
  }

  // Of one document. What a person or another pass changed meanwhile stays.
  void settle(const std::string& sha256, const std::vector<Dispatch>& dispatches) {
    std::vector<FieldChange> changes;
    const Reading now = archive_.newest_reading(sha256);
    for (const Dispatch& alone : dispatches) {
      const Dispatch* one = dispatch_in(now, alone.id);
      if (one == nullptr) continue;
      const Concluded concluded = reconsider(alone, knows_);
      compare(*one, "number", &Dispatch::number, concluded.number, changes);
      compare(*one, "date", &Dispatch::date, concluded.date, changes);
    }
    if (changes.empty()) return;
    if (options_.changed)
      for (const FieldChange& change : changes) options_.changed(change);
    if (options_.only_look) return;
    const auto put = [&](Reading& reading) {
      for (const FieldChange& change : changes) apply(change, reading);
    };
    archive_.revise(sha256, put, "reconsider", by_);
    ++out_.documents;
  }

  // As they are written: a reading rounds its confidences.
  static void compare(const Dispatch& now, const char* name, Field Dispatch::*field,
                      const Field& after, std::vector<FieldChange>& changes) {
    if ((now.*field).corrected || is_known(now.*field)) return;
    Dispatch then = now;
    then.*field = after;
    if (to_json(then) != to_json(now)) changes.push_back({now.id, name, now.*field, after});
  }

  static void apply(const FieldChange& change, Reading& reading) {
    for (Dispatch& one : reading.dispatches) {
      if (one.id != change.id) continue;
      Field& field = change.field == "number" ? one.number : one.date;
      if (field == change.before) field = change.after;
    }
  }

  Archive& archive_;
  const std::string& by_;
  const ReconsiderOptions& options_;
  std::size_t all_, done_ = 0;
  Asked asked_;
  ArchiveKnows knows_;
  std::map<std::string, std::vector<Dispatch>> doubted_;  // by sha256
  Reconsidered out_;
};

}  // namespace

Reconsidered reconsider_archive(Archive& archive, const std::string& by,
                                const ReconsiderOptions& options) {
  return Pass(archive, by, options).run();
}

}  // namespace vanthu
