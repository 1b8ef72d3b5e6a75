// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the vocabularies as values, with the days between which each is in force. The files
// in vocabulary/ say at their top what their columns are and where they are from. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fields/vocabulary_rows.h"

namespace vanthu::fields {

struct Period {  // first and last day, ISO; empty: open
  std::string from, until;
  bool operator==(const Period&) const = default;
};

// Is any of `day` in it? `day` may be "2019", "2019-09" or a whole date; empty: any day will do.
bool in_force(const Period& period, std::string_view day);

struct Kind {
  std::string name;  // "KẾ HOẠCH"
  std::string code;  // "KH"; empty: it has none
  bool state = true, party = false;
  Period period;
};

struct PrintedKind {
  std::string printed;  // as it may stand on paper: "MỜI HỌP"
  std::string name;     // the kind: "GIẤY MỜI"
};

struct Province {
  std::string name, code;  // "Kiên Giang", "H33"
  Period period;
  std::string part_of;  // the unit it went into
  std::vector<std::string> spellings;
};

struct District {
  std::string name;  // with its form: "Thành phố Phan Thiết"
  std::string province;
  Period period;
};

struct CodedBody {
  std::string name;  // as it is cited: "Sở Y tế"
  std::vector<std::string> codes;
  Period period;
  std::string part_of;  // what it went into
};

struct CitedOffice {
  std::string name;  // "Bộ trưởng"
  bool alone = false;
};

struct Law {
  std::string name;  // "Luật Đấu thầu"
  struct Number {
    std::string number, day;  // "43/2013/QH13", ISO or empty
  };
  std::vector<Number> numbers;
};

struct Tables {
  std::vector<Kind> kinds;
  std::vector<PrintedKind> printed;
  std::vector<Province> provinces;
  std::vector<District> districts;
  std::vector<CodedBody> bodies;
  std::vector<CitedOffice> cited;
  std::vector<Law> laws;
  std::vector<std::string> starts, phrases, signer_titles, family_names, units;
};

// The program's own files, by name.
VocabularyFiles own_vocabulary();

// The tables with a clerk's rows over the program's. Throws Error{config}: a file nobody knows, a
// row that does not fit its file.
Tables make_tables(const VocabularyFiles& clerk);

}  // namespace vanthu::fields
