// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/import_work.h"

#include "archive/attachment.h"
#include "archive/digest.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

void fail(Work& work, Code code, const std::string& reason, const std::string& hint = {}) {
  work.fate = code == Code::secret ? Fate::secret : Fate::failed;
  work.code = code;
  work.reason = reason;
  work.hint = hint;
}

void derive(Work& work, const ImportHands& hands) try {
  if (hands.derive && !work.reading.pages.empty())
    work.derived = hands.derive(work.scan, work.reading);
} catch (const Error& error) {
  work.not_derived = error.what();
}

// A scan is read; what is none is looked at for marks alone.
Reading reading_of(const Work& work, const ImportHands& hands) {
  if (!hands.marked || !is_attachment(work.scan.name)) return hands.read(work.scan);
  Reading reading = attachment_reading(work.scan, work.sha256);
  if (hands.marked(work.scan)) reading.dispatches.front().secret.status = Status::unreadable;
  return reading;
}

}  // namespace

FileStamp stamp_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {info.st_dev, info.st_ino, info.st_size, info.st_mtim};
}

bool same(const FileStamp& a, const FileStamp& b) {
  return a.size >= 0 && a.device == b.device && a.inode == b.inode && a.size == b.size &&
         a.changed.tv_sec == b.changed.tv_sec && a.changed.tv_nsec == b.changed.tv_nsec;
}

bool is_container(const Work& work, const ImportHands& hands) {
  return hands.unpack && is_zip(work.scan.bytes) && !is_source(work.scan.name, {});
}

void load(Work& work, const ImportHands& hands, const ImportOptions& options) {
  persist(hands, [&] {
    work.stamp = stamp_of(work.scan.name);
    work.scan.bytes = read_file(work.scan.name, options.max_bytes);
  });
}

void read_work(Work& work, const Archive& archive, const ImportHands& hands) {
  work.sha256 = sha256_hex(work.scan.bytes);
  if (archive.has(work.sha256)) {
    work.fate = Fate::known;
    return;
  }
  archive.check_not_purged(work.sha256);
  work.reading = reading_of(work, hands);
  work.fate = Fate::read;
  if (!may_be_secret(work.reading)) return derive(work, hands);
  fail(work, Code::secret, "the paper bears, or may bear, a secrecy mark: nothing of it was kept",
       "it lies in the quarantine folder; handle it by the rules for secret papers");
}

void guarded(Work& work, const std::function<void()>& act) {
  const std::string& path = work.scan.name;
  try {
    act();
  } catch (const Error& error) {
    fail(work, error.code, error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    fail(work, Code::too_big, repair_utf8(path) + ": not enough memory");
  } catch (const std::exception& error) {
    fail(work, Code::internal, repair_utf8(path) + ": " + error.what());
  }
  if (work.fate != Fate::secret) return;
  work.reading = {};
  work.sha256.clear();
}

}  // namespace vanthu
