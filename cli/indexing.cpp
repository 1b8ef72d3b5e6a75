// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/indexing.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

AccessOf access_in(const Reading& reading, const std::vector<Access>& access) {
  return [&](const Dispatch& dispatch) -> std::string {
    for (std::size_t i = 0; i < reading.dispatches.size() && i < access.size(); ++i)
      if (reading.dispatches[i].id == dispatch.id) return to_string(access[i]);
    return to_string(Access::named);  // nobody knows: closed
  };
}

bool usable(const std::string& path) {
  try {
    Searcher::open(path);
    return true;
  } catch (const Error& error) {
    if (error.code == Code::no_input || error.code == Code::corrupt) return false;
    throw;
  }
}

bool is_behind(const Archive& archive) {
  struct Found {};  // one is enough to know
  try {
    archive.for_each_unindexed([](const Reading&, const std::vector<Access>&) { throw Found(); });
    return false;
  } catch (const Found&) {
    return true;
  }
}

}  // namespace

void IndexFeed::put(const Reading& reading, const std::vector<Access>& access) {
  if (!writer_) writer_ = std::make_unique<Writer>(Writer::open(path_));
  writer_->put(reading, access_in(reading, access));
}

void IndexFeed::commit() {
  if (!writer_) return;
  writer_->commit();
  writer_.reset();
}

// The old index serves until the new one is whole and in its place; a run that is killed before
// leaves a folder that the next one throws away. The marks come last: where they are missing, the
// papers are put once more, which changes nothing.
Rebuilt rebuild_index(Archive& archive, const Indexed& progress) {
  Rebuilt out;
  std::vector<std::string> put;
  const std::string fresh = archive.index_path() + ".new";
  {
    const Lock lock = archive.lock();
    std::filesystem::remove_all(fresh);
    {
      Writer writer = Writer::create(fresh);
      out.faults =
          archive.for_each_reading([&](const Reading& reading, const std::vector<Access>& access) {
            writer.put(reading, access_in(reading, access));
            put.push_back(reading.sha256);
            if (progress) progress(put.size());
          });
      writer.commit();
    }
    replace_index(fresh, archive.index_path());
  }
  archive.forget_index();
  for (const std::string& sha256 : put) archive.mark_indexed(sha256);
  out.documents = put.size();
  return out;
}

std::size_t catch_up_index(Archive& archive) {
  if (!usable(archive.index_path())) return rebuild_index(archive).documents;
  if (!is_behind(archive)) return 0;
  std::vector<std::string> put;
  {
    const Lock lock = archive.lock();
    IndexFeed feed(archive.index_path());
    archive.for_each_unindexed([&](const Reading& reading, const std::vector<Access>& access) {
      feed.put(reading, access);
      put.push_back(reading.sha256);
    });
    feed.commit();
  }
  for (const std::string& sha256 : put) archive.mark_indexed(sha256);
  return put.size();
}

std::vector<Fault> index_faults(const Archive& archive) {
  const std::size_t wanted = static_cast<std::size_t>(archive.counts().dispatches);
  if (is_behind(archive)) return {};
  std::string what;
  try {
    const std::size_t found = Searcher::open(archive.index_path()).size();
    if (found == wanted) return {};
    what = "the index has " + std::to_string(found) + " dispatches, the catalogue " +
           std::to_string(wanted);
  } catch (const Error& error) {
    if (error.code == Code::no_input && wanted == 0) return {};  // not made yet
    what = std::string("the index cannot be used: ") + error.what();
  }
  return {{"", "IDX", what + "; vanthu reindex makes it anew"}};
}

Searcher open_searcher(Archive& archive) {
  const bool must = !usable(archive.index_path());
  if (must || is_behind(archive)) {
    try {
      OpenOptions options;
      options.mode = Mode::write;
      if (!must) options.lock_wait = std::chrono::milliseconds(0);  // an import is at it already
      Archive writable = Archive::open(archive.path(), options);
      catch_up_index(writable);
    } catch (const Error&) {
      // A reader who may not write still finds what is there; without any index, the next line
      // says what is wrong.
    }
  }
  return Searcher::open(archive.index_path());
}

void ask_index(Archive& archive, const std::function<void(Searcher&)>& ask) {
  Searcher searcher = open_searcher(archive);
  try {
    return ask(searcher);
  } catch (const Error& error) {
    if (error.code != Code::corrupt) throw;
  }
  OpenOptions options;
  options.mode = Mode::write;
  Archive writable = Archive::open(archive.path(), options);
  rebuild_index(writable);
  searcher = Searcher::open(archive.index_path());
  ask(searcher);
}

}  // namespace vanthu::cli
