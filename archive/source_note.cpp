// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/source_note.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;
using namespace std::string_view_literals;

std::string kind_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "pdf";
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) ||
      bytes.starts_with("II+\0"sv) || bytes.starts_with("MM\0+"sv))
    return "tif";
  if (bytes.starts_with("\xff\xd8\xff"sv)) return "jpg";
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
  return {};
}

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 6) return {};
  std::string out;
  for (const char c : name.substr(dot + 1)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter) return {};
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

}  // namespace

std::string to_json(const SourceNote& note) {
  Json json = {{"schema", 1},
               {"name", repair_utf8(files::name_of(note.path))},
               {"path", repair_utf8(note.path)}};
  if (!is_utf8(note.path)) json["path_bytes"] = to_hex(note.path);
  if (!note.container.empty()) json["container"] = repair_utf8(note.container);
  if (!is_utf8(note.container)) json["container_bytes"] = to_hex(note.container);
  json["original"] = "original." + note.ext;
  json["bytes"] = note.bytes;
  json["sha256"] = note.sha256;
  json["imported_at"] = note.imported_at;
  json["imported_by"] = note.imported_by;
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

SourceNote source_note_from_json(std::string_view text) try {
  const Json json = Json::parse(text);
  SourceNote note;
  note.path = json.contains("path_bytes") ? from_hex(json.at("path_bytes").get<std::string>())
                                          : json.at("path").get<std::string>();
  note.container = json.contains("container_bytes")
                       ? from_hex(json.at("container_bytes").get<std::string>())
                       : json.value("container", "");
  note.ext = ending_of(json.at("original").get<std::string>());
  note.sha256 = json.at("sha256").get<std::string>();
  note.bytes = json.at("bytes").get<std::uint64_t>();
  note.imported_at = json.at("imported_at").get<std::string>();
  note.imported_by = json.at("imported_by").get<std::string>();
  return note;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("source.json cannot be read: ") + e.what());
}

std::string extension_of(std::string_view name, std::string_view bytes) {
  const std::string kind = kind_of(bytes), ending = ending_of(files::name_of(std::string(name)));
  const bool same =
      kind == ending || (kind == "tif" && ending == "tiff") || (kind == "jpg" && ending == "jpeg");
  if (same && !ending.empty()) return ending;
  if (!kind.empty()) return kind;
  return ending.empty() ? "bin" : ending;
}

bool looks_like_scan(std::string_view first_bytes) { return !kind_of(first_bytes).empty(); }

}  // namespace vanthu
