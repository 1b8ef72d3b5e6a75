// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

// Bidirectional overrides can make a line say something else than it holds.
bool hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200e && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

bool combining(char32_t c) { return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200d); }

// The length of the UTF-8 sequence that starts `text`; 0 when its first byte starts none.
std::size_t sequence(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xc2 ? 0
                           : lead < 0xe0 ? 2
                           : lead < 0xf0 ? 3
                                         : 4;
  return size > 0 && size <= text.size() && is_utf8(text.substr(0, size)) ? size : 0;
}

std::string safe_text(std::string_view text, bool keep_feeds) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = sequence(text);
    if (size == 0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    const char32_t c = to_u32(text.substr(0, size)).at(0);
    if (hidden(c) && !(keep_feeds && c == '\n'))
      out += c < 0x100 ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
                       : fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c));
    else
      out += text.substr(0, size);
    text.remove_prefix(size);
  }
  return out;
}

const char* code_of(Style style) {
  switch (style) {
    case Style::bold:
      return "1";
    case Style::dim:
      return "2";
    case Style::red:
      return "31";
    case Style::yellow:
      return "33";
    case Style::green:
      return "32";
  }
  return "0";
}

bool takes_style(int fd) {
  const char* term = std::getenv("TERM");
  const char* none = std::getenv("NO_COLOR");
  return is_terminal(fd) && !(none && *none) && term && std::string_view(term) != "dumb";
}

}  // namespace

std::string safe(std::string_view text) { return safe_text(text, false); }
std::string safe_lines(std::string_view text) { return safe_text(text, true); }

std::string shell_word(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-=+:@%,").find(c) != std::string_view::npos || (c & 0x80);
  };
  if (!text.empty() && std::ranges::all_of(text, plain)) return safe(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe(out) + '\'';
}

std::size_t columns_of(std::string_view text) {
  const std::u32string points = to_u32(text);
  return points.size() - static_cast<std::size_t>(std::ranges::count_if(points, combining));
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = columns_of(text);
  return std::string(text) + std::string(width < columns ? columns - width : 0, ' ');
}

std::string cut(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::u32string out;
  std::size_t width = 0;
  for (const char32_t c : to_u32(text)) {
    if (!combining(c) && ++width >= columns) break;
    out += c;
  }
  return from_u32(out) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  std::vector<std::string> words;
  for (const std::string& word : words_of(text)) {
    if (word == "?" && !words.empty())
      words.back() += " ?";  // the mark of doubt never stands alone on a line
    else
      words.push_back(word);
  }
  for (const std::string& word : words) {
    const std::size_t w = columns_of(word);
    if (width > 0 && width + 1 + w > columns) {
      lines.emplace_back();
      width = 0;
    }
    if (width > 0) lines.back() += ' ', ++width;
    lines.back() += word;
    width += w;
  }
  return lines;
}

bool is_terminal(int fd) { return isatty(fd) == 1; }

int terminal_columns(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

std::string styled(std::string_view text, Style style, int fd) {
  if (!takes_style(fd)) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(style), text);
}

}  // namespace vanthu::cli
