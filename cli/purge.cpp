// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "archive/files.h"
#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, reason, by;
  bool withdraw = false;
};

// A file goes whole: every dispatch bound in it.
std::vector<std::string> bound_with(Archive& archive, const std::string& sha256) {
  std::vector<std::string> out;
  for (const DispatchRow& row : archive.catalogue().dispatches_of(sha256)) out.push_back(row.id);
  return out;
}

Code tell(const Context& context, Json what, const std::string& said) {
  if (context.json)
    print_json(what);
  else
    std::fputs((said + '\n').c_str(), stdout);
  return Code::ok;
}

Code propose(Context& context, const Options& options, const std::string& sha256,
             const std::string& by) {
  const std::string reason = nfc(tidy(options.reason));
  if (reason.empty())
    throw Error(Code::usage, text(M::err_purge_reason), text(M::hint_purge_reason));
  Archive& archive = context.archive();
  archive.propose_purge(sha256, reason, by);
  const std::vector<std::string> ids = bound_with(archive, sha256);
  return tell(context, {{"state", "proposed"}, {"by", by}, {"reason", reason}, {"dispatches", ids}},
              say(M::purge_proposed, safe(by), join(ids, ", "), ids.front()));
}

// Catalogues that were put aside as damaged still hold what they held.
void warn_of_copies(const Archive& archive) {
  for (const std::string& name : files::names_in(archive.path()))
    if (name.starts_with("catalogue.sqlite.damaged-"))
      std::fputs((say(M::purge_copy, safe(files::join(archive.path(), name))) + '\n').c_str(),
                 stderr);
}

Code carry_out(Context& context, const PurgeProposal& proposal, const std::string& sha256,
               const std::string& by) {
  Archive& archive = context.archive();
  const std::vector<std::string> ids = bound_with(archive, sha256);
  Tombstone stone;
  try {
    stone = archive.purge(sha256, context.config.agency, by);
  } catch (const Error& error) {
    if (error.code != Code::denied) throw;
    throw Error(Code::denied, say(M::err_purge_same, safe(proposal.by)), text(M::hint_purge_same));
  }
  catch_up_index(archive);
  warn_of_copies(archive);
  return tell(context,
              {{"state", "purged"},
               {"proposed_by", stone.proposed_by},
               {"confirmed_by", stone.confirmed_by},
               {"reason", stone.reason},
               {"dispatches", ids}},
              say(M::purge_done, join(ids, ", "), safe(stone.proposed_by), safe(stone.confirmed_by),
                  safe(stone.reason)));
}

Code run_purge(Context& context, const Options& options) {
  Archive& archive = context.archive();
  const std::string sha256 = archive.row(archive.resolve(options.id)).sha256;
  const std::string by = context.who(options.by);
  const auto proposal = archive.proposed_purge(sha256);
  if (options.withdraw) {
    if (!proposal) throw Error(Code::usage, text(M::err_purge_none), text(M::hint_purge_none));
    archive.withdraw_purge(sha256, by);
    return tell(context, {{"state", "withdrawn"}, {"by", by}}, text(M::purge_withdrawn));
  }
  return proposal ? carry_out(context, *proposal, sha256, by)
                  : propose(context, options, sha256, by);
}

}  // namespace

Run declare_purge(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_id))->required();
  app.add_option("--reason", o->reason, text(M::opt_purge_reason))->type_name("TEXT");
  app.add_flag("--withdraw", o->withdraw, text(M::opt_purge_withdraw));
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_purge(context, *o); };
}

}  // namespace vanthu::cli
