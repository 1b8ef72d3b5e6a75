// SPDX-License-Identifier: GPL-3.0-or-later
// A closed book of the register: its rows as they stood when it was closed, an object of their own
// that never changes. What is changed of a paper later stands beside it and not in it. Any thread.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/register.h"
#include "pipeline/error.h"

namespace vanthu {

std::string to_json(const ClosedBook& book);
ClosedBook book_from_json(std::string_view json);  // throws Error{corrupt}

// The object a closed book is kept as.
TypedDocument book_document(const ClosedBook& book);

// Those of a year, by first number; empty: of every year. Throws Error: corrupt, io.
std::vector<ClosedBook> closed_books(const Archive& archive, const std::string& year);

// The register with what closed books keep. A damaged document is passed over and named in
// `faults`.
// `seen`: what of a reading may be shown; with it the rows of closed books are left out. Empty:
// all.
using SeenOf = std::function<Reading(const Reading&, const std::vector<Access>&)>;
Register make_register(const Archive& archive, const RegisterAsk& ask, std::vector<Fault>& faults,
                       const SeenOf& seen = {});

struct CloseAsk {
  std::string year, volume;  // volume empty: the next of the year
  int first = 0, last = 0;   // 0: behind the last closed book; up to the highest number
  std::string agency, by;
  bool with_gaps = false;
};

struct CannotClose : Error {  // a book as it was asked for
  enum class Why { no_such_numbers, in_closed_book, volume_is_closed, gaps };
  CannotClose(Why w, const std::string& what, std::string of)
      : Error(Code::usage, what + ": " + of), why(w), detail(std::move(of)) {}
  Why why;
  std::string detail;  // the numbers, the volume
};

// Freezes the rows of these numbers, under the archive's lock for as long as all readings take.
// Throws CannotClose, and Error: corrupt (a document that cannot be read), io, busy.
ClosedBook close_book(Archive& archive, const CloseAsk& ask);

}  // namespace vanthu
