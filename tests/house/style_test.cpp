// SPDX-License-Identifier: GPL-3.0-or-later
// What every file of ours keeps to, so that reviews can be about other things.
#include <gtest/gtest.h>

#include "tests/house/tree.h"

namespace vanthu::house {
namespace {

constexpr std::size_t kMostLines = 400;
// One folder's .cpp files each know these libraries; a header would hand them to everybody.
constexpr const char* kForeign[] = {"cv::",     "tesseract::", "Pix*",      "Pix *",
                                    "Xapian::", "soci::",      "poppler::", "QPDF"};

std::string folder(const std::string& path) { return path.substr(0, path.rfind('/')); }

// A header that says so in its first words belongs to the .cpp files beside it, and may know what
// they know.
bool is_private(const File& file) {
  return file.lines.size() > 1 && file.lines[1].starts_with("// Private to this folder");
}

// The part of a line before its comment.
std::string code_of(const std::string& line) { return line.substr(0, line.find("//")); }

TEST(Style, EveryFileNamesItsLicence) {
  for (const File& file : code()) {
    std::string top;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, file.lines.size()); ++i)
      top += file.lines[i];
    EXPECT_NE(top.find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos)
        << file.path;
  }
}

TEST(Style, NoFileIsTooLongToReadWhole) {
  for (const File& file : code()) EXPECT_LE(file.lines.size(), kMostLines) << file.path;
}

TEST(Style, NoTabsAndNoCarriageReturns) {
  for (const File& file : code())
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      EXPECT_EQ(file.lines[i].find_first_of("\t\r"), std::string::npos)
          << file.path << ':' << i + 1;
}

TEST(Style, HeadersOpenWithWhatTheyAre) {
  for (const File& file : code()) {
    if (!is_header(file)) continue;
    ASSERT_GE(file.lines.size(), 3u) << file.path;
    EXPECT_TRUE(file.lines[1].starts_with("// ")) << file.path;
    EXPECT_NE(text(file).find("\n#pragma once\n"), std::string::npos) << file.path;
  }
}

TEST(Style, HeadersShowNoForeignType) {
  for (const File& file : code()) {
    if (!is_header(file) || room(file.path) == "tests" || is_private(file)) continue;
    for (const std::string& line : file.lines)
      for (const char* name : kForeign)
        EXPECT_EQ(code_of(line).find(name), std::string::npos)
            << file.path << " names " << name << ": " << line;
  }
}

// A folder's own tests may look inside it.
TEST(Style, PrivateHeadersStayInTheirFolder) {
  for (const File& file : code())
    for (const std::string& what : includes(file))
      EXPECT_TRUE(!is_private(read(what)) || folder(file.path) == folder(what) ||
                  folder(file.path) == "tests/" + folder(what))
          << file.path << " includes " << what;
}

TEST(Style, NothingIsSwitchedOff) {
  for (const File& file : code())
    for (const std::string& line : file.lines)
      EXPECT_FALSE(is_source(file) && line.starts_with("#if 0")) << file.path;
}

}  // namespace
}  // namespace vanthu::house
