// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/place.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/support/encode.h"
#include "tests/support/pages.h"

namespace vanthu::e2e {

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string png_page(unsigned seed) { return png_of(drawn_page(160, 220, 1, seed), {.dpi = 100}); }

Place::Place() {
  static int made = 0;
  folder_ = std::filesystem::path(testing::TempDir()) /
            ("vanthu-e2e-" + std::to_string(getpid()) + "-" + std::to_string(made++));
  std::filesystem::create_directories(folder_ / "config");
  environment = {{"HOME", folder_.string()},
                 {"XDG_CONFIG_HOME", path("config")},
                 {"VANTHU_ARCHIVE", archive()},
                 {"VANTHU_ENGINE", "none"},
                 {"LANG", "C.UTF-8"},
                 {"TERM", "xterm"},
                 {"USER", "lan"}};
}

Place::~Place() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Place::write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path at = folder_ / name;
  std::filesystem::create_directories(at.parent_path());
  std::ofstream(at, std::ios::binary) << bytes;
  return at.string();
}

std::string Place::scan(const std::string& name, unsigned seed) const {
  return write(name, png_page(seed));
}

std::string Place::must(const Arguments& arguments, int code) const {
  const Finished finished = run(arguments);
  std::string line = "vanthu";
  for (const std::string& argument : arguments) line += ' ' + argument;
  EXPECT_EQ(finished.code, code) << line << '\n' << finished.err << finished.out;
  return finished.out;
}

Json Place::json(Arguments arguments, int code) const {
  const std::vector<Json> lines = json_lines(std::move(arguments), code);
  EXPECT_EQ(lines.size(), 1u);
  return lines.empty() ? Json() : lines.front();
}

std::vector<Json> Place::json_lines(Arguments arguments, int code) const {
  arguments.push_back("--json");
  std::istringstream out(must(arguments, code));
  std::vector<Json> lines;
  for (std::string line; std::getline(out, line);) {
    lines.push_back(Json::parse(line, nullptr, false));
    EXPECT_TRUE(lines.back().is_object()) << line;
  }
  return lines;
}

}  // namespace vanthu::e2e
