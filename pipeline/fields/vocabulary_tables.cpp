// SPDX-License-Identifier: GPL-3.0-or-later
// The files lie in the read-only part of the program, as the models do: a confined worker opens
// none.
#include "pipeline/fields/vocabulary_tables.h"

#include <algorithm>
#include <functional>

#include "pipeline/error.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

#define VANTHU_VOCABULARY(NAME)                                      \
  extern "C" const unsigned char vanthu_vocabulary_##NAME##_begin[]; \
  extern "C" const unsigned char vanthu_vocabulary_##NAME##_end[]

VANTHU_VOCABULARY(kinds);
VANTHU_VOCABULARY(printed);
VANTHU_VOCABULARY(provinces);
VANTHU_VOCABULARY(districts);
VANTHU_VOCABULARY(bodies);
VANTHU_VOCABULARY(cited);
VANTHU_VOCABULARY(starts);
VANTHU_VOCABULARY(phrases);
VANTHU_VOCABULARY(signer_titles);
VANTHU_VOCABULARY(family_names);
VANTHU_VOCABULARY(units);
VANTHU_VOCABULARY(laws);

namespace vanthu::fields {
namespace {

std::string bytes(const unsigned char* begin, const unsigned char* end) {
  return {reinterpret_cast<const char*>(begin), reinterpret_cast<const char*>(end)};
}

std::vector<std::string> parts_of(const std::string& cell) {
  std::vector<std::string> out;
  for (const std::string& part : split(cell, ';'))
    if (!trim(part).empty()) out.push_back(trim(part));
  return out;
}

std::string day_of(const VocabularyRow& row, std::size_t i) {
  const std::string& day = row.cell(i);
  const auto number = [&](std::size_t at, std::size_t digits) {
    const std::string part = day.substr(at, digits);
    return all_digits(part, digits) && part.size() == digits ? std::stoi(part) : 0;
  };
  if (day.empty()) return day;
  const bool shaped = day.size() == 10 && day[4] == '-' && day[7] == '-';
  if (!shaped || number(8, 2) == 0 || iso_date(number(0, 4), number(5, 2), number(8, 2)) != day)
    bad_row(row, "'" + day + "' is no day (year-month-day)");
  return day;
}

Period period_of(const VocabularyRow& row, std::size_t from) {
  Period out{day_of(row, from), day_of(row, from + 1)};
  if (!out.from.empty() && !out.until.empty() && out.until < out.from)
    bad_row(row, "the last day lies before the first");
  return out;
}

Kind kind_of(const VocabularyRow& row) {
  const std::vector<std::string> rules = words_of(row.cell(2));
  const auto has = [&](std::string_view rule) {
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
  };
  const std::size_t known = (has("state") ? 1 : 0) + (has("party") ? 1 : 0);
  if (known == 0 || known != rules.size()) bad_row(row, "the rules are 'state', 'party' or both");
  return {upper(row.cell(0)), row.cell(1), has("state"), has("party"), period_of(row, 3)};
}

Law law_of(const VocabularyRow& row) {
  Law out{row.cell(0), {}};
  for (const std::string& part : parts_of(row.cell(1))) {
    const std::vector<std::string> words = words_of(part);
    out.numbers.push_back({words.front(), words.size() > 1 ? words[1] : std::string()});
  }
  return out;
}

struct File {
  const char* name;
  std::size_t columns;
  std::string text;
  std::function<void(Tables&, const VocabularyRow&)> take;
};

const std::vector<File>& files() {
  const auto words = [](std::vector<std::string> Tables::*list) {
    return [list](Tables& t, const VocabularyRow& row) { (t.*list).push_back(row.cell(0)); };
  };
#define FILE_OF(NAME, COLUMNS, TAKE)                                                  \
  File {                                                                              \
#NAME ".tsv", COLUMNS,                                                            \
        bytes(vanthu_vocabulary_##NAME##_begin, vanthu_vocabulary_##NAME##_end), TAKE \
  }
  static const std::vector<File> made = {
      FILE_OF(kinds, 5,
              [](Tables& t, const VocabularyRow& row) { t.kinds.push_back(kind_of(row)); }),
      FILE_OF(printed, 2,
              [](Tables& t, const VocabularyRow& row) {
                t.printed.push_back({upper(row.cell(0)), upper(row.cell(1))});
              }),
      FILE_OF(provinces, 6,
              [](Tables& t, const VocabularyRow& row) {
                t.provinces.push_back({row.cell(0), row.cell(1), period_of(row, 2), row.cell(4),
                                       parts_of(row.cell(5))});
              }),
      FILE_OF(districts, 4,
              [](Tables& t, const VocabularyRow& row) {
                t.districts.push_back({row.cell(0), row.cell(1), period_of(row, 2)});
              }),
      FILE_OF(bodies, 5,
              [](Tables& t, const VocabularyRow& row) {
                t.bodies.push_back(
                    {row.cell(0), parts_of(row.cell(1)), period_of(row, 2), row.cell(4)});
              }),
      FILE_OF(cited, 2,
              [](Tables& t, const VocabularyRow& row) {
                t.cited.push_back({row.cell(0), row.cell(1) == "alone"});
              }),
      FILE_OF(laws, 2, [](Tables& t, const VocabularyRow& row) { t.laws.push_back(law_of(row)); }),
      FILE_OF(starts, 1, words(&Tables::starts)),
      FILE_OF(phrases, 1, words(&Tables::phrases)),
      FILE_OF(signer_titles, 1, words(&Tables::signer_titles)),
      FILE_OF(family_names, 1, words(&Tables::family_names)),
      FILE_OF(units, 2, words(&Tables::units)),
  };
#undef FILE_OF
  return made;
}

std::string names_of(const VocabularyFiles& all) {
  std::vector<std::string> names;
  for (const auto& [name, text] : all) names.push_back(name);
  return join(names, ", ");
}

}  // namespace

bool in_force(const Period& period, std::string_view day) {
  if (day.empty()) return true;
  return std::string_view(period.from).substr(0, day.size()) <= day &&
         (period.until.empty() || std::string_view(period.until).substr(0, day.size()) >= day);
}

VocabularyFiles own_vocabulary() {
  VocabularyFiles out;
  for (const File& file : files()) out[file.name] = file.text;
  return out;
}

Tables make_tables(const VocabularyFiles& clerk) {
  for (const auto& [name, text] : clerk)
    if (std::none_of(files().begin(), files().end(),
                     [&](const File& file) { return name == file.name; }))
      throw Error(Code::config, "'" + repair_utf8(name) + "' is no vocabulary",
                  "The names are those of the program's own files: " + names_of(own_vocabulary()));
  Tables out;
  for (const File& file : files()) {
    std::vector<VocabularyRow> rows = parse_rows(file.name, file.text, file.columns);
    if (const auto own = clerk.find(file.name); own != clerk.end())
      rows = overlaid(std::move(rows), parse_rows(file.name, own->second, file.columns));
    for (const VocabularyRow& row : rows) file.take(out, row);
  }
  return out;
}

}  // namespace vanthu::fields
