// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/hits.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/links_shown.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, as = "named";
  bool pages_text = false, graph = false;
};

const Dispatch& dispatch_of(const Reading& reading, const std::string& id) {
  for (const Dispatch& d : reading.dispatches)
    if (d.id == id) return d;
  throw Error(Code::corrupt, say(M::err_lost_dispatch, id), text(M::hint_verify));
}

// The pages this dispatch stands on, in its order.
std::vector<const PageReading*> pages_of(const Reading& reading, const Dispatch& dispatch) {
  std::vector<const PageReading*> out;
  for (const int number : dispatch.pages)
    for (const PageReading& page : reading.pages)
      if (page.page == number) out.push_back(&page);
  return out;
}

std::size_t words_on(const PageReading& page) {
  std::size_t n = 0;
  for (const Line& line : page.lines) n += line.words.size();
  return n;
}

std::string page_line(const PageReading& page) {
  std::string out = "  " + say(M::show_page_line, page.page, role_label(page.role), page.width,
                               page.height, static_cast<int>(page.dpi + 0.5), words_on(page));
  if (page.rotation != 0) out += say(M::show_turned, page.rotation);
  if (!page.warnings.empty()) out += " · " + safe(join(page.warnings, ", "));
  return out + '\n';
}

// What people typed of the file before it came here, a list after the other.
std::string typed_text(const std::vector<TypedRow>& rows) {
  if (rows.empty()) return {};
  std::string out = '\n' + std::string(text(M::show_typed_title)) + '\n';
  for (const TypedRow& row : rows) {
    out +=
        "  " +
        say(M::show_typed_line, safe(row.list), row.line, safe(row.by), safe(shown_time(row.at))) +
        '\n';
    for (const auto& [key, value] : row.shelf)
      out += "    " + safe(shelf_label(key)) + ": " + safe(value) + '\n';
    for (const auto& [key, value] : row.fields)
      out += "    " + field_label(key) + ": " + safe(value) + '\n';
  }
  return out;
}

// What the book says beside the paper.
std::string register_text(const std::vector<RegisterEntry>& entries, const std::string& id) {
  std::string out;
  for (const RegisterEntry& e : entries) {
    if (e.dispatch != id) continue;
    if (e.number > 0) out += "  " + say(M::show_arrival, e.number, safe(shown_date(e.day))) + '\n';
    if (!e.cancelled.empty()) out += "    " + say(M::show_cancelled, safe(e.cancelled)) + '\n';
    if (!e.receiver.empty() || !e.passed_on.empty())
      out += "  " + say(M::show_passed, safe(e.receiver), safe(shown_date(e.passed_on))) + '\n';
    if (!e.note.empty()) out += "  " + safe(e.note) + '\n';
    if (e.own_row) out += "  " + std::string(text(M::show_own_row)) + '\n';
  }
  return out.empty() ? out : '\n' + std::string(text(M::show_register_title)) + '\n' + out;
}

std::string links_text(const std::vector<ShownLink>& links) {
  std::string out;
  for (const ShownLink& link : links) out += "  " + link_label(link) + '\n';
  return out.empty() ? out : '\n' + std::string(text(M::show_links_title)) + '\n' + out;
}

Json links_json(const std::vector<ShownLink>& links) {
  Json out = Json::array();
  for (const ShownLink& link : links)
    out.push_back({{"relation", link.relation}, {"id", link.id}, {"from_other", link.from_other}});
  return out;
}

std::string purge_text(const std::optional<PurgeProposal>& purge) {
  if (!purge) return {};
  return '\n' +
         styled(
             say(M::show_purge, safe(purge->by), safe(shown_time(purge->at)), safe(purge->reason)),
             Style::yellow) +
         '\n';
}

