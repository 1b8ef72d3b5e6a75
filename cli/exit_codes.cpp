// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_codes.h"

#include <array>

namespace vanthu::cli {
namespace {

constexpr std::array<ExitCode, 16> kCodes{{
    {Code::ok, "ok", M::code_ok, M::title_ok},
    {Code::partial, "partial", M::code_partial, M::title_partial},
    {Code::usage, "usage", M::code_usage, M::title_usage},
    {Code::bad_input, "bad_input", M::code_bad_input, M::title_bad_input},
    {Code::no_input, "no_input", M::code_no_input, M::title_no_input},
    {Code::not_found, "not_found", M::code_not_found, M::title_not_found},
    {Code::too_big, "too_big", M::code_too_big, M::title_too_big},
    {Code::internal, "internal", M::code_internal, M::title_internal},
    {Code::cannot_create, "cannot_create", M::code_cannot_create, M::title_cannot_create},
    {Code::io, "io", M::code_io, M::title_io},
    {Code::busy, "busy", M::code_busy, M::title_busy},
    {Code::corrupt, "corrupt", M::code_corrupt, M::title_corrupt},
    {Code::denied, "denied", M::code_denied, M::title_denied},
    {Code::config, "config", M::code_config, M::title_config},
    {Code::secret, "secret", M::code_secret, M::title_secret},
    {Code::worker, "worker", M::code_worker, M::title_worker},
}};

}  // namespace

std::span<const ExitCode> exit_codes() { return kCodes; }

const ExitCode& exit_code(Code code) {
  for (const ExitCode& entry : kCodes)
    if (entry.code == code) return entry;
  return exit_code(Code::internal);
}

std::string exit_codes_markdown() {
  std::string out =
      "# Exit codes\n\n"
      "Every command of `vanthu` ends with one of these. The numbers never change; where it fits "
      "they are those of sysexits.h.\n"
      "This page is printed by `vanthu help exit-codes --markdown`; a test compares them.\n\n"
      "| Code | Name | Meaning | Ý nghĩa |\n| ---: | --- | --- | --- |\n";
  for (const ExitCode& e : kCodes)
    out += fmt::format("| {} | {} | {} | {} |\n", static_cast<int>(e.code), e.name,
                       text(e.meaning, Language::en), text(e.meaning, Language::vi));
  return out;
}

std::string exit_codes_text() {
  std::string out;
  for (const ExitCode& e : kCodes)
    out += fmt::format("{:>4}  {:<14} {}\n", static_cast<int>(e.code), e.name, text(e.meaning));
  return out;
}

}  // namespace vanthu::cli
