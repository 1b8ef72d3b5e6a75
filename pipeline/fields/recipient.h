// SPDX-License-Identifier: GPL-3.0-or-later
// What bad scans do to recipients in known ways, put right where nothing else can be meant. Pure.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::fields {

// "BGĐ Số (để bíc)" -> "BGĐ Sở (để b/c)": a Số that counts nothing is a Sở, and the closing
// brackets that say "to report to" say b/c. Everything else stays as it is.
std::string mended_recipient(std::string_view item);

}  // namespace vanthu::fields
