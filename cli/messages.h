// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the program says to a person, in Vietnamese and in English: one table, messages.def.
// The language is chosen once, at the start, by the locale; after that safe from any thread.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace vanthu::cli {

enum class Language { vi, en };

enum class M {
#define VANTHU_MESSAGE(name, vi, en) name,
#include "cli/messages.def"
#undef VANTHU_MESSAGE
  count
};

// LC_ALL, LC_MESSAGES, LANG: the first that is set and not empty decides, as in POSIX.
Language language_of_locale();
Language language();
void speak(Language language);

const char* text(M message, Language language);
const char* text(M message);  // in the language chosen

// The message with its {} filled in.
template <class... Args>
std::string say(M message, const Args&... args) {
  return fmt::format(fmt::runtime(text(message)), args...);
}

}  // namespace vanthu::cli
