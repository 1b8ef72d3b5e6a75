// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for each test: scans, an archive in it, and the program run there.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/e2e/program.h"

namespace vanthu::e2e {

using Json = nlohmann::json;

// Removed at the end. Files are written where the program does not look by itself.
class Place {
 public:
  Place();
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string archive() const { return path("kho"); }
  std::string write(const std::string& name, const std::string& bytes) const;  // its path
  std::string scan(const std::string& name, unsigned seed = 1) const;  // a page that is a PNG

  Environment environment;  // English, the engine "none", VANTHU_ARCHIVE = archive()

  Finished run(const Arguments& arguments) const { return run_program(arguments, environment); }
  // Fails the test unless the program ends with `code`; gives standard output.
  std::string must(const Arguments& arguments, int code = 0) const;
  Json json(Arguments arguments, int code = 0) const;  // with --json, one object
  std::vector<Json> json_lines(Arguments arguments, int code = 0) const;

 private:
  std::filesystem::path folder_;
};

std::string content(const std::string& path);
std::string png_page(unsigned seed);  // bytes; different for each seed

}  // namespace vanthu::e2e
