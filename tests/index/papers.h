// SPDX-License-Identifier: GPL-3.0-or-later
// A handful of dispatches as they would have been read, and an index of them in a folder that is
// gone after the test.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "index/index.h"
#include "index/search.h"

namespace vanthu::test {

class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

Field read_field(std::string value);  // a value read with confidence

// A file of one page and one dispatch. `name` gives the id: "<name padded to 12 digits>.1".
Reading paper(const std::string& name, const std::string& number, const std::string& date,
              const std::string& type, const std::string& issuer, const std::string& subject,
              const std::string& text);

// The dispatches that every search test asks for, named:
//   letter   3795/UBND-VXNV, 2019-09-09, with plan, 169/KH-KHVN, bound behind it in one file
//   halt     15/QĐ-UBND, 2019-10-05: "tạm dừng"
//   usage    88/CV-SYT, 2020-02-03: says "dùng" nine times, "dừng" never
//   order    11-CT/TW, 2007-04-13: the directive that letter and plan cite
//   invite   03/GM-SNV, 2019-12 (no day), HỎA TỐC
//   closed   7/BC-SNV, 2019-09-20: khuyến học too, but of class "unit"
std::vector<Reading> papers();
std::string access_of(const Dispatch& dispatch);

void write(const std::string& path, const std::vector<Reading>& readings);

// Papers, indexed once; ids come back as the names above.
class Shelf {
 public:
  explicit Shelf(const std::vector<Reading>& readings = papers());
  Results search(const std::string& query, const SearchOptions& options = {});
  std::vector<std::string> names(const std::string& query, const SearchOptions& options = {});

 private:
  TempDir dir_;
  Searcher searcher_;
};

std::string name_of(const std::string& id);

}  // namespace vanthu::test
