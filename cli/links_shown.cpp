// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/links_shown.h"

#include "cli/access_option.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

M message_of(const ShownLink& link) {
  if (link.relation == kContinues)
    return link.from_other ? M::link_continued_by : M::link_continues;
  if (link.relation == kReplaces) return link.from_other ? M::link_replaced_by : M::link_replaces;
  return link.from_other ? M::link_has_annex : M::link_annex_of;
}

void add(std::vector<ShownLink>& out, const Archive& archive, ShownLink link,
         const std::string& as) {
  const auto row = archive.find(link.id);
  link.gone = !row;
  if (row ? may_see(as, row->access) : may_see(as, Access::named)) out.push_back(std::move(link));
}

}  // namespace

std::vector<ShownLink> links_shown(const Archive& archive, const std::string& id,
                                   const std::string& as) {
  std::vector<ShownLink> out;
  for (const Link& link : archive.links_from(id))
    add(out, archive, {link.relation, link.target, false, false}, as);
  for (const Link& link : archive.links_to(id))
    add(out, archive, {link.relation, link.dispatch, true, false}, as);
  return out;
}

std::string link_label(const ShownLink& link) {
  const std::string out = say(message_of(link), safe(link.id));
  return link.gone ? out + ' ' + text(M::graph_not_here) : out;
}

Replaced replaced_papers(const Archive& archive, const std::string& as) {
  Replaced out;
  for (const Link& link : archive.links_called(kReplaces))
    if (const auto row = archive.find(link.dispatch); row && may_see(as, row->access))
      out[link.target].push_back(link.dispatch);
  return out;
}

std::string replaced_label(const std::vector<std::string>& ids) {
  return say(M::link_replaced_by, safe(join(ids, ", ")));
}

}  // namespace vanthu::cli
