// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are handed over, as tables. Pure.
#pragma once
#include <string>

#include "archive/exported.h"

namespace vanthu::cli {

std::string csv_head();                       // with the mark of UTF-8, for spreadsheets
std::string csv_line(const ExportRow& row);   // as csv_cell() has it
std::string json_line(const ExportRow& row);  // one object; what is empty is null

}  // namespace vanthu::cli
