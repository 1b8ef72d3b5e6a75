// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/recipient.h"

#include <algorithm>
#include <vector>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

bool counts(const std::string& word) {
  const std::u32string u = to_u32(word);
  return std::any_of(u.begin(), u.end(), is_digit);
}

// Số with or without its marks; a closing mark may follow ("BGĐ Số;").
bool is_so(const std::string& word) {
  return word.size() > 1 && word.front() == 'S' && letters(word) == "so" &&
         word.find(':') == std::string::npos;
}

std::string as_department(const std::string& word) {
  const std::u32string u = to_u32(word);
  return "Sở" + from_u32(u.substr(2));
}

// b/c as it is misread: a stroke for the slash, an e or nothing for the c.
bool is_report(const std::string& note) {
  const std::string key = letters(note);
  constexpr const char* kSeen[] = {"b", "bc", "be", "bic", "blc", "bjc", "bie", "ble"};
  return note.front() == 'b' && to_u32(note).size() <= 3 &&
         std::any_of(std::begin(kSeen), std::end(kSeen), [&](const char* s) { return key == s; });
}

std::string with_report(std::string item) {
  const std::size_t open = item.rfind('('), close = item.rfind(')');
  if (open == std::string::npos || close != item.size() - 1 || open > close) return item;
  const std::string inside = item.substr(open + 1, close - open - 1);
  const std::size_t at = inside.rfind(' ') == std::string::npos ? 0 : inside.rfind(' ') + 1;
  if (at == inside.size() || (at > 0 && fold(inside.substr(0, at)) != "de ")) return item;
  return is_report(inside.substr(at)) ? item.substr(0, open + 1) + inside.substr(0, at) + "b/c)"
                                      : item;
}

}  // namespace

std::string mended_recipient(std::string_view item) {
  std::vector<std::string> words = words_of(item);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_so(words[i]) && (i + 1 == words.size() || !counts(words[i + 1])))
      words[i] = as_department(words[i]);
  return with_report(join(words, " "));
}

}  // namespace vanthu::fields
