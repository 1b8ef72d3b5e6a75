// SPDX-License-Identifier: GPL-3.0-or-later
// One document a dispatch. Without prefix stand the words of its pages and, weighing more, of its
// fields, so that a word finds it wherever it is; with the prefix of a field, that field alone.
// What is doubtful (another form of a word, what a number may be) is there with no weight at all.
#include "index/document.h"

#include <algorithm>

#include "index/analyse.h"
#include "index/concepts.h"
#include "index/entry.h"
#include "index/facets.h"
#include "index/fields.h"
#include "index/page_words.h"
#include "index/ranges.h"
#include "index/tolerance.h"
#include "index/utf8.h"

namespace vanthu {
namespace {

// Positions left free between texts, so that no phrase runs from one into the next.
constexpr Xapian::termpos kTextGap = 100;
constexpr std::size_t kMaxTermBytes = 200;
constexpr std::size_t kMostCandidates = 8;  // of a number or a date

// How often a word of a field counts among the words of the pages: a subject says what a paper is
// about in one line, and its number, type and names are what people remember.
constexpr Xapian::termcount kSubjectWeight = 5, kNameWeight = 2, kPageWeight = 1;

std::string value_of(const Field& field) { return field.value.value_or(""); }

// Terms of one dispatch in the making.
class Terms {
 public:
  explicit Terms(Xapian::Document& document) : document_(document) {}

  void page(const PageReading& page, const std::string& own_number) {
    const Analysis found = analyse(page.text);
    const Xapian::termpos base = at_ + 1;
    syllables(found, concepts_in(page.text, found.syllables), "", kPageWeight);
    for (const PlacedWord& word : place_words(page)) doubts(word, found, base);
    for (const DocumentNumber& number : found.numbers)
      if (number.whole() != own_number) cited(number.whole());
  }

  // A field: under its prefix, and among the words with `weight`.
  void field(std::string_view key_prefix, const std::string& text, Xapian::termcount weight) {
    const Analysis found = analyse(text);
    const std::vector<Mention> mentions = concepts_in(text, found.syllables);
    syllables(found, mentions, std::string(key_prefix), 1);
    syllables(found, mentions, "", weight);
  }

  void number(const std::string& text, char kind, Xapian::termcount weight) {
    const DocumentNumber number = analyse_number(text);
    if (!number.groups.empty())
      document_.add_posting(number_prefix() + kind + number.groups.front(), at_ + 1);
    groups(number);
    const Analysis found = analyse(text);
    syllables(found, concepts_in(text, found.syllables), "", weight);
  }

  // A part of a number: found wherever it stands in what is asked, never as its beginning.
  void notation(const std::string& text) { groups(analyse_number(text)); }

  void days(std::string_view prefix, const std::string& date) {
    for (const std::string& name : day_names(date)) boolean(prefix, name);
  }

  void cited(const std::string& whole) { boolean(search_field("cites").prefix, whole); }

  void boolean(std::string_view prefix, const std::string& value) {
    document_.add_boolean_term(std::string(prefix) + cut_utf8(value, kMaxTermBytes));
  }

 private:
  static std::string number_prefix() { return std::string(search_field("number").prefix); }

  void groups(const DocumentNumber& number) {
    for (const std::string& group : number.groups)
      document_.add_posting(number_prefix() + group, ++at_);
    at_ += kTextGap;
  }

  void post(const std::string& prefix, const Syllable& syllable, Xapian::termpos at,
            Xapian::termcount weight) {
    document_.add_posting(prefix + syllable.folded, at, weight);
    document_.add_posting(prefix + kWritten + syllable.written, at, weight);
  }

  void syllables(const Analysis& found, const std::vector<Mention>& mentions,
                 const std::string& prefix, Xapian::termcount weight) {
    const Xapian::termpos base = at_ + 1;
    for (const Syllable& syllable : found.syllables) post(prefix, syllable, ++at_, weight);
    for (const Mention& mention : mentions)
      document_.add_posting(prefix + kNamed + mention.what->key,
                            base + static_cast<Xapian::termpos>(mention.first), weight);
    at_ += kTextGap;
  }

  // What else a word may be: as the engine saw it before correction, digits by hand; and the shapes
  // of a word that is not sure.
  void doubts(const PlacedWord& placed, const Analysis& found, Xapian::termpos base) {
    const Word& word = *placed.word;
    const bool doubted = word.confidence < kDoubtedBelow;
    if (word.raw.empty() && word.guesses.empty() && !doubted) return;
    const auto first =
        std::partition_point(found.syllables.begin(), found.syllables.end(),
                             [&](const Syllable& s) { return s.end <= placed.begin; });
    const auto at = base + static_cast<Xapian::termpos>(first - found.syllables.begin());
    other_form(word.raw, at);
    for (const Guess& guess : word.guesses) other_form(guess.text, at);
    for (auto s = first; doubted && s != found.syllables.end() && s->begin < placed.end; ++s)
      for (const std::string& shape : shapes_of(s->folded)) boolean(kDoubtPrefix, shape);
  }

