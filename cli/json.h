// SPDX-License-Identifier: GPL-3.0-or-later
// The values of the archive and the index as JSON, for --json. Keys are stable; an empty text is
// null. Included by .cpp files alone. Pure.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "archive/archive.h"
#include "archive/import.h"
#include "index/search.h"

namespace vanthu::cli {

using Json = nlohmann::ordered_json;

Json json_of(const DispatchRow& row);
Json json_of(const DocumentRow& row);
Json json_of(const ReviewRow& row);
Json json_of(const VersionInfo& version);
Json json_of(const Fault& fault);
Json json_of(const std::vector<Fault>& faults);
Json json_of(const Hit& hit);
Json json_of(const Results& results, const std::string& query);
Json json_of(const Graph& graph);
Json json_of(const FileOutcome& outcome);
Json json_of(const Tally& tally);
Json error_json(Code code, const std::string& what, const std::string& hint);

// A path as "path", repaired, and as "path_bytes" in hex where it is not UTF-8.
void put_path(Json& into, const std::string& path);

void print_json(const Json& value);  // one line on standard output

}  // namespace vanthu::cli
