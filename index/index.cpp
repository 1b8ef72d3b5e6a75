// SPDX-License-Identifier: GPL-3.0-or-later
// One document a dispatch. Without prefix stand the words of its pages and, weighing more, of its
// fields, so that a word finds it wherever it is; with the prefix of a field, that field alone.
#include "index/index.h"

#include <xapian.h>

#include <filesystem>

#include "index/analyse.h"
#include "index/entry.h"
#include "index/fields.h"
#include "index/ranges.h"
#include "index/storage.h"
#include "index/utf8.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

// Positions left free between texts, so that no phrase runs from one into the next.
constexpr Xapian::termpos kTextGap = 100;
constexpr std::size_t kMaxTermBytes = 200;

// How often a word of a field counts among the words of the pages: a subject says what a paper is
// about in one line, and its number, type and names are what people remember.
constexpr Xapian::termcount kSubjectWeight = 5, kNameWeight = 2, kPageWeight = 1;

std::string value_of(const Field& field) { return field.value.value_or(""); }

// Terms of one dispatch in the making.
class Terms {
 public:
  explicit Terms(Xapian::Document& document) : document_(document) {}

  void page(const std::string& text, const std::string& own_number) {
    const Analysis found = analyse(text);
    syllables(found, "", kPageWeight);
    for (const DocumentNumber& number : found.numbers)
      if (number.whole() != own_number) cited(number.whole());
  }

  // A field: under its prefix, and among the words with `weight`.
  void field(std::string_view key_prefix, const std::string& text, Xapian::termcount weight) {
    const Analysis found = analyse(text);
    syllables(found, std::string(key_prefix), 1);
    syllables(found, "", weight);
  }

  void number(const std::string& text) {
    const DocumentNumber number = analyse_number(text);
    const std::string prefix(search_field("number").prefix);
    if (!number.groups.empty())
      document_.add_posting(prefix + "^" + number.groups.front(), at_ + 1);
    notation(text);
    syllables(analyse(text), "", kSubjectWeight);
  }

  // A part of a number: found wherever it stands in what is asked, never as its beginning.
  void notation(const std::string& text) {
    const std::string prefix(search_field("number").prefix);
    for (const std::string& group : analyse_number(text).groups)
      document_.add_posting(prefix + group, ++at_);
    at_ += kTextGap;
  }

  void cited(const std::string& whole) {
    document_.add_boolean_term(std::string(kCitedPrefix) + whole);
  }

  void boolean(std::string_view prefix, const std::string& value) {
    document_.add_boolean_term(std::string(prefix) + cut_utf8(value, kMaxTermBytes));
  }

 private:
  void syllables(const Analysis& found, const std::string& prefix, Xapian::termcount weight) {
    for (const Syllable& syllable : found.syllables) {
      ++at_;
      document_.add_posting(prefix + syllable.folded, at_, weight);
      document_.add_posting(prefix + kWritten + syllable.written, at_, weight);
    }
    at_ += kTextGap;
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

void add_number(const Field& number, Terms& terms) {
  if (number.value)
    terms.number(*number.value);
  else if (!number.corrected)
    terms.notation(printed_notation(number));
}

void add_fields(const Dispatch& dispatch, Terms& terms) {
  const std::string_view to = search_field("to").prefix, signer = search_field("signer").prefix;
  add_number(dispatch.number, terms);
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

void add_cited(const Dispatch& dispatch, const std::string& own, Terms& terms) {
  for (const Citation& citation : dispatch.cites) {
    const std::string whole = analyse_number(citation.number).whole();
    if (!whole.empty() && whole != own) terms.cited(whole);
  }
}

// Newest first as text that sorts upwards, undated papers last; then the id.
std::string tie_value(const std::string& day, const std::string& id) {
  std::string out = day.empty() ? "~" : day;
  for (char& c : out)
    if (c >= '0' && c <= '9') c = static_cast<char>('0' + ('9' - c));
  return out + id;
}

void add_values(const Entry& entry, Xapian::Document& document) {
  std::string first_day;
  if (const auto days = parse_days(entry.date)) {
    document.add_value(kDateSlot, first_day = days->low);
    document.add_value(kDateEndSlot, days->high);
  }
  const DocumentNumber number = analyse_number(entry.number);
  if (!number.groups.empty()) {
    const std::string& head = number.groups.front();
    const std::string value = number_value(head.substr(0, head.find_first_not_of("0123456789")));
    if (!value.empty()) document.add_value(kNumberSlot, value);
  }
  document.add_value(kTieSlot, tie_value(first_day, entry.id));
}

Xapian::Document make_document(const Reading& reading, const Dispatch& dispatch,
                               const std::string& access) {
  Xapian::Document document;
  Terms terms(document);
  const Entry entry = make_entry(reading, dispatch, access);
  const std::string own = analyse_number(entry.number).whole();
  for (const PageText& page : entry.pages) terms.page(page.text, own);
  add_fields(dispatch, terms);
  add_cited(dispatch, own, terms);
  terms.boolean(kIdPrefix, entry.id);
  terms.boolean(kFilePrefix, reading.sha256);
  terms.boolean(search_field("access").prefix, access);
  add_values(entry, document);
  document.set_data(to_json(entry));
  return document;
}

// The engine makes the last folder of the path alone.
void make_parent(const std::string& path) {
  const auto parent = std::filesystem::absolute(path).lexically_normal().parent_path();
  std::error_code failed;
  std::filesystem::create_directories(parent, failed);
  if (failed)
    throw Error(Code::cannot_create,
                "the folder " + parent.string() + " cannot be made (" + failed.message() + ")",
                "is its place writable?");
}

}  // namespace

struct Writer::Impl {
  std::string path;
  Xapian::WritableDatabase database;

  Impl(const std::string& path_in, int action) : path(path_in), database(path_in, action) {
    const std::string key(kSchemaKey);
    if (database.get_doccount() == 0 && database.get_metadata(key).empty()) {
      database.set_metadata(key, std::to_string(kSchema));
      database.commit();
    }
    check_schema(path, database.get_metadata(key));
  }

  static std::unique_ptr<Impl> open(const std::string& path, int action) try {
    make_parent(path);
    return std::make_unique<Impl>(path, action);
  } catch (const Xapian::Error&) {
    rethrow_as_error(path);
  }
};

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Writer Writer::open(const std::string& path) {
  return Writer(Impl::open(path, Xapian::DB_CREATE_OR_OPEN));
}

Writer Writer::create(const std::string& path) {
  return Writer(Impl::open(path, Xapian::DB_CREATE_OR_OVERWRITE));
}

void Writer::put(const Reading& reading, const AccessOf& access) try {
  impl_->database.delete_document(std::string(kFilePrefix) + reading.sha256);
  for (const Dispatch& dispatch : reading.dispatches)
    impl_->database.add_document(make_document(reading, dispatch, access(dispatch)));
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

void Writer::remove(std::string_view sha256) try {
  impl_->database.delete_document(std::string(kFilePrefix) + std::string(sha256));
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

void Writer::commit() try { impl_->database.commit(); } catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

std::size_t Writer::size() const { return impl_->database.get_doccount(); }

}  // namespace vanthu
