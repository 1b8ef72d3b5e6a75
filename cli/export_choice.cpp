// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_choice.h"

#include "cli/access_option.h"
#include "cli/indexing.h"
#include "cli/messages.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kAtOnce = 1000;  // hits of one page of results

// What a search only falls back on (some of the words, words like them) was not asked for.
std::vector<std::string> found(Archive& archive, const ExportChoice& choice) {
  std::vector<std::string> out;
  SearchOptions how;
  how.limit = kAtOnce;
  how.access = classes_seen_by(choice.as);
  how.snippet_words = 1;
  ask_index(archive, [&](Searcher& searcher) {
    out.clear();
    how.after.clear();
    do {
      const Results results = searcher.search(choice.query, how);
      if (results.relaxed || results.tolerant) return;
      for (const Hit& hit : results.hits) out.push_back(hit.id);
      how.after = results.next;
    } while (!how.after.empty());
  });
  return out;
}

std::vector<std::string> seen(const Archive& archive, const std::string& as) {
  std::vector<std::string> out;
  for (const DispatchRow& row : archive.list())
    if (may_see(as, row.access)) out.push_back(row.id);
  return out;
}

std::vector<std::string> named(const Archive& archive, const ExportChoice& choice) {
  std::vector<std::string> out;
  for (const std::string& id : choice.ids) out.push_back(resolve_seen(archive, id, choice.as));
  return out;
}

}  // namespace

std::map<std::string, std::set<std::string>> chosen(Archive& archive, const ExportChoice& choice) {
  if (!choice.ids.empty() + !choice.query.empty() + choice.all != 1)
    throw Error(Code::usage, text(M::err_export_what), text(M::hint_export_what));
  const auto ids = choice.all              ? seen(archive, choice.as)
                   : !choice.query.empty() ? found(archive, choice)
                                           : named(archive, choice);
  std::map<std::string, std::set<std::string>> out;
  for (const std::string& id : ids) out[archive.row(id).sha256].insert(id);
  return out;
}

}  // namespace vanthu::cli
