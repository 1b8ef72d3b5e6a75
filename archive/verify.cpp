// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/verify.h"

#include <algorithm>

#include "archive/archive_state.h"
#include "archive/ocfl_check.h"
#include "archive/source_note.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

namespace vanthu {
namespace {

// The digests hold, so the bytes are what was written: but was it this document?
void check_identity(const OcflRoot& root, const std::string& sha256, std::vector<Fault>& faults) {
  const Inventory inventory = root.inventory(sha256);
  const SourceNote note = source_note_from_json(root.read(sha256, kSourceFile));
  const auto say = [&](const std::string& what) { faults.push_back({inventory.id, "CAT", what}); };
  if (note.sha256 != sha256) say("source.json is of another document: " + note.sha256);
  const auto fixity = inventory.fixity.find("sha256");
  if (fixity == inventory.fixity.end() || !fixity->second.contains(sha256))
    say("no file of the object has the digest that is its name");
}

void check_register(const Catalogue& catalogue, const OcflRoot& root, const Reading& reading,
                    const std::string& imported_at, std::vector<Fault>& faults) {
  const std::string& sha256 = reading.sha256;
  std::vector<RegisterEntry> wanted;
  if (!digest_in(root.inventory(sha256), kRegisterFile).empty())
    wanted = entries_from_json(root.read(sha256, kRegisterFile));
  if (catalogue.entries_of(sha256) != wanted)
    faults.push_back({object_id(sha256), "CAT", "the catalogue tells another register"});
  if (catalogue.stamps_of(sha256) != stamp_rows(reading, imported_at))
    faults.push_back({object_id(sha256), "CAT", "the catalogue tells other arrival stamps"});
}

void check_links(const Catalogue& catalogue, const OcflRoot& root, const std::string& sha256,
                 std::vector<Fault>& faults) {
  std::vector<Link> wanted;
  if (!digest_in(root.inventory(sha256), kLinksFile).empty())
    wanted = links_from_json(root.read(sha256, kLinksFile));
  if (catalogue.links_of(sha256) != wanted)
    faults.push_back({object_id(sha256), "CAT", "the catalogue tells other links"});
}

void check_rows(const Catalogue& catalogue, const OcflRoot& root, const std::string& sha256,
                std::vector<Fault>& faults) {
  const Reading reading = reading_from_json(root.read(sha256, kReadingFile));
  const int head = root.inventory(sha256).head();
  const auto say = [&](const std::string& what) {
    faults.push_back({object_id(sha256), "CAT", what});
  };
  if (reading.sha256 != sha256) say("reading.json is of another document: " + reading.sha256);
  const auto document = catalogue.document(sha256);
  if (!document) return say("the catalogue does not know the object");
  if (document->version != head)
    say("the catalogue knows version " + std::to_string(document->version) + ", the object has " +
        std::to_string(head));
  auto wanted = dispatch_rows(reading), found = catalogue.dispatches_of(sha256);
  const auto by_id = [](const DispatchRow& a, const DispatchRow& b) { return a.id < b.id; };
  std::sort(wanted.begin(), wanted.end(), by_id);
  std::sort(found.begin(), found.end(), by_id);
  if (wanted != found) say("the catalogue tells other dispatches than the reading");
  check_register(catalogue, root, reading, document->imported_at, faults);
  check_links(catalogue, root, sha256, faults);
}

}  // namespace

std::vector<Fault> verify_root(const OcflRoot& root) { return check_ocfl_root(root.path()); }

std::vector<Fault> verify_document(const OcflRoot& root, const Catalogue& catalogue,
                                   const std::string& sha256) {
  if (!root.has(sha256) && catalogue.document(sha256))
    return {{object_id(sha256), "CAT", "the catalogue knows a document whose object is gone"}};
  std::vector<Fault> faults = check_ocfl_object(root.object_path(sha256));
  try {
    check_identity(root, sha256, faults);
    check_rows(catalogue, root, sha256, faults);
  } catch (const Error& error) {
    faults.push_back({object_id(sha256), "CAT", error.what()});
  }
  return faults;
}

}  // namespace vanthu
