// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <thread>

#include "pipeline/error.h"
#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

std::vector<std::string> one_of_each(const Image& image) {
  return {pdf_of(image), tiff_of({{.image = image}}), jpeg_of(image), png_of(image)};
}

Code code_of(const Scan& scan, const IntakeOptions& options) {
  try {
    load_pages(scan, options, [](Page&&, int) {});
  } catch (const Error& e) {
    EXPECT_FALSE(e.hint.empty());
    return e.code;
  }
  return Code::ok;
}

TEST(Limits, PixelsOfAPage) {
  const Image image = drawn_page(60, 80, 1);
  for (const std::string& bytes : one_of_each(image)) {
    EXPECT_EQ(code_of({"scan", bytes}, {.max_pixels = 60 * 80}), Code::ok);
    EXPECT_EQ(code_of({"scan", bytes}, {.max_pixels = 60 * 80 - 1}), Code::too_big);
  }
}

TEST(Limits, BytesOfAFile) {
  for (const std::string& bytes : one_of_each(drawn_page(60, 80, 1))) {
    const auto size = static_cast<long long>(bytes.size());
    EXPECT_EQ(code_of({"scan", bytes}, {.max_bytes = size}), Code::ok);
    EXPECT_EQ(code_of({"scan", bytes}, {.max_bytes = size - 1}), Code::too_big);
  }
}

TEST(Limits, PagesOfAFileAreCountedBeforeAnyIsRead) {
  const Image image = drawn_page(60, 80, 1);
  for (const std::string& bytes :
       {pdf_of({image, image, image}),
        tiff_of({{.image = image}, {.image = image}, {.image = image}})}) {
    EXPECT_EQ(code_of({"scan", bytes}, {.max_pages = 3}), Code::ok);
    int taken = 0;
    EXPECT_THROW(load_pages({"scan", bytes}, {.max_pages = 2}, [&](Page&&, int) { ++taken; }),
                 Error);
    EXPECT_EQ(taken, 0);
  }
}

TEST(Limits, PageNotThereIsNotFound) {
  for (const std::string& bytes : one_of_each(drawn_page(60, 80, 1)))
    for (const int number : {-1, 0, 2}) {
      try {
        load_page({"scan", bytes}, number);
        FAIL();
      } catch (const Error& e) {
        EXPECT_EQ(e.code, Code::not_found);
        EXPECT_FALSE(e.hint.empty());
      }
    }
}

TEST(Limits, MessagesAreOneLineOfUtf8WhateverTheName) {
  try {
    load_page({"công văn \xff\n\x1b[31m.pdf", ""}, 1);
    FAIL();
  } catch (const Error& e) {
    EXPECT_THAT(e.what(), testing::StartsWith("công văn \uFFFD??[31m.pdf"));
  }
}

TEST(Limits, AnErrorOfTheTakerPassesThrough) {
  for (const std::string& bytes : one_of_each(drawn_page(60, 80, 1)))
    EXPECT_THROW(
        load_pages({"scan", bytes}, {}, [](Page&&, int) { throw std::logic_error("mine"); }),
        std::logic_error);
}

TEST(Limits, ThreadsReadSideBySide) {
  const Image image = drawn_page(60, 80, 3);
  const std::vector<std::string> files = one_of_each(image);
  std::vector<std::thread> threads;
  for (const std::string& bytes : files)
    threads.emplace_back([&bytes] {
      for (int i = 0; i < 5; ++i) EXPECT_FALSE(only_page(bytes).image.empty());
    });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace vanthu
