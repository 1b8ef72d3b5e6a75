// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/storage.h"

#include <xapian.h>

#include "index/fields.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr const char* kRebuild = "rebuild it from the archive: vanthu reindex";

}  // namespace

void rethrow_as_error(const std::string& path) {
  const auto fail = [&](Code code, const char* what, const Xapian::Error& e, const char* hint) {
    throw Error(code, "the index " + path + " " + what + " (" + e.get_msg() + ")", hint);
  };
  try {
    throw;
  } catch (const Xapian::DatabaseLockError& e) {
    fail(Code::busy, "is being written by another process", e, "try again once it is done");
  } catch (const Xapian::DatabaseNotFoundError& e) {
    fail(Code::no_input, "is not there", e, kRebuild);
  } catch (const Xapian::DatabaseVersionError& e) {
    fail(Code::corrupt, "is of another version", e, kRebuild);
  } catch (const Xapian::DatabaseCorruptError& e) {
    fail(Code::corrupt, "is damaged", e, kRebuild);
  } catch (const Xapian::DatabaseCreateError& e) {
    fail(Code::cannot_create, "cannot be made", e, "is the folder writable?");
  } catch (const Xapian::DatabaseOpeningError& e) {
    fail(Code::corrupt, "cannot be opened", e, kRebuild);
  } catch (const Xapian::Error& e) {
    fail(Code::io, "failed", e,
         "is the disk full or away? then try again; else rebuild it: vanthu reindex");
  }
  throw Error(Code::internal, "unreachable");
}

void check_schema(const std::string& path, const std::string& schema) {
  if (schema == std::to_string(kSchema)) return;
  throw Error(
      Code::corrupt,
      "the index " + path + " is of schema \"" + schema + "\", not " + std::to_string(kSchema),
      kRebuild);
}

}  // namespace vanthu
