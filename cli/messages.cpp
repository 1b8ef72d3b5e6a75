// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <array>
#include <cstdlib>

namespace vanthu::cli {
namespace {

struct Entry {
  const char *vi, *en;
};

constexpr std::array<Entry, static_cast<std::size_t>(M::count)> kMessages{{
#define VANTHU_MESSAGE(name, vi, en) {vi, en},
#include "cli/messages.def"
#undef VANTHU_MESSAGE
}};

Language chosen = Language::en;

}  // namespace

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string_view locale(value);
    const bool vi = locale.starts_with("vi") && (locale.size() == 2 || locale[2] == '_' ||
                                                 locale[2] == '.' || locale[2] == '@');
    return vi ? Language::vi : Language::en;
  }
  return Language::en;
}

Language language() { return chosen; }
void speak(Language in) { chosen = in; }

const char* text(M message, Language in) {
  const Entry& entry = kMessages.at(static_cast<std::size_t>(message));
  return in == Language::vi ? entry.vi : entry.en;
}

const char* text(M message) { return text(message, chosen); }

}  // namespace vanthu::cli
