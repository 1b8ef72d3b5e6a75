// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/link.h"

#include <array>
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/links_shown.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, relation, target, by;
};

struct Word {
  std::string_view typed;  // folded
  const char* relation;
};
constexpr auto kWords = std::to_array<Word>({{"continues", kContinues},
                                             {"tiep", kContinues},
                                             {"replaces", kReplaces},
                                             {"thay", kReplaces},
                                             {"annex-of", kAnnexOf},
                                             {"annex_of", kAnnexOf},
                                             {"phu-luc", kAnnexOf}});

std::string relation_of(const std::string& typed) {
  const std::string word = fold(tidy(typed));
  for (const Word& known : kWords)
    if (known.typed == word) return known.relation;
  throw Error(Code::usage, say(M::err_link_relation, safe(typed)), text(M::hint_link));
}

Link understood(const Archive& archive, const Options& options) {
  Link link;
  link.relation = relation_of(options.relation);
  link.dispatch = archive.resolve(options.id);
  link.target = archive.resolve(options.target);
  if (link.dispatch == link.target)
    throw Error(Code::usage, say(M::err_link_itself, link.dispatch), text(M::hint_link));
  return link;
}

Code run(Context& context, const Options& options, bool add) {
  Archive& archive = context.archive();
  const Link link = understood(archive, options);
  const std::string by = context.who(options.by);
  const bool changed = add ? add_link(archive, link, by) : remove_link(archive, link, by);
  if (!add && !changed)
    throw Error(Code::not_found, text(M::err_link_none), say(M::hint_link_none, link.dispatch));
  catch_up_index(archive);
  if (context.json) {
    print_json({{"id", link.dispatch},
                {"relation", link.relation},
                {"target", link.target},
                {"changed", changed}});
    return Code::ok;
  }
  const std::string said = link_label({link.relation, link.target, false, false});
  fmt::print("{}\n", say(!add      ? M::link_removed
                         : changed ? M::link_added
                                   : M::link_there,
                         link.dispatch, said));
  return Code::ok;
}

Run declare(CLI::App& app, bool add) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_id))->required();
  app.add_option("RELATION", o->relation, text(M::opt_link_relation))->required();
  app.add_option("OTHER", o->target, text(M::opt_link_other))->required();
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o, add](Context& context) { return run(context, *o, add); };
}

}  // namespace

Run declare_link(CLI::App& app) { return declare(app, true); }
Run declare_unlink(CLI::App& app) { return declare(app, false); }

}  // namespace vanthu::cli
