// SPDX-License-Identifier: GPL-3.0-or-later
// What the documents and the package table promise is there.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/house/tree.h"

namespace vanthu::house {
namespace {

std::vector<std::string> matches(const std::string& in, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> out;
  for (std::sregex_iterator it(in.begin(), in.end(), regex), end; it != end; ++it)
    out.push_back((*it)[1].str());
  return out;
}

// The names CMake may ask for: third column of cmake/packages.txt.
std::set<std::string> packaged() {
  std::set<std::string> out;
  const std::regex row(R"(^\w+ *\| *\S+ *\| *(\S+) *\|.*)");
  for (const std::string& line : read("cmake/packages.txt").lines) {
    std::smatch m;
    if (!std::regex_match(line, m, row)) continue;
    for (const std::string& name : matches(m[1].str(), R"(([^,]+))")) out.insert(name);
  }
  return out;
}

// pkg-config modules, find_packages and libraries that the CMakeLists ask for.
std::set<std::string> asked() {
  std::set<std::string> out;
  for (const File& file : code()) {
    if (!file.path.ends_with("CMakeLists.txt") && !file.path.ends_with(".cmake")) continue;
    const std::string all = text(file);
    for (const std::string& name : matches(all, R"(find_package\((\w+))")) out.insert(name);
    for (const std::string& name : matches(all, R"(find_library\(\w+ (\w+))")) out.insert(name);
    for (const std::string& list : matches(all, R"(\n +SYSTEM ([^)]+)\))"))
      for (const std::string& name : matches(list, R"((\S+))")) out.insert(name);
  }
  return out;
}

TEST(Packages, CoverWhatCMakeAsksFor) {
  const std::set<std::string> have = packaged();
  for (const std::string& name : asked())
    EXPECT_TRUE(have.contains(name)) << name << " is asked for but not in cmake/packages.txt";
}

TEST(Packages, AreAskedFor) {
  const std::set<std::string> use = asked();
  for (const std::string& name : packaged())
    EXPECT_TRUE(name == "-" || use.contains(name))
        << name << " is installed and nobody asks for it";
}

TEST(Packages, EveryRowIsAPackageWithAReason) {
  const std::regex row(
      R"(^(build|run|test|package|bare|accuracy|many|search|picture) *\| [a-z0-9.+-]+ *\| \S+ *\| \S.*)");
  for (const std::string& line : read("cmake/packages.txt").lines)
    EXPECT_TRUE(line.starts_with("#") || std::regex_match(line, row)) << line;
}

TEST(Documents, OnlyNameCommandsOfDevThatExist) {
  const std::string dev = text(read("dev"));
  for (const std::string& page : documents())
    for (const std::string& name : matches(text(read(page)), R"(\./dev ([a-z]+))"))
      EXPECT_NE(dev.find("\ndev_" + name + "()"), std::string::npos) << page << ": ./dev " << name;
}

TEST(Documents, OnlyNameBenchesThatExist) {
  for (const std::string& page : documents())
    for (const std::string& name : matches(text(read(page)), R"(\./dev bench ([a-z]+))"))
      EXPECT_TRUE(exists("tests/bench/" + name + ".sh")) << page << ": ./dev bench " << name;
}

TEST(Documents, LinkToFilesThatAreThere) {
  for (const std::string& page : documents()) {
    const std::string folder = page.starts_with("docs/") ? "docs/" : "";
    for (const std::string& link : matches(text(read(page)), R"(\]\(([^)#:]+)(#[^)]*)?\))"))
      EXPECT_TRUE(exists(folder + link)) << page << " links to " << link;
  }
}

// A comment that sends its reader to a page must not send him nowhere.
TEST(Documents, NamedInTheCodeAreThere) {
  for (const File& file : code()) {
    if (!is_source(file) || room(file.path) == "tests") continue;
    for (const std::string& page : matches(text(file), R"(([A-Za-z][\w./-]*\.md)\b)"))
      EXPECT_TRUE(exists(page)) << file.path << " sends its reader to " << page;
  }
}

TEST(Documents, ReadmeTellsTheTwoCommandsInBothLanguages) {
  for (const char* page : {"README.md", "README.vi.md"}) {
    const std::string all = text(read(page));
    EXPECT_NE(all.find("./dev demo"), std::string::npos) << page;
    EXPECT_NE(all.find("./dev test"), std::string::npos) << page;
  }
}

}  // namespace
}  // namespace vanthu::house
