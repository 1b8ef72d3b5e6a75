// SPDX-License-Identifier: GPL-3.0-or-later
// What stands elsewhere in the file about the dispatch's number. An annex says whose it is ("Kèm
// theo Quyết định số 12/QĐ-UBND …"): that names the number even where the net lost it, but alone
// it stays under what is trusted, for annexes are copied from paper to paper.
#include <algorithm>
#include <set>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/weigh.h"

namespace vanthu::fields {
namespace {

constexpr double kCited = 15;        // times likelier when the dispatch's own pages cite it
constexpr double kAnnexNames = 60;   // when its annex says that it belongs to it
constexpr double kUnguessed = 0.05;  // share of such a number that the net did not think of

bool has_notation(const std::string& number, const NumberHints& hints) {
  const std::string tail = whole_number("", hints.notation, hints.joint);
  return !hints.notation.empty() && number.size() > tail.size() && number.ends_with(tail);
}

// As far as both go; what is not known does not speak.
bool contradicts(const std::string& cited, const std::string& own) {
  const std::size_t n = std::min(cited.size(), own.size());
  return n > 0 && cited.compare(0, n, own, 0, n) != 0;
}

// The one number of its notation that annexes say they are of; empty: none, or two.
std::string named_by_annexes(const NumberHints& hints) {
  std::set<std::string> named;
  for (const Citation& cite : hints.cites) {
    const bool annex = std::count(hints.annex_pages.begin(), hints.annex_pages.end(), cite.page);
    if (annex && cite.relation == "attachment" && has_notation(cite.number, hints) &&
        !contradicts(cite.date, hints.partial_date))
      named.insert(cite.number);
  }
  return named.size() == 1 ? *named.begin() : std::string();
}

}  // namespace

void weigh_number(Field& number, const NumberHints& hints) {
  Choices choices = choices_of(number);
  const Choices before = choices;
  const bool read = number.value.has_value() || !number.candidates.empty();
  const std::string named = named_by_annexes(hints);
  if (!named.empty()) {
    add_evidence(number, "annex", named, 0.9);
    favour(choices, named, kAnnexNames, kUnguessed);
  }
  for (const Choice& one : before) {
    const bool cited = std::any_of(hints.cites.begin(), hints.cites.end(),
                                   [&](const Citation& cite) { return cite.number == one.value; });
    if (!cited || one.chance <= 0 || one.value == named) continue;
    add_evidence(number, "citation", one.value, 0.9);
    favour(choices, one.value, kCited);
  }
  if (choices == before) return;
  set_choices(number, std::move(choices));
  if (number.value == named && !read) number.status = Status::inferred;
}

}  // namespace vanthu::fields