std::string people_text(const Archive& archive, const std::string& id, const Reading& reading,
                        const std::string& as) {
  const Dispatch& dispatch = dispatch_of(reading, id);
  const DocumentRow document = archive.document(id);
  std::string out = describe(dispatch, Detail::full);
  out += '\n' + std::string(text(M::show_pages_title)) + '\n';
  for (const PageReading* page : pages_of(reading, dispatch)) out += page_line(*page);
  out += '\n' + std::string(text(M::show_file_title)) + '\n';
  out += "  " + say(M::show_file_line, safe(document.name), document.bytes, document.pages) + '\n';
  out += "  " +
         say(M::show_imported, safe(shown_time(document.imported_at)), safe(document.imported_by)) +
         '\n';
  out += "  SHA-256 " + document.sha256 + '\n';
  out += "  " + say(M::show_access, access_label(archive.row(id).access)) + '\n';
  for (const DispatchRow& same : archive.same_dispatch(id))
    if (may_see(as, same.access)) out += "  " + say(M::show_same, safe(same.id)) + '\n';
  out += register_text(archive.entries(document.sha256), id);
  out += links_text(links_shown(archive, id, as));
  out += purge_text(archive.proposed_purge(document.sha256));
  out += typed_text(archive.typed(document.sha256));
  out += '\n' + std::string(text(M::show_versions_title)) + '\n';
  for (const VersionInfo& v : archive.history(id))
    out += fmt::format("  v{}  {}  {}  {}\n", v.version, safe(shown_time(v.created)), safe(v.by),
                       safe(v.message));
  return out;
}

Json whole_json(const Archive& archive, const std::string& id, const Reading& reading,
                const std::string& as) {
  const Dispatch& dispatch = dispatch_of(reading, id);
  Json out = {{"id", id},
              {"document", json_of(archive.document(id))},
              {"access", to_string(archive.row(id).access)},
              {"dispatch", Json::parse(to_json(dispatch))},
              {"pages", Json::array()},
              {"versions", Json::array()},
              {"same_dispatch", Json::array()},
              {"links", links_json(links_shown(archive, id, as))},
              {"register", Json::array()},
              {"typed", Json::parse(to_json(archive.typed(archive.row(id).sha256)))["rows"]}};
  if (const auto purge = archive.proposed_purge(archive.row(id).sha256))
    out["purge_proposed"] = {{"by", purge->by}, {"at", purge->at}, {"reason", purge->reason}};
  const Json booked = Json::parse(to_json(archive.entries(archive.row(id).sha256)));
  for (const Json& entry : booked.at("entries"))
    if (entry.value("dispatch", "") == id) out["register"].push_back(entry);
  for (const PageReading* page : pages_of(reading, dispatch))
    out["pages"].push_back({{"page", page->page},
                            {"role", page->role},
                            {"width", page->width},
                            {"height", page->height},
                            {"dpi", page->dpi},
                            {"rotation", page->rotation},
                            {"warnings", page->warnings},
                            {"words", words_on(*page)},
                            {"text", page->text}});
  for (const VersionInfo& v : archive.history(id)) out["versions"].push_back(json_of(v));
  for (const DispatchRow& same : archive.same_dispatch(id))
    if (may_see(as, same.access)) out["same_dispatch"].push_back(same.id);
  return out;
}

// What the paper rests on and who cites it.
Code run_graph(Context& context, const std::string& id, const std::string& as) {
  std::optional<Graph> graph;
  ask_index(context.archive(),
            [&](Searcher& searcher) { graph = searcher.graph(id, classes_seen_by(as)); });
  if (context.json)
    print_json({{"id", id}, {"graph", graph ? json_of(*graph) : Json()}});
  else
    std::fputs(graph_text(graph.value_or(Graph())).c_str(), stdout);
  return Code::ok;
}

Code run_show(Context& context, const Options& options) {
  const Archive& archive = context.archive();
  const std::string id = resolve_seen(archive, options.id, options.as);
  if (options.graph) return run_graph(context, id, options.as);
  const Reading reading = archive.reading(id);
  if (context.json) {
    print_json(whole_json(archive, id, reading, options.as));
    return Code::ok;
  }
  std::string out;
  if (options.pages_text)
    for (const PageReading* page : pages_of(reading, dispatch_of(reading, id)))
      out += is_terminal(1) ? safe_lines(page->text) + '\n' : page->text + '\f';
  else
    out = people_text(archive, id, reading, options.as);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return Code::ok;
}

}  // namespace

Run declare_show(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_id))->required();
  app.add_flag("--text", o->pages_text, text(M::opt_show_text));
  app.add_flag("--graph", o->graph, text(M::opt_graph));
  add_as_option(app, o->as);
  return [o](Context& context) { return run_show(context, *o); };
}

}  // namespace vanthu::cli
