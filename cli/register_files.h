// SPDX-License-Identifier: GPL-3.0-or-later
// The register as files people open, print and bind. Pure, but for what libxlsxwriter keeps in
// temporary memory.
#pragma once
#include <optional>
#include <string>

#include "archive/register.h"

namespace vanthu::cli {

struct RegisterBook {
  Register entries;
  std::string agency, from, to;           // for the title; days as ISO
  std::optional<ClosedBook> closed = {};  // its own title then; `entries` has its rows alone
};

std::string register_csv(const RegisterBook& book);   // UTF-8 with its mark, for spreadsheets
std::string register_html(const RegisterBook& book);  // prints on A4 across, its head on each page
std::string register_xlsx(const RegisterBook& book);  // throws Error{internal}

std::string register_title(const RegisterBook& book);  // "Từ ngày 01/9/2019 đến ngày …"

}  // namespace vanthu::cli
