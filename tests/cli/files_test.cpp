// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

class Files : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string at(const std::string& name) const { return folder_ + '/' + name; }
  static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t count() const {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder_)) ++n;
    return n;
  }
  std::string folder_ = testing::TempDir() + "vanthu-files-" + std::to_string(getpid());
};

TEST_F(Files, AreWrittenWhole) {
  const std::string bytes("a\0b", 3);
  write_file(at("công văn 'x'.pdf"), bytes, false);
  EXPECT_EQ(content(at("công văn 'x'.pdf")), bytes);
  EXPECT_EQ(count(), 1u);
}

TEST_F(Files, AreNotOverwrittenUnasked) {
  write_file(at("x"), "old", false);
  EXPECT_THROW(write_file(at("x"), "new", false), Error);
  EXPECT_EQ(content(at("x")), "old");
  write_file(at("x"), "new", true);
  EXPECT_EQ(content(at("x")), "new");
  EXPECT_EQ(count(), 1u);  // nothing is left beside it
}

TEST_F(Files, NoFolderIsAClearError) {
  try {
    write_file(at("none/x"), "y", false);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::cannot_create);
  }
}

TEST_F(Files, FoldersAreMadeWithTheirParents) {
  make_folder(at("a/b"));
  make_folder(at("a/b"));
  EXPECT_TRUE(std::filesystem::is_directory(at("a/b")));
  write_file(at("f"), "", false);
  EXPECT_THROW(make_folder(at("f/g")), Error);
}

}  // namespace
}  // namespace vanthu::cli
