// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/vocabularies.h"

#include <filesystem>

#include "archive/sources.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/fields/vocabulary_use.h"

namespace vanthu::cli {
namespace {

constexpr std::uint64_t kMostBytes = 4 << 20;  // the program's largest has 40 KiB

}  // namespace

fields::VocabularyFiles load_vocabularies(const std::string& folder) {
  fields::VocabularyFiles out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".tsv")
      out[entry.path().filename().string()] = read_file(entry.path().string(), kMostBytes);
  if (error)
    throw Error(Code::config, say(M::err_vocabulary, safe(folder)), text(M::hint_config_read));
  fields::make_lexicon(out);
  return out;
}

}  // namespace vanthu::cli
