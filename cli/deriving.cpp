// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/deriving.h"

#include "pipeline/reading_json.h"

namespace vanthu::cli {
namespace {

constexpr const char* kTask = "derive";

template <class Asked>
std::vector<DerivedFile> derive_by(Asked& asked, const Scan& scan, const Reading& reading) {
  return unbundled(
      asked.run(kTask, scan, to_json(reading), static_cast<int>(reading.pages.size())));
}

}  // namespace

std::vector<WorkerTask> worker_tasks() {
  return {{kTask, [](const Scan& scan, const std::string& input, const IntakeOptions& options) {
             return bundled(derive(scan, reading_from_json(input), options));
           }}};
}

std::vector<DerivedFile> derive_in(WorkerPool& pool, const Scan& scan, const Reading& reading) {
  return derive_by(pool, scan, reading);
}

std::vector<DerivedFile> derive_in(Worker& worker, const Scan& scan, const Reading& reading) {
  return derive_by(worker, scan, reading);
}

}  // namespace vanthu::cli
