// SPDX-License-Identifier: GPL-3.0-or-later
// What Writer and Searcher share about the index on disk: its errors and its schema.
#pragma once
#include <string>
#include <string_view>

namespace vanthu {

inline constexpr std::string_view kSchemaKey = "vanthu.schema";  // metadata of the index

// Call inside a catch block: throws what is being handled again, as an Error naming `path` where
// the engine threw it.
[[noreturn]] void rethrow_as_error(const std::string& path);

// Throws Error{corrupt} unless `schema`, as found in the metadata, is the one this program writes.
void check_schema(const std::string& path, const std::string& schema);

}  // namespace vanthu
