// SPDX-License-Identifier: GPL-3.0-or-later
// The index being written: one entry a dispatch, holding all that a page of results shows. It is a
// cache of the archive: put every reading into an empty one and the answers are the same.
// One Writer an index at a time, in one thread; readers go on meanwhile (search.h).
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/dispatch.h"

namespace vanthu {

// The access class of a dispatch: "open", "unit", "named" or what the archive says.
using AccessOf = std::function<std::string(const Dispatch&)>;

class Writer {
 public:
  // `path` is a folder, made when missing. Throws Error: busy (another writer), corrupt (damaged,
  // or of another schema: rebuild it), cannot_create.
  static Writer open(const std::string& path);
  // An empty index in place of whatever was at `path`. Throws as open().
  static Writer create(const std::string& path);

  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();  // commits; call commit() to learn of a failure

  // Replaces all that is indexed of the file `reading.sha256` with its dispatches as they are now.
  // Readers see it after commit(). Throws Error{io}.
  void put(const Reading& reading, const AccessOf& access);
  void remove(std::string_view sha256);  // nothing of the file is found any more
  void commit();                         // durable and visible; throws Error{io}
  std::size_t size() const;              // dispatches, uncommitted ones too

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Puts the committed index at `fresh` in the place of the one at `path`, if any, in one step: at
// each moment one of them is there whole. Searchers that have the old one open go on with it until
// they ask again. Nothing is left at `fresh`. No Writer is open on either. Throws Error{io}.
void replace_index(const std::string& fresh, const std::string& path);

}  // namespace vanthu
