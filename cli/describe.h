// SPDX-License-Identifier: GPL-3.0-or-later
// A dispatch for people: its fields one a line, doubtful ones marked with "?". Pure, but for the
// style of a terminal. Everything returned is safe to print.
#pragma once
#include <string>
#include <vector>

#include "archive/catalogue.h"
#include "archive/fault.h"
#include "cli/links_shown.h"
#include "pipeline/dispatch.h"

namespace vanthu::cli {

enum class Detail {
  brief,  // what was read, and what a clerk should look at
  full,   // every field with state, confidence, place and evidence
};

std::string describe(const Dispatch& dispatch, Detail detail);
std::string percent(double confidence);                // "98 %"
std::string page_list(const std::vector<int>& pages);  // "1-2", "1, 3-4"

std::string fault_lines(const std::vector<Fault>& faults);  // one a line

// The list of dispatches: number, date, issuer, subject, doubtful ones marked; where there is no
// value, the likeliest candidate of `review` in brackets; of a scan that another replaces, which.
// `columns` as render().
std::string dispatch_table(const std::vector<DispatchRow>& rows,
                           const std::vector<ReviewRow>& review, std::size_t columns,
                           const Replaced& replaced = {});

}  // namespace vanthu::cli
