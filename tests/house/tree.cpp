// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace vanthu::house {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = VANTHU_SOURCE_DIR;
// The rooms of docs/design.md; web is there from the day it has a file.
constexpr const char* kRooms[] = {"pipeline", "ocr",     "archive", "index", "cli",
                                  "web",      "samples", "tests",   "cmake"};

bool is_code(const fs::path& path) {
  static const std::vector<std::string> kEndings = {".h", ".cpp", ".cmake", ".sh"};
  return path.filename() == "CMakeLists.txt" ||
         std::find(kEndings.begin(), kEndings.end(), path.extension()) != kEndings.end();
}

std::vector<File> collect() {
  std::vector<File> out = {read("CMakeLists.txt"), read("dev"), read(".ci/run")};
  for (const char* name : kRooms) {
    if (!fs::exists(kRoot / name)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / name))
      if (entry.is_regular_file() && is_code(entry.path()))
        out.push_back(read(entry.path().lexically_relative(kRoot).string()));
  }
  std::sort(out.begin(), out.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

}  // namespace

bool is_header(const File& file) { return file.path.ends_with(".h"); }
bool is_source(const File& file) { return is_header(file) || file.path.ends_with(".cpp"); }

std::string room(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string stage(const std::string& path) {
  return room(path) == "pipeline" ? room(path.substr(path.find('/') + 1)) : "";
}

const std::vector<File>& code() {
  static const std::vector<File> files = collect();
  return files;
}

File read(const std::string& path) {
  File file{path, {}};
  std::ifstream in(kRoot / path);
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

std::string text(const File& file) {
  std::string out;
  for (const std::string& line : file.lines) out += line + '\n';
  return out;
}

bool exists(const std::string& path) { return fs::exists(kRoot / path); }

std::vector<std::string> documents() {
  std::vector<std::string> out;
  for (const char* folder : {".", "docs"})
    for (const auto& entry : fs::directory_iterator(kRoot / folder))
      if (entry.path().extension() == ".md")
        out.push_back(entry.path().lexically_normal().lexically_relative(kRoot).string());
  return out;
}

std::vector<std::string> includes(const File& file) {
  static const std::string kStart = "#include \"";
  std::vector<std::string> out;
  for (const std::string& line : file.lines)
    if (line.starts_with(kStart))
      out.push_back(line.substr(kStart.size(), line.rfind('"') - kStart.size()));
  return out;
}

}  // namespace vanthu::house
