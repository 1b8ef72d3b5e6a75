// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of a dispatch to show it as a hit, besides its terms. Safe from any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "index/snippet.h"
#include "pipeline/dispatch.h"

namespace vanthu {

struct CitedPaper {  // as written; empty where not said
  std::string number, title, type, date, relation;
  int page = 1;
  bool operator==(const CitedPaper&) const = default;
};

struct Entry {  // empty where the paper does not say
  std::string id, number, date, issuer, type, subject, urgent, access;
  std::vector<std::string> numbers, dates;  // what they may be, where they are doubtful
  std::vector<CitedPaper> cites;
  std::vector<PageText> pages;  // the pages the dispatch stands on
  bool operator==(const Entry&) const = default;
};

Entry make_entry(const Reading& reading, const Dispatch& dispatch, std::string access);

// As bytes of the index: lengths and numbers of variable length, texts as they are. A change of
// them raises kSchema.
std::string pack(const Entry& entry);
Entry unpack(std::string_view packed);  // throws Error{corrupt}

}  // namespace vanthu
