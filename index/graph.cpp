// SPDX-License-Identifier: GPL-3.0-or-later
// Papers and those they cite, by number. Numbers are not unique: every office has a 15/QĐ-UBND each
// year. So where a citation gives a date, the paper of another date is not meant.
#include <algorithm>
#include <set>

#include "index/analyse.h"
#include "index/engine.h"
#include "index/searcher.h"

namespace vanthu {
namespace {

constexpr Xapian::doccount kMostOfOneNumber = 20;  // papers of one number looked at
constexpr Xapian::doccount kMostCiting = 200;
constexpr Xapian::doccount kMostRepealing = 5;
constexpr Xapian::termcount kLikeTerms = 30;  // words that stand for a paper

std::string whole_of(const std::string& number) { return analyse_number(number).whole(); }

// "2019-09" agrees with every day of it; an unknown date with any.
bool dates_agree(const std::string& a, const std::string& b) {
  return a.starts_with(b) || b.starts_with(a);
}

PaperLink link_to(const Entry& entry, std::string relation, int page) {
  return {std::move(relation), entry.id, entry.number, entry.type, entry.date, entry.subject, page};
}

// Papers whose own number this is.
Xapian::Query own(const std::string& number) {
  QueryNode node;
  node.kind = QueryNode::Kind::number;
  node.field = &search_field("number");
  node.text = number;
  return to_engine(plan_query(node, {false, false, false}).plan);
}

Xapian::Query term(std::string_view prefix, const std::string& value) {
  return Xapian::Query(std::string(prefix) + value);
}

// Words of the text alone: no fields, no written forms, no figures.
class Words : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return term.size() > 1 &&
           std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
};

}  // namespace

std::vector<Entry> Searcher::Impl::entries(const Xapian::Query& query,
                                           const std::vector<std::string>& access,
                                           Xapian::doccount most) const {
  Xapian::Enquire enquire(database);
  enquire.set_query(visible(query, access));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kTieSlot, false);
  std::vector<Entry> out;
  const Xapian::MSet found = enquire.get_mset(0, most);
  for (auto at = found.begin(); at != found.end(); ++at)
    out.push_back(unpack(at.get_document().get_data()));
  return out;
}

std::vector<PaperLink> Searcher::Impl::repealers_of(const Entry& entry,
                                                    const std::vector<std::string>& access) const {
  const std::string whole = whole_of(entry.number);
  if (whole.empty() || !database.term_exists(std::string(kRepealsPrefix) + whole)) return {};
  std::vector<PaperLink> out;
  for (const Entry& other : entries(term(kRepealsPrefix, whole), access, kMostRepealing))
    for (const CitedPaper& cited : other.cites)
      if (cited.relation == "repeals" && whole_of(cited.number) == whole &&
          dates_agree(cited.date, entry.date) && other.id != entry.id) {
        out.push_back(link_to(other, cited.relation, cited.page));
        break;
      }
  return out;
}

std::optional<Graph> Searcher::Impl::graph(const std::string& id,
                                           const std::vector<std::string>& access) const {
  const std::vector<Entry> self = entries(term(kIdPrefix, id), access, 1);
  if (self.empty()) return {};
  const Entry& entry = self.front();
  Graph out{link_to(entry, "", 0), {}, {}};
  for (const CitedPaper& cited : entry.cites) {
    PaperLink link{cited.relation, "",          cited.number, cited.type,
                   cited.date,     cited.title, cited.page};
    if (!whole_of(cited.number).empty())
      for (const Entry& other : entries(own(cited.number), access, kMostOfOneNumber))
        if (other.id != id && dates_agree(cited.date, other.date) &&
            whole_of(other.number) == whole_of(cited.number)) {
          link.id = other.id, link.date = other.date, link.title = other.subject;
          break;
        }
    out.cites.push_back(std::move(link));
  }
  const std::string whole = whole_of(entry.number);
  if (whole.empty()) return out;
  for (const Entry& other :
       entries(term(search_field("cites").prefix, whole), access, kMostCiting)) {
    if (other.id == id) continue;
    const auto cited =
        std::find_if(other.cites.begin(), other.cites.end(),
                     [&](const CitedPaper& one) { return whole_of(one.number) == whole; });
    if (cited == other.cites.end())
      out.cited_by.push_back(link_to(other, "mentions", 0));
    else if (dates_agree(cited->date, entry.date))
      out.cited_by.push_back(link_to(other, cited->relation, cited->page));
  }
  return out;
}

Results Searcher::Impl::more_like(const std::string& id, const SearchOptions& options) const {
  const Xapian::Query self = term(kIdPrefix, id);
  Xapian::Enquire enquire(database);
  enquire.set_query(visible(self, options.access));
  const Xapian::MSet found = enquire.get_mset(0, 1);
  if (found.empty()) return {};
  Xapian::RSet papers;
  papers.add_document(*found.begin());
  const Words words;
  std::vector<std::string> terms;
  const Xapian::ESet likest = enquire.get_eset(kLikeTerms, papers, 0, &words);
  for (auto at = likest.begin(); at != likest.end(); ++at) terms.push_back(*at);
  const Xapian::Query like(Xapian::Query::OP_ELITE_SET, terms.begin(), terms.end(), kLikeTerms);
  return run({Xapian::Query(Xapian::Query::OP_AND_NOT, like, self), {}, {}, false}, options);
}

}  // namespace vanthu
