// SPDX-License-Identifier: GPL-3.0-or-later
// Between the archive and the index, which do not know each other: the index is brought up to the
// archive, and made anew when it is missing, damaged or of another schema. One thread.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "archive/archive.h"
#include "index/index.h"
#include "index/search.h"

namespace vanthu::cli {

// The indexer an import is given: opened at the first document, closed at each commit, so that
// other writers get in between.
class IndexFeed {
 public:
  explicit IndexFeed(std::string path) : path_(std::move(path)) {}
  void put(const Reading& reading, const std::vector<Access>& access);
  void commit();

 private:
  std::string path_;
  std::unique_ptr<Writer> writer_;
};

using Indexed = std::function<void(std::size_t documents)>;  // after each document

// A new index from the archive, which is open for writing, made aside while the old one serves and
// then put in its place. Documents that cannot be read are passed
// over and come back as faults. Throws what Writer and Archive throw.
Rebuilt rebuild_index(Archive& archive, const Indexed& progress = {});

// What the archive has and the index has not; an index that cannot be used is made anew. The
// archive is open for writing. Returns the number of documents put.
std::size_t catch_up_index(Archive& archive);

// What the index tells otherwise than the catalogue, as faults with the code IDX. An index that is
// only behind is no fault: the next command brings it up. Reads only.
std::vector<Fault> index_faults(const Archive& archive);

// For reading: brings the index up first where it is behind and nobody else is writing.
// Throws what Searcher throws when it cannot be used and cannot be made anew.
Searcher open_searcher(Archive& archive);

// Asks a searcher; an index that proves damaged in the asking is made anew and asked again, so
// `ask` prints nothing before it has its answer. Throws as open_searcher.
void ask_index(Archive& archive, const std::function<void(Searcher&)>& ask);

}  // namespace vanthu::cli
