// SPDX-License-Identifier: GPL-3.0-or-later
#include <xapian.h>

#include "tests/bench/search/engines.h"

namespace vanthu::bench {
namespace {

class Omega : public SearchEngine {
 public:
  explicit Omega(std::string folder)
      : folder_(std::move(folder)), database_(folder_, Xapian::DB_CREATE_OR_OVERWRITE) {}

  void add(const Reading& reading) override {
    const Dispatch& d = reading.dispatches.front();
    Xapian::Document document;
    Xapian::TermGenerator terms;
    terms.set_document(document);
    terms.index_text(d.subject.value.value_or(""), 5);
    terms.increase_termpos();
    for (const Field* field : {&d.number, &d.issuer, &d.type}) {
      terms.index_text(field->value.value_or(""), 2);
      terms.increase_termpos();
    }
    std::string text;
    for (const PageReading& page : reading.pages) text += page.text;
    terms.index_text(text);
    document.set_data(d.id + "\n" + text);
    database_.add_document(document);
  }

  void finish() override { database_.commit(); }

  std::vector<std::string> search(const std::string& query, std::size_t most, bool page) override {
    std::vector<std::string> out;
    try {
      Xapian::QueryParser parser;
      parser.set_default_op(Xapian::Query::OP_AND);
      Xapian::Enquire enquire(database_);
      enquire.set_query(parser.parse_query(query));
      const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
      for (auto at = found.begin(); at != found.end(); ++at) {
        const std::string data = at.get_document().get_data();
        out.push_back(data.substr(0, data.find('\n')));
        if (page) shown_ += found.snippet(data.substr(data.find('\n') + 1), 200).size();
      }
    } catch (const Xapian::QueryParserError&) {  // finds nothing
    }
    return out;
  }

 private:
  std::string folder_;
  Xapian::WritableDatabase database_;
  std::size_t shown_ = 0;
};

}  // namespace

std::unique_ptr<SearchEngine> omega(const std::string& folder) {
  return std::make_unique<Omega>(folder);
}

}  // namespace vanthu::bench
