// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/index.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "index/document.h"
#include "index/fields.h"
#include "index/storage.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

// The engine makes the last folder of the path alone.
void make_parent(const std::string& path) {
  const auto parent = std::filesystem::absolute(path).lexically_normal().parent_path();
  std::error_code failed;
  std::filesystem::create_directories(parent, failed);
  if (failed)
    throw Error(Code::cannot_create,
                "the folder " + parent.string() + " cannot be made (" + failed.message() + ")",
                "is its place writable?");
}

void sync_folder(const std::filesystem::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return;  // not every file system lets a folder be opened; then nor be synced
  ::fsync(opened);
  ::close(opened);
}

}  // namespace

struct Writer::Impl {
  std::string path;
  Xapian::WritableDatabase database;

  Impl(const std::string& path_in, int action) : path(path_in), database(path_in, action) {
    const std::string key(kSchemaKey);
    if (database.get_doccount() == 0 && database.get_metadata(key).empty()) {
      database.set_metadata(key, std::to_string(kSchema));
      database.commit();
    }
    check_schema(path, database.get_metadata(key));
  }

  static std::unique_ptr<Impl> open(const std::string& path, int action) try {
    make_parent(path);
    return std::make_unique<Impl>(path, action);
  } catch (const Xapian::Error&) {
    rethrow_as_error(path);
  }
};

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Writer Writer::open(const std::string& path) {
  return Writer(Impl::open(path, Xapian::DB_CREATE_OR_OPEN));
}

Writer Writer::create(const std::string& path) {
  return Writer(Impl::open(path, Xapian::DB_CREATE_OR_OVERWRITE));
}

void Writer::put(const Reading& reading, const AccessOf& access) try {
  impl_->database.delete_document(std::string(kFilePrefix) + reading.sha256);
  for (const Dispatch& dispatch : reading.dispatches)
    impl_->database.add_document(make_document(reading, dispatch, access(dispatch)));
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

void Writer::remove(std::string_view sha256) try {
  impl_->database.delete_document(std::string(kFilePrefix) + std::string(sha256));
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

void Writer::commit() try { impl_->database.commit(); } catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

void replace_index(const std::string& fresh, const std::string& path) {
  namespace fs = std::filesystem;
  const auto rename = [&](unsigned flags) {
    return ::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, path.c_str(), flags) == 0;
  };
  bool done = rename(RENAME_EXCHANGE);
  if (!done && errno == ENOENT) done = rename(0);       // there was none
  if (!done && (errno == EINVAL || errno == ENOSYS)) {  // a file system that cannot exchange
    const std::string old = fresh + ".old";
    fs::remove_all(old);
    fs::rename(path, old);
    done = rename(0);
    fs::remove_all(old);
  }
  if (!done)
    throw Error(Code::io,
                "the index " + path + " cannot be replaced (" + std::strerror(errno) + ")",
                "is its folder writable?");
  sync_folder(fs::absolute(path).parent_path());
  fs::remove_all(fresh);
}

std::size_t Writer::size() const { return impl_->database.get_doccount(); }

}  // namespace vanthu
