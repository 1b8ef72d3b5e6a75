// SPDX-License-Identifier: GPL-3.0-or-later
// The bag of a hand-over: of each file its original, its reading and what is made of them, and one
// table of the dispatches. One thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "archive/bag.h"
#include "archive/exported.h"
#include "cli/context.h"
#include "ocr/worker.h"

namespace vanthu::cli {

class ExportBag {
 public:
  ExportBag(Context& context, const std::string& path);  // throws as Bag
  // The files of one document, below its first twelve digits. Throws Error: io, corrupt.
  void put_files(const std::string& sha256);
  void put_line(const std::string& csv) { table_ += csv; }
  void finish(const OurAgency& us);
  const std::vector<std::string>& bare() const { return bare_; }  // whose PDF/A cannot be made

 private:
  std::vector<DerivedFile> derived(const std::string& id, const Scan& scan, const Reading& reading);

  Context& context_;
  Bag bag_;
  std::string table_;
  std::optional<Worker> worker_;  // started when something must be made anew
  std::vector<std::string> bare_;
};

}  // namespace vanthu::cli
