// SPDX-License-Identifier: GPL-3.0-or-later
// A part goes through the pipe as one line of JSON, names in hex, and the bytes of its files.
#include "cli/unpacking.h"

#include <nlohmann/json.hpp>

#include "archive/attachment.h"
#include "archive/digest.h"
#include "archive/sources.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::json;

constexpr const char* kUnpack = "unpack";
constexpr const char* kLook = "look for marks";
constexpr int kPages = 100;  // a part is given the time of so many pages

Json json_of(const ZipPlace& place) { return {place.outer, place.inner, place.files, place.bytes}; }

ZipPlace place_of(const Json& json) {
  const auto at = [&](std::size_t n) { return json.at(n).get<std::uint64_t>(); };
  return {at(0), at(1), at(2), at(3)};
}

Json json_of(const ZipFile& file) {
  return {{"name", to_hex(file.name)},
          {"bytes", file.bytes.size()},
          {"code", static_cast<int>(file.code)},
          {"reason", repair_utf8(file.reason)},
          {"hint", file.hint}};
}

bool names_a_file(const std::string& name) {
  return !name.empty() && ("/" + name + "/").find("/../") == std::string::npos &&
         name.find('\0') == std::string::npos;
}

std::string name_of(const Json& hex) {
  const std::string name = from_hex(hex.get<std::string>());
  if (!names_a_file(name)) throw Error(Code::internal, "no name of a file in a zip archive");
  return name;
}

ZipFile file_of(const Json& json, std::string_view& rest) {
  ZipFile file;
  file.name = name_of(json.at("name"));
  const auto size = json.at("bytes").get<std::size_t>();
  if (size > rest.size()) throw Error(Code::internal, "a file of a zip archive is cut");
  file.bytes = rest.substr(0, size);
  rest.remove_prefix(size);
  file.code = static_cast<Code>(json.at("code").get<int>());
  file.reason = json.at("reason").get<std::string>();
  file.hint = json.at("hint").get<std::string>();
  return file;
}

std::string unpack(const Scan& zip, const std::string& input, const IntakeOptions& options) {
  ZipLimits limits;
  limits.file_bytes = static_cast<std::uint64_t>(options.max_bytes);
  return packed(read_zip(zip, place_of(Json::parse(input)), is_source, limits));
}

std::string look(const Scan& file, const std::string&, const IntakeOptions&) {
  return bears_secrecy_mark(file) ? "marked" : "";
}

}  // namespace

std::string packed(const ZipPart& part) {
  Json head = {{"next", json_of(part.next)}, {"last", part.last}};
  head["files"] = head["passed_over"] = Json::array();
  for (const ZipFile& file : part.files) head["files"].push_back(json_of(file));
  for (const std::string& name : part.passed_over) head["passed_over"].push_back(to_hex(name));
  std::string out = head.dump() + "\n";
  for (const ZipFile& file : part.files) out += file.bytes;
  return out;
}

ZipPart unpacked(std::string_view bytes) try {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const Json head = Json::parse(bytes.substr(0, end));
  std::string_view rest = bytes.substr(std::min(end + 1, bytes.size()));
  ZipPart part;
  part.next = place_of(head.at("next"));
  part.last = head.at("last").get<bool>();
  for (const Json& file : head.at("files")) part.files.push_back(file_of(file, rest));
  for (const Json& name : head.at("passed_over")) part.passed_over.push_back(name_of(name));
  return part;
} catch (const Json::exception&) {
  throw Error(Code::internal, "no part of a zip archive came back");
}

std::vector<WorkerTask> unpacking_tasks() { return {{kUnpack, unpack}, {kLook, look}}; }

ZipPart unpack_in(WorkerPool& pool, const Scan& zip, const ZipPlace& from) {
  ZipPart part = unpacked(pool.run(kUnpack, zip, json_of(from).dump(), kPages));
  if (!part.last && part.next == from)
    throw Error(Code::worker, repair_utf8(zip.name) + ": the zip archive does not come to its end");
  return part;
}

bool marked_in(WorkerPool& pool, const Scan& attachment) {
  return pool.run(kLook, attachment, "", kPages) == "marked";
}

}  // namespace vanthu::cli
