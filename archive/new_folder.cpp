// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/new_folder.h"

#include <filesystem>

#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

// "out/" and "out" are one folder, and its name is never empty.
std::string plain(const std::string& path) {
  const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).string();
}

void check_free(const std::string& path) {
  if (!files::exists(path) || (files::is_folder(path) && files::names_in(path).empty())) return;
  throw Error(Code::cannot_create, "there is something already: " + path,
              "give the path of a new folder, or of an empty one");
}

}  // namespace

NewFolder::NewFolder(std::string path) try
    : path_(plain(path)), aside_(path_ + ".part-" + random_hex(4)) {
  check_free(path_);
  files::make_folders(aside_);
  folders_.insert(aside_);
} catch (const Error& error) {
  throw Error(Code::cannot_create, error.what(), error.hint);
}

NewFolder::~NewFolder() {
  std::error_code ignored;  // it is a folder with another name: whoever finds it can remove it
  if (!aside_.empty()) std::filesystem::remove_all(aside_, ignored);
}

void NewFolder::put(const std::string& name, std::string_view bytes) {
  const std::string path = files::join(aside_, name), folder = files::parent_of(path);
  if (folders_.insert(folder).second) files::make_folders(folder);
  files::write(path, bytes);
}

void NewFolder::finish() {
  for (const std::string& folder : folders_) files::sync_folder(folder);
  check_free(path_);
  files::move(aside_, path_);
  aside_.clear();
  files::sync_folder(files::parent_of(path_));
}

}  // namespace vanthu
