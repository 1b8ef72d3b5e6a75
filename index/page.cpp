// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the hits of a query. The engine weighs words and counts; the first hits are then put
// in order by nearness too, always as one block, so that the pages of them fit together.
#include <algorithm>
#include <unordered_map>

#include "index/engine.h"
#include "index/nearness.h"
#include "index/searcher.h"
#include "index/utf8.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

// Totals are exact up to here, "about" beyond: counting on costs time and tells a person nothing.
constexpr Xapian::doccount kCountedExactly = 10000;
constexpr std::size_t kDrift = 50;  // places by which a commit may have moved the end of a page
constexpr std::size_t kSortedAgain = 100;  // reading their positions takes about a millisecond

// Equals stand newest first, then by id, so that the order does not depend on that of indexing.
// Sorted by date or number, the plan gives weight to the exact tier alone.
std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, SortBy sort) {
  if (sort != SortBy::number) {
    enquire.set_sort_by_relevance_then_value(kTieSlot, false);
    return nullptr;
  }
  auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
  keys->add_value(kNumberSlot, false, "~");
  keys->add_value(kTieSlot);
  enquire.set_sort_by_relevance_then_key(keys.get(), false);
  return keys;
}

// Counts the facets of every hit that the engine looks at.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    ++counts[document.get_value(kFacetSlot)];
    ++seen;
  }
  std::unordered_map<std::string, std::size_t> counts;
  std::size_t seen = 0;
};

Hit make_hit(Entry entry, const QueryNode& query, bool exact, std::size_t snippet_words) {
  Hit out;
  out.snippet = make_snippet(entry.pages, needles_of(query, exact), snippet_words);
  out.id = std::move(entry.id);
  out.number = std::move(entry.number);
  out.date = std::move(entry.date);
  out.issuer = std::move(entry.issuer);
  out.type = std::move(entry.type);
  out.subject = std::move(entry.subject);
  out.urgent = std::move(entry.urgent);
  out.access = std::move(entry.access);
  out.numbers = std::move(entry.numbers);
  out.dates = std::move(entry.dates);
  out.exact = exact;
  return out;
}

// A cursor names the place and the id of the last hit of a page: "20.1f3a9c07b2de.1".
struct Cursor {
  std::size_t place = 0;
  std::string id;
};

Cursor read_cursor(const std::string& text) {
  const std::size_t dot = text.find('.');
  const bool number = dot != std::string::npos && dot > 0 && dot < 9 && dot + 1 < text.size() &&
                      text.find_first_not_of("0123456789") == dot;
  if (!number)
    throw Error(Code::usage, "\"" + cut_utf8(text, 80) + "\" is no cursor of this search",
                "take the one that the page before gave");
  return {std::stoul(text.substr(0, dot)), text.substr(dot + 1)};
}

// Where the hits that are looked at begin and end; `skip`: how far before the page.
struct Window {
  std::size_t first = 0, skip = 0, count = 0;
  Cursor cursor;
};

Window window_of(const SearchOptions& options, std::size_t papers) {
  Window out;
  const std::size_t wanted = std::min(options.limit, papers);
  out.first = std::min(options.offset, papers);
  out.count = wanted + 1;  // one more than is shown, to know whether there is a next page
  if (options.after.empty()) return out;
  out.cursor = read_cursor(options.after);
  out.skip = std::min(out.cursor.place, kDrift);
  out.first = std::min(out.cursor.place - out.skip, papers);
  out.count += out.skip + kDrift;
  return out;
}

bool is_paper(const std::string& tie, const std::string& id) {
  return tie.ends_with(id) && tie.size() - id.size() <= 8;
}

}  // namespace

std::vector<Place> Searcher::Impl::places_of(const Xapian::MSet& found, const Units& units,
                                             Span shown) const {
  std::vector<Place> out;
  for (auto at = found.begin(); at != found.end(); ++at) out.push_back({*at, at.get_weight()});
  if (units.empty()) return out;
  const auto end = out.begin() + static_cast<std::ptrdiff_t>(std::min(out.size(), kSortedAgain));
  std::vector<Place> block(out.begin(), end);
  sort_by_nearness(database, units, shown, block);
  std::copy(block.begin(), block.end(), out.begin());
  return out;
}

void Searcher::Impl::show(const std::vector<Place>& places, const Asked& asked,
                          const SearchOptions& options, Results& out) const {
  for (const Place& place : places) {
    const bool exact = !asked.marks || place.weight >= kExactTier;
    Entry entry = unpack(database.get_document(place.paper).get_data());
    std::vector<PaperLink> repealers = repealers_of(entry, options.access);
    out.hits.push_back(make_hit(std::move(entry), asked.shown, exact, options.snippet_words));
    out.hits.back().repealed_by = std::move(repealers);
  }
}

// Which of the places of the window the page begins with.
std::size_t Searcher::Impl::begin_of(const std::vector<Place>& places, const std::string& after,
                                     std::size_t skip) const {
  for (std::size_t i = 0; !after.empty() && i < places.size(); ++i)
    if (is_paper(database.get_document(places[i].paper).get_value(kTieSlot), after)) return i + 1;
  return std::min(skip, places.size());
}

Results Searcher::Impl::run(const Asked& asked, const SearchOptions& options) const {
  Xapian::Enquire enquire(database);
  enquire.set_query(visible(asked.query, options.access));
  const auto order = set_order(enquire, options.sort);
  FacetSpy spy;
  if (options.facet_values > 0) enquire.add_matchspy(&spy);
  const Window window = window_of(options, database.get_doccount());
  const bool again = asked.units.size() > 1 && window.first < kSortedAgain && options.limit > 0 &&
                     options.sort == SortBy::relevance;
  const std::size_t from = again ? 0 : window.first, ahead = window.first - from;
  const std::size_t looked = std::max(again ? kSortedAgain : 0, ahead + window.count);
  const Xapian::MSet found = enquire.get_mset(
      static_cast<Xapian::doccount>(from), static_cast<Xapian::doccount>(looked), kCountedExactly);
  std::vector<Place> places =
      places_of(found, again ? asked.units : Units(), {ahead, ahead + window.count});
  const auto at = [&](std::size_t n) {
    return places.begin() + static_cast<std::ptrdiff_t>(std::min(n, places.size()));
  };
  places = {at(ahead), at(ahead + window.count)};
  const std::size_t begin = begin_of(places, window.cursor.id, window.skip);
  const std::size_t end = std::min(begin + options.limit, places.size());
  Results out;
  out.total = found.get_matches_estimated();
  out.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  show({at(begin), at(end)}, asked, options, out);
  if (end < places.size() && !out.hits.empty())
    out.next = std::to_string(window.first + end) + "." + out.hits.back().id;
  if (options.facet_values > 0)
    out.facets = facets_of(spy.counts, options.facet_values, spy.seen,
                           out.total_exact ? spy.seen : out.total);
  return out;
}

}  // namespace vanthu
