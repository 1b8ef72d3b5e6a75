// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_bag.h"

#include <limits>

#include "archive/sources.h"
#include "cli/deriving.h"
#include "cli/export_tables.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

namespace vanthu::cli {

ExportBag::ExportBag(Context& context, const std::string& path)
    : context_(context), bag_(path), table_(csv_head()) {}

// As they are kept; made anew where they tell of an older reading, or where there are none.
std::vector<DerivedFile> ExportBag::derived(const std::string& id, const Scan& scan,
                                            const Reading& reading) {
  std::vector<DerivedFile> out;
  for (const char* name : {kPdfFile, kAltoFile})
    if (auto kept = context_.archive().derived(id, name)) out.push_back({name, std::move(*kept)});
  if (out.size() == 2) return out;
  if (!worker_) worker_.emplace(context_.worker_options());
  out = derive_in(*worker_, scan, reading);
  std::erase_if(
      out, [](const DerivedFile& file) { return file.name != kPdfFile && file.name != kAltoFile; });
  return out;
}

void ExportBag::put_files(const std::string& sha256) {
  const Archive& archive = context_.archive();
  const Reading reading = archive.newest_reading(sha256);
  const std::string id = reading.dispatches.at(0).id, folder = sha256.substr(0, 12) + "/";
  const Original original = archive.original(id);
  const Scan scan{original.name,
                  read_file(original.path, std::numeric_limits<std::uint64_t>::max())};
  bag_.put(folder + "original." + original.ext, scan.bytes);
  bag_.put(folder + "reading.json", to_json(reading) + "\n");
  if (reading.pages.empty()) return;  // no scan
  try {
    for (const DerivedFile& file : derived(id, scan, reading))
      bag_.put(folder + file.name, file.bytes);
  } catch (const Error& error) {
    if (error.code == Code::io) throw;
    bare_.push_back(say(M::export_bare, id, safe(error.what())));
  }
}

void ExportBag::finish(const OurAgency& us) {
  bag_.put("dispatches.csv", table_);
  bag_.finish({{"Source-Organization", us.name},
               {"External-Description", "Văn bản đến: tệp gốc, PDF/A, kết quả đọc, ALTO"},
               {"Bag-Software-Agent", std::string("vanthu ") + VANTHU_VERSION}});
}

}  // namespace vanthu::cli
