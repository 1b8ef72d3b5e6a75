// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/reconsider_run.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/describe.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

Json value_json(const Field& field) {
  return {{"value", field.value ? Json(*field.value) : Json(nullptr)},
          {"confidence", field.confidence}};
}

// The evidence that the archive added, one line each.
std::string reasons(const Field& field) {
  std::string out;
  for (const Evidence& one : field.evidence)
    if (one.source == "series" || one.source == "cited_by")
      out += "    " + one.source + ": " + safe(one.value) + '\n';
  return out;
}

std::string shown(const Field& field) {
  const std::string value = field.value ? safe(*field.value) : std::string("?");
  return value + " " + std::to_string(static_cast<int>(100 * field.confidence)) + " %";
}

Json change_json(const FieldChange& change) {
  Json evidence = Json::array();
  for (const Evidence& one : change.after.evidence)
    if (one.source == "series" || one.source == "cited_by")
      evidence.push_back({{"source", one.source}, {"value", one.value}, {"weight", one.weight}});
  return {{"id", change.id},
          {"field", change.field},
          {"before", value_json(change.before)},
          {"after", value_json(change.after)},
          {"evidence", evidence}};
}

void print(const Context& context, const Reconsidered& done, const std::vector<FieldChange>& all) {
  if (context.json) {
    Json changes = Json::array();
    for (const FieldChange& change : all) changes.push_back(change_json(change));
    print_json({{"doubted", done.doubted},
                {"documents", done.documents},
                {"changes", changes},
                {"faults", json_of(done.faults)}});
    return;
  }
  std::string out;
  for (const FieldChange& change : all)
    out += change.id + "  " + field_label(change.field) + ": " + shown(change.before) + " -> " +
           shown(change.after) + '\n' + reasons(change.after);
  out += say(M::reconsider_done, done.doubted, all.size(), done.documents) + '\n';
  if (!done.faults.empty()) out += fault_lines(done.faults);
  std::fputs(out.c_str(), stdout);
}

Code run_reconsider(Context& context, bool only_look) {
  Archive& archive = context.archive();
  std::vector<FieldChange> changes;
  Reconsidered done;
  {
    ProgressBar bar(!context.json);
    ReconsiderOptions options;
    options.only_look = only_look;
    options.changed = [&](const FieldChange& change) { changes.push_back(change); };
    options.progress = [&](std::size_t at, std::size_t all) { bar.files(at, all); };
    done = reconsider_archive(archive, context.who(), options);
  }
  if (done.documents > 0) catch_up_index(archive);
  print(context, done, changes);
  return done.faults.empty() ? Code::ok : Code::corrupt;
}

}  // namespace

Run declare_reconsider(CLI::App& app) {
  const auto only_look = std::make_shared<bool>(false);
  app.add_flag("--dry-run", *only_look, text(M::opt_dry_run));
  return [only_look](Context& context) { return run_reconsider(context, *only_look); };
}

}  // namespace vanthu::cli
