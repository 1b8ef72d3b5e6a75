// SPDX-License-Identifier: GPL-3.0-or-later
// Text for people's eyes: what came out of a file or a name is never let loose on a terminal, and
// widths are counted in columns, not bytes. Pure but for the questions about the terminal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::cli {

// One line, safe to print: control and direction characters, line feeds and bytes that are not
// UTF-8 stand as \xNN or \u{N}.
std::string safe(std::string_view text);
std::string safe_lines(std::string_view text);  // the same, but line feeds stay

// As a shell takes it back: in quotes where it must be.
std::string shell_word(std::string_view text);

std::size_t columns_of(std::string_view text);                   // combining marks take none
std::string padded(std::string_view text, std::size_t columns);  // blanks at the end, never cut
std::string cut(std::string_view text, std::size_t columns);     // "…" where it was cut
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);  // at least one line

bool is_terminal(int fd);
int terminal_columns(int fd);  // 80 where nobody says

enum class Style { bold, dim, red, yellow, green };
// The text in that style where `fd` is a terminal that takes it (TERM, NO_COLOR), else as it is.
std::string styled(std::string_view text, Style style, int fd = 1);

}  // namespace vanthu::cli