  void other_form(const std::string& text, Xapian::termpos at) {
    for (const Syllable& syllable : analyse(text).syllables) post("", syllable, at++, 0);
  }

  Xapian::Document& document_;
  Xapian::termpos at_ = 0;
};

// Digits written by hand are often not read, the notation printed beside them nearly always is.
std::string printed_notation(const Field& number) {
  for (const Evidence& one : number.evidence)
    if (one.source == "print") return one.value;
  return {};
}

void add_number(const Field& number, const Entry& entry, Terms& terms) {
  if (number.value)
    terms.number(*number.value, kOwnNumber, kSubjectWeight);
  else if (!number.corrected)
    terms.notation(printed_notation(number));
  for (std::size_t i = 0; i < std::min(entry.numbers.size(), kMostCandidates); ++i)
    terms.number(entry.numbers[i], kMaybeNumber, 0);
}

void add_dates(const Entry& entry, Terms& terms) {
  terms.days(search_field("date").prefix, entry.date);
  for (std::size_t i = 0; i < std::min(entry.dates.size(), kMostCandidates); ++i)
    terms.days(kMaybeDayPrefix, entry.dates[i]);
}

void add_fields(const Dispatch& dispatch, Terms& terms) {
  const std::string_view to = search_field("to").prefix, signer = search_field("signer").prefix;
  terms.field(search_field("subject").prefix, value_of(dispatch.subject), kSubjectWeight);
  terms.field(search_field("type").prefix, value_of(dispatch.type), kNameWeight);
  terms.field(search_field("issuer").prefix, value_of(dispatch.issuer), kNameWeight);
  terms.field(search_field("issuer").prefix, value_of(dispatch.parent), kPageWeight);
  terms.field(search_field("urgent").prefix, value_of(dispatch.urgent), kPageWeight);
  terms.field(signer, value_of(dispatch.signer), kNameWeight);
  for (const Signer& other : dispatch.signers)
    terms.field(signer, value_of(other.name), kPageWeight);
  for (const Field& one : dispatch.to) terms.field(to, value_of(one), kPageWeight);
  for (const Copy& copy : dispatch.copies) terms.field(to, value_of(copy.who), kPageWeight);
}

void add_cited(const Entry& entry, const std::string& own, Terms& terms) {
  for (const CitedPaper& cited : entry.cites) {
    const std::string whole = analyse_number(cited.number).whole();
    if (whole.empty() || whole == own) continue;
    terms.cited(whole);
    if (cited.relation == "repeals") terms.boolean(kRepealsPrefix, whole);
  }
}

// Newest first as text that sorts upwards, undated papers last; then the id.
std::string tie_value(const Entry& entry) {
  const auto days = parse_days(entry.date);
  std::string out = days && !days->low.empty() ? days->low : "~";
  for (char& c : out)
    if (c >= '0' && c <= '9') c = static_cast<char>('0' + ('9' - c));
  return out + entry.id;
}

void add_values(const Entry& entry, Xapian::Document& document) {
  const DocumentNumber number = analyse_number(entry.number);
  if (!number.groups.empty()) {
    const std::string& head = number.groups.front();
    const std::string value = number_value(head.substr(0, head.find_first_not_of("0123456789")));
    if (!value.empty()) document.add_value(kNumberSlot, value);
  }
  document.add_value(kTieSlot, tie_value(entry));
  document.add_value(kFacetSlot, facet_value(entry));
}

}  // namespace

Xapian::Document make_document(const Reading& reading, const Dispatch& dispatch,
                               const std::string& access) {
  Xapian::Document document;
  Terms terms(document);
  const Entry entry = make_entry(reading, dispatch, access);
  const std::string own = analyse_number(entry.number).whole();
  for (const PageReading& page : reading.pages)
    if (std::find(dispatch.pages.begin(), dispatch.pages.end(), page.page) != dispatch.pages.end())
      terms.page(page, own);
  add_number(dispatch.number, entry, terms);
  add_dates(entry, terms);
  add_fields(dispatch, terms);
  add_cited(entry, own, terms);
  terms.boolean(kIdPrefix, entry.id);
  terms.boolean(kFilePrefix, reading.sha256);
  terms.boolean(search_field("access").prefix, access);
  add_values(entry, document);
  document.set_data(pack(entry));
  return document;
}

}  // namespace vanthu
