// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages make which dispatch, and what each page is: a new head with a number, or a number row
// level with a place-and-date row, opens a dispatch; an annex with a national head but without
// number does not, nor a copy slip (SAO LỤC), nor a blank back. Pure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/fields/head.h"

namespace vanthu::fields {

struct Bound {                     // one dispatch
  std::vector<std::size_t> pages;  // indexes, the opening page first; blanks and slips included
};

struct Parted {
  std::vector<Bound> dispatches;   // at least one when there is a page
  std::vector<std::string> roles;  // of each page
};

// `heads`: of each page, in the same order.
Parted part_pages(const std::vector<PageLayout>& pages, const std::vector<Head>& heads);

bool opens_dispatch(const PageLayout& page, const Head& head);
bool is_copy_slip(const PageLayout& page, const Head& head);

}  // namespace vanthu::fields
