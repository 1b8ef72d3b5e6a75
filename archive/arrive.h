// SPDX-License-Identifier: GPL-3.0-or-later
// Arrival numbers (Số đến): one series a year, counted over what was given here, typed, and read
// from our own agency's stamps. Whatever is given is given under the archive's lock, so that two
// clerks never get one number. Any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "pipeline/error.h"

namespace vanthu {

struct ArriveAsk {
  std::string agency;  // ours: of several arrival stamps the one that names it counts
  std::string by;      // who
  std::string day;     // of arrival, ISO; empty: today, or what the paper has already
  int number = 0;      // 0: the next free one of the year
};

struct Arrived {
  std::string id;  // of the dispatch; empty: a number without a paper
  int number = 0;
  std::string day;        // ISO; its year is the number's
  bool had = false;       // it had this number before: nothing was written
  double confidence = 1;  // under kTrusted: `had` from a stamp that was read in doubt
  std::string doubtful;   // the dispatch whose stamp, read in doubt, has the number before
};

// A number of a year that cannot be given again or cancelled now.
struct NumberTaken : Error {
  NumberTaken(int n, std::string y, std::string who)
      : Error(Code::usage, "arrival number " + std::to_string(n) + " of " + y + " is taken"),
        number(n),
        year(std::move(y)),
        holder(std::move(who)) {}
  int number;
  std::string year, holder;  // id of a dispatch; empty: the number was cancelled
};

struct NumberClosed : Error {  // it lies in a closed book
  NumberClosed(int n, std::string y, std::string v)
      : Error(Code::usage, "arrival number " + std::to_string(n) + " of " + y +
                               " lies in a closed book, volume " + v),
        number(n),
        year(std::move(y)),
        volume(std::move(v)) {}
  int number;
  std::string year, volume;
};

struct NumberAhead : Error {  // of a year whose numbers have not come so far
  explicit NumberAhead(int n)
      : Error(Code::usage, "that number has not come yet; the last one is " + std::to_string(n)),
        last(n) {}
  int last;
};

struct HeldNumber {
  int number = 0;
  std::string day, dispatch, sha256;  // dispatch empty: without a paper
  double confidence = 1;              // of the reading, where a stamp says it
  bool stamped = false, cancelled = false;
};

// The numbers of a year, ascending; one that several papers bear is there for each.
std::vector<HeldNumber> held_numbers(const Archive& archive, const std::string& year,
                                     const std::string& agency);

// Gives the kept dispatch its number. A paper that has one keeps it, unless ask.number says
// otherwise; one that replaces another (link.h) takes over the number of that, with what was set
// beside it. Throws NumberTaken, NumberClosed and Error: not_found, io, busy.
Arrived arrive(Archive& archive, const std::string& id, const ArriveAsk& ask);

// A row without a scan: the typed fields (contract names) are a document of their own. Throws
// NumberTaken and what apply_correction throws.
Arrived enter_row(Archive& archive, const TypedValues& fields, const ArriveAsk& ask);

// Strikes a number out; a paper that was given it has none afterwards. Throws NumberTaken (it is
// what a paper's stamp says), NumberAhead.
Arrived cancel_number(Archive& archive, int number, const std::string& year,
                      const std::string& reason, const ArriveAsk& ask);

}  // namespace vanthu
