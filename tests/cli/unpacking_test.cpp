// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/unpacking.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

ZipPart some_part() {
  ZipPart part;
  part.files = {{"tháng 9/\xff.pdf", std::string("a\0b", 3), Code::ok, "", ""},
                {"b.pdf", "", Code::bad_input, "in.zip/b.pdf: has a password", "unpack it"}};
  part.passed_over = {"c.exe"};
  part.next = {3, 1, 4, 1000};
  part.last = false;
  return part;
}

TEST(Unpacking, APartComesThroughThePipeWhole) {
  EXPECT_EQ(unpacked(packed(some_part())), some_part());
}

TEST(Unpacking, WhatIsNoPartIsNotBelieved) {
  EXPECT_THROW(unpacked(""), Error);
  EXPECT_THROW(unpacked("{}\n"), Error);
  const std::string whole = packed(some_part());
  EXPECT_THROW(unpacked(whole.substr(0, whole.size() - 1)), Error);
}

TEST(Unpacking, NamesThatClimbOutAreNotBelieved) {
  ZipPart part;
  for (const char* name : {"../a.pdf", "a/../../b.pdf", ""}) {
    part.files = {{name, "x", Code::ok, "", ""}};
    EXPECT_THROW(unpacked(packed(part)), Error) << name;
  }
}

}  // namespace
}  // namespace vanthu::cli
