// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>

#include "index/entry.h"
#include "index/plan.h"
#include "index/storage.h"
#include "index/utf8.h"

namespace vanthu {
namespace {

// Totals are exact up to here, "about" beyond: counting on costs time and tells a person nothing.
constexpr Xapian::doccount kCountedExactly = 10000;
constexpr int kAttempts = 4;  // a commit may overtake a search; two in a row already are rare

Xapian::Query to_engine(const Plan& plan);

std::vector<Xapian::Query> parts_of(const Plan& plan) {
  std::vector<Xapian::Query> out;
  for (const Plan& part : plan.parts) out.push_back(to_engine(part));
  return out;
}

Xapian::Query join(Xapian::Query::op op, const Plan& plan) {
  const std::vector<Xapian::Query> parts = parts_of(plan);
  return Xapian::Query(op, parts.begin(), parts.end());
}

Xapian::Query phrase(const Plan& plan) {
  std::vector<std::string> terms;
  for (const Plan& part : plan.parts) terms.push_back(part.term);
  return Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                       static_cast<Xapian::termcount>(terms.size()));
}

Xapian::Query above(int slot, const std::string& low) {
  return low.empty()
             ? Xapian::Query::MatchAll
             : Xapian::Query(Xapian::Query::OP_VALUE_GE, static_cast<Xapian::valueno>(slot), low);
}

// A paper of which only the month is known lies in every range that touches the month.
Xapian::Query range(const Plan& plan) {
  const int end_slot = plan.slot == kDateSlot ? kDateEndSlot : plan.slot;
  // A slot that is empty sorts below everything: what has no value is in no range.
  const Xapian::Query from = above(end_slot, plan.low.empty() ? "0" : plan.low);
  if (plan.high.empty()) return from;
  return Xapian::Query(Xapian::Query::OP_AND, from,
                       Xapian::Query(Xapian::Query::OP_VALUE_LE,
                                     static_cast<Xapian::valueno>(plan.slot), plan.high));
}

Xapian::Query bonus(const Plan& plan) {
  auto* source = new Xapian::FixedWeightPostingSource(plan.weight);
  return Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(source->release()),
                       to_engine(plan.parts.front()));
}

Xapian::Query prefer(const Plan& plan) {
  const std::vector<Xapian::Query> parts = parts_of(plan);
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, parts.front(),
                       Xapian::Query(Xapian::Query::OP_OR, parts.begin() + 1, parts.end()));
}

Xapian::Query to_engine(const Plan& plan) {
  switch (plan.op) {
    case Plan::Op::nothing:
      return Xapian::Query::MatchNothing;
    case Plan::Op::everything:
      return Xapian::Query::MatchAll;
    case Plan::Op::term:
      return Xapian::Query(plan.term);
    case Plan::Op::all:
      return join(Xapian::Query::OP_AND, plan);
    case Plan::Op::any:
      return join(Xapian::Query::OP_OR, plan);
    case Plan::Op::phrase:
      return phrase(plan);
    case Plan::Op::except:
      return join(Xapian::Query::OP_AND_NOT, plan);
    case Plan::Op::prefer:
      return prefer(plan);
    case Plan::Op::bonus:
      return bonus(plan);
    case Plan::Op::mute:
      return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, to_engine(plan.parts.front()), 0.0);
    case Plan::Op::range:
      return range(plan);
  }
  return Xapian::Query::MatchNothing;
}

Xapian::Query visible(const Xapian::Query& query, const std::vector<std::string>& access) {
  std::vector<std::string> terms;
  for (const std::string& one : access)
    terms.push_back(std::string(search_field("access").prefix) + one);
  return Xapian::Query(Xapian::Query::OP_FILTER, query,
                       Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
}

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

Hit make_hit(Entry entry, const QueryNode& query, bool exact, std::size_t snippet_words) {
  Hit out;
  out.snippet = make_snippet(entry.pages, needles_of(query, exact), snippet_words);
  out.id = std::move(entry.id);
  out.number = std::move(entry.number);
  out.date = std::move(entry.date);
  out.issuer = std::move(entry.issuer);
  out.type = std::move(entry.type);
  out.subject = std::move(entry.subject);
  out.access = std::move(entry.access);
  out.exact = exact;
  return out;
}

// Which folder a path leads to now; 0 when there is none.
ino_t folder_at(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? found.st_ino : 0;
}

}  // namespace

struct Searcher::Impl {
  std::string path;
  Xapian::Database database;
  ino_t folder = 0;

  explicit Impl(std::string path_in) : path(std::move(path_in)) { open(); }

  void open() {
    folder = folder_at(path);
    database = Xapian::Database(path);
    check_schema(path, database.get_metadata(std::string(kSchemaKey)));
  }

  Results find(const QueryNode& query, const SearchOptions& options) const {
    const QueryPlan plan = plan_query(query, options.sort == SortBy::relevance);
    Xapian::Enquire enquire(database);
    enquire.set_query(visible(to_engine(plan.plan), options.access));
    const auto order = set_order(enquire, options.sort);
    const auto count = static_cast<Xapian::doccount>(
        std::min<std::size_t>(options.limit, database.get_doccount()));
    const auto offset = static_cast<Xapian::doccount>(
        std::min<std::size_t>(options.offset, database.get_doccount()));
    const Xapian::MSet found = enquire.get_mset(offset, count, kCountedExactly);
    Results out;
    out.total = found.get_matches_estimated();
    out.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    for (auto at = found.begin(); at != found.end(); ++at) {
      const bool exact = !plan.marks || at.get_weight() >= kExactTier;
      out.hits.push_back(make_hit(entry_from_json(at.get_document().get_data()), query, exact,
                                  options.snippet_words));
    }
    return out;
  }

  Results find_or_relax(const QueryNode& query, const SearchOptions& options) const {
    Results out = find(query, options);
    if (out.total != 0) return out;
    const QueryNode looser = relax(query);
    if (looser == query) return out;
    out = find(looser, options);
    out.relaxed = out.total != 0;
    return out;
  }

  // To the last commit; to the other index when one was put in this one's place.
  void refresh(int attempt) {
    if (attempt > 2 || folder != folder_at(path))
      open();
    else
      database.reopen();
  }

  Results search(const QueryNode& query, const SearchOptions& options) {
    for (int attempt = 1;; ++attempt) try {
        refresh(attempt);
        return find_or_relax(query, options);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == kAttempts) throw;
      } catch (const Xapian::DatabaseOpeningError&) {
        if (attempt == kAttempts) throw;
      }
  }
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::string& path) try {
  return Searcher(std::make_unique<Impl>(path));
} catch (const Xapian::Error&) {
  rethrow_as_error(path);
}

Results Searcher::search(std::string_view query, const SearchOptions& options) {
  return search(parse_query(query), options);
}

Results Searcher::search(const QueryNode& query, const SearchOptions& options) try {
  return impl_->search(query, options);
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

std::size_t Searcher::size() try {
  impl_->refresh(1);
  return impl_->database.get_doccount();
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

}  // namespace vanthu
