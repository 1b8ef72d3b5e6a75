// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "index/page_words.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::json;

struct NamedString {
  const char* name;
  std::string Entry::*member;
};

constexpr NamedString kStrings[] = {
    {"id", &Entry::id},         {"number", &Entry::number}, {"date", &Entry::date},
    {"issuer", &Entry::issuer}, {"type", &Entry::type},     {"subject", &Entry::subject},
    {"urgent", &Entry::urgent}, {"access", &Entry::access},
};

struct CitedString {
  const char* name;
  std::string CitedPaper::*member;
};

constexpr CitedString kCitedStrings[] = {
    {"number", &CitedPaper::number},     {"title", &CitedPaper::title},
    {"type", &CitedPaper::type},         {"date", &CitedPaper::date},
    {"relation", &CitedPaper::relation},
};

std::vector<std::string> guesses(const Field& field) {
  std::vector<std::string> out;
  if (!field.value && !field.corrected)
    for (const Candidate& one : field.candidates) out.push_back(one.value);
  return out;
}

PageText page_text(const PageReading& page) {
  PageText out{page.page, page.text, {}};
  for (const PlacedWord& one : place_words(page))
    out.words.push_back({one.begin, one.end, one.word->box});
  return out;
}

// Six whole numbers a word, each less that of the word before, so that they are short and alike.
Json words_json(const std::vector<WordBox>& words) {
  Json out = Json::array();
  WordBox last;
  for (const WordBox& word : words) {
    for (const auto n :
         {static_cast<long>(word.begin - last.end), static_cast<long>(word.end - word.begin),
          static_cast<long>(word.box.x - last.box.right()),
          static_cast<long>(word.box.y - last.box.y), static_cast<long>(word.box.w),
          static_cast<long>(word.box.h - last.box.h)})
      out.push_back(n);
    last = word;
  }
  return out;
}

std::vector<WordBox> words_from(const Json& in) {
  std::vector<WordBox> out;
  WordBox last;
  for (std::size_t i = 0; i + 6 <= in.size(); i += 6) {
    const auto n = [&](std::size_t k) { return in.at(i + k).get<int>(); };
    WordBox word;
    word.begin = last.end + static_cast<std::size_t>(n(0));
    word.end = word.begin + static_cast<std::size_t>(n(1));
    word.box = {last.box.right() + n(2), last.box.y + n(3), n(4), last.box.h + n(5)};
    out.push_back(word);
    last = word;
  }
  return out;
}

Json cited_json(const CitedPaper& cited) {
  Json out = {{"page", cited.page}};
  for (const CitedString& string : kCitedStrings)
    if (!(cited.*string.member).empty()) out[string.name] = cited.*string.member;
  return out;
}

CitedPaper cited_from(const Json& in) {
  CitedPaper out;
  out.page = in.value("page", 1);
  for (const CitedString& string : kCitedStrings) out.*string.member = in.value(string.name, "");
  return out;
}

}  // namespace

Entry make_entry(const Reading& reading, const Dispatch& dispatch, std::string access) {
  Entry out;
  out.id = dispatch.id;
  out.number = dispatch.number.value.value_or("");
  out.date = dispatch.date.value.value_or("");
  out.issuer = dispatch.issuer.value.value_or("");
  out.type = dispatch.type.value.value_or("");
  out.subject = dispatch.subject.value.value_or("");
  out.urgent = dispatch.urgent.value.value_or("");
  out.access = std::move(access);
  out.numbers = guesses(dispatch.number);
  out.dates = guesses(dispatch.date);
  for (const Citation& cite : dispatch.cites)
    out.cites.push_back({cite.number, cite.title, cite.type, cite.date, cite.relation, cite.page});
  for (const PageReading& page : reading.pages)
    if (std::find(dispatch.pages.begin(), dispatch.pages.end(), page.page) != dispatch.pages.end())
      out.pages.push_back(page_text(page));
  return out;
}

std::string to_json(const Entry& entry) {
  Json out = Json::object();
  for (const NamedString& string : kStrings)
    if (!(entry.*string.member).empty()) out[string.name] = entry.*string.member;
  if (!entry.numbers.empty()) out["numbers"] = entry.numbers;
  if (!entry.dates.empty()) out["dates"] = entry.dates;
  for (const CitedPaper& cited : entry.cites) out["cites"].push_back(cited_json(cited));
  Json& pages = out["pages"] = Json::array();
  for (const PageText& page : entry.pages)
    pages.push_back({page.page, page.text, words_json(page.words)});
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Entry entry_from_json(std::string_view json) try {
  const Json in = Json::parse(json);
  Entry out;
  for (const NamedString& string : kStrings) out.*string.member = in.value(string.name, "");
  out.numbers = in.value("numbers", std::vector<std::string>());
  out.dates = in.value("dates", std::vector<std::string>());
  if (in.contains("cites"))
    for (const Json& cited : in.at("cites")) out.cites.push_back(cited_from(cited));
  for (const Json& page : in.at("pages"))
    out.pages.push_back(
        {page.at(0).get<int>(), page.at(1).get<std::string>(), words_from(page.at(2))});
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("the index holds a damaged entry: ") + e.what(),
              "rebuild it: vanthu reindex");
}

}  // namespace vanthu
