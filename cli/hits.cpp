// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hits.h"

#include <algorithm>

#include "cli/dates.h"
#include "cli/messages.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kFacetValues = 6;  // of one facet, on its line

struct Relation {
  const char* name;
  M label;
};

constexpr Relation kRelations[] = {
    {"basis", M::rel_basis},           {"implements", M::rel_implements},
    {"replies_to", M::rel_replies_to}, {"follows", M::rel_follows},
    {"repeals", M::rel_repeals},       {"amends", M::rel_amends},
    {"amended_by", M::rel_amended_by}, {"attachment", M::rel_attachment},
    {"proposal", M::rel_proposal},     {"receives", M::rel_receives},
    {"mentions", M::rel_mentions},     {"according_to", M::rel_according_to},
};

struct FacetLabel {
  const char* key;
  M label;
};

constexpr FacetLabel kFacetLabels[] = {{"year", M::facet_year},
                                       {"type", M::facet_type},
                                       {"issuer", M::facet_issuer},
                                       {"urgent", M::facet_urgent}};

// The hit bold on a terminal, between « and » in a pipe.
std::string marked(const Snippet& snippet) {
  const bool on_terminal = styled("x", Style::bold) != "x";
  std::string out;
  std::size_t at = 0;
  const std::string_view text = snippet.text;
  for (const TextRange& range : snippet.marks) {
    out += safe(text.substr(at, range.begin - at));
    const std::string hit = safe(text.substr(range.begin, range.end - range.begin));
    out += on_terminal ? styled(hit, Style::bold) : "«" + hit + "»";
    at = range.end;
  }
  return out + safe(text.substr(at));
}

std::string or_unknown(const std::string& value) { return value.empty() ? "?" : safe(value); }

// The value, or in brackets the likeliest of those it may be, which is a guess.
std::string or_guess(const std::string& value, const std::vector<std::string>& guesses,
                     const std::string& none) {
  if (!value.empty()) return safe(value);
  return guesses.empty() ? none : '(' + safe(guesses.front()) + ") ?";
}

std::vector<std::string> shown_dates(const std::vector<std::string>& dates) {
  std::vector<std::string> out;
  for (const std::string& date : dates) out.push_back(shown_date(date));
  return out;
}

// "thay thế  20/QĐ-UBND  01/01/2015  quy chế mới  [id]"
std::string link_line(const PaperLink& link) {
  std::string out = "  " + padded(relation_label(link.relation), 12);
  if (link.page > 0) out += ' ' + styled(say(M::show_page, link.page), Style::dim);
  for (const std::string& part : {link.type, link.number, shown_date(link.date), link.title})
    if (!part.empty()) out += "  " + safe(part);
  return out + "  " +
         styled(link.id.empty() ? text(M::graph_not_here) : '[' + safe(link.id) + ']', Style::dim) +
         '\n';
}

std::string hit_text(const Hit& hit, const Replaced& replaced) {
  std::string out =
      styled(or_guess(hit.number, hit.numbers, text(M::search_no_number)), Style::bold) + "  " +
      or_guess(shown_date(hit.date), shown_dates(hit.dates), "?") + "  " + or_unknown(hit.issuer) +
      "  " + styled('[' + safe(hit.id) + ']', Style::dim) + '\n';
  out += "  " + or_unknown(hit.subject) + '\n';
  if (const auto better = replaced.find(hit.id); better != replaced.end())
    out += "  " + styled(replaced_label(better->second), Style::yellow) + '\n';
  for (const PaperLink& by : hit.repealed_by)
    out +=
        "  " +
        styled(say(M::search_repealed, or_unknown(by.number), shown_date(by.date)), Style::yellow) +
        '\n';
  if (!hit.snippet.text.empty())
    out += "    " + styled(say(M::show_page, hit.snippet.page), Style::dim) + ": " +
           marked(hit.snippet) + '\n';
  return out + '\n';
}

// A line stands before the first hit whose marks are not those typed.
std::string hits_text(const std::vector<Hit>& hits, bool first_page, const Replaced& replaced) {
  std::string out;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!hits[i].exact && (i == 0 || hits[i - 1].exact))
      out += styled(text(i == 0 && first_page ? M::search_only_other_marks : M::search_other_marks),
                    Style::yellow) +
             "\n\n";
    out += hit_text(hits[i], replaced);
  }
  return out;
}

std::string facet_line(const Facet& facet, bool about) {
  std::string values;
  for (std::size_t i = 0; i < std::min(facet.counts.size(), kFacetValues); ++i)
    values += (i == 0 ? "" : " · ") + safe(facet.counts[i].value) + (about ? " ~" : " ") +
              std::to_string(facet.counts[i].count);
  if (facet.counts.size() > kFacetValues) values += " …";
  for (const FacetLabel& one : kFacetLabels)
    if (facet.key == one.key && !values.empty())
      return padded(text(one.label), 10) + ' ' + values + '\n';
  return {};
}

// What was done for an answer, beside doing as asked.
std::string notes_text(const Results& results) {
  std::string out;
  if (!results.understood.empty())
    out += say(M::search_understood, safe(results.understood)) + "\n\n";
  if (results.tolerant) out += std::string(text(M::search_tolerant)) + "\n\n";
  if (results.relaxed) out += std::string(text(M::search_relaxed)) + "\n\n";
  return out;
}

std::string suggestions_text(const Results& results) {
  std::string out;
  for (const std::string& one : results.suggestions)
    out += say(M::search_suggestion, styled(safe(one), Style::bold)) + '\n';
  return out;
}

}  // namespace

std::string relation_label(const std::string& relation) {
  for (const Relation& one : kRelations)
    if (relation == one.name) return text(one.label);
  return relation.empty() ? text(M::rel_mentions) : safe(relation);
}

std::string results_text(const Results& results, bool first_page, const Replaced& replaced) {
  if (results.hits.empty() && results.total == 0)
    return suggestions_text(results) + text(M::search_nothing) + '\n';
  std::string out = notes_text(results) + suggestions_text(results);
  out += hits_text(results.hits, first_page, replaced);
  for (const Facet& facet : results.facets) out += facet_line(facet, !results.total_exact);
  out += say(results.total_exact ? M::search_total : M::search_total_about, results.total);
  if (!results.next.empty()) out += say(M::search_more, results.next);
  return out + '\n';
}

std::string graph_text(const Graph& graph) {
  std::string out;
  if (!graph.cites.empty()) out += styled(text(M::graph_cites), Style::bold) + '\n';
  for (const PaperLink& link : graph.cites) out += link_line(link);
  if (!graph.cited_by.empty()) out += styled(text(M::graph_cited_by), Style::bold) + '\n';
  for (const PaperLink& link : graph.cited_by) out += link_line(link);
  return out.empty() ? std::string(text(M::graph_nothing)) + '\n' : out;
}

}  // namespace vanthu::cli
