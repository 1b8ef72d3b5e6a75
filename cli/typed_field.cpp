// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_field.h"

#include <chrono>

#include "cli/dates.h"
#include "cli/labels.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

bool is_day(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  std::string digits = text;
  digits.erase(7, 1).erase(4, 1);
  if (digits.find_first_not_of("0123456789") != std::string::npos) return false;
  return std::chrono::year_month_day(
             std::chrono::year(std::stoi(text.substr(0, 4))),
             std::chrono::month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
             std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(8, 2)))))
      .ok();
}

}  // namespace

std::pair<std::string, std::string> typed_field(const std::string& typed) {
  const std::size_t at = typed.find('=');
  if (at == std::string::npos)
    throw Error(Code::usage, say(M::err_no_equals, safe(typed)), text(M::hint_correct));
  if (!is_utf8(typed))
    throw Error(Code::usage, say(M::err_not_utf8, safe(typed)), text(M::hint_correct));
  std::pair<std::string, std::string> out{field_named(trim(typed.substr(0, at))),
                                          nfc(trim(typed.substr(at + 1)))};
  if (out.first == "date" || out.first == "due") out.second = kept_date(out.second);
  return out;
}

std::string typed_day(const std::string& typed) {
  const std::string kept = kept_date(typed);
  if (!is_day(kept))
    throw Error(Code::usage, say(M::err_register_day, safe(typed)), text(M::hint_register_day));
  return kept;
}

}  // namespace vanthu::cli
