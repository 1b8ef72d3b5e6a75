// SPDX-License-Identifier: GPL-3.0-or-later
// The recipe with an engine that says what the test wants.
#include "pipeline/read.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "samples/draw/draw.h"
#include "samples/draw/encode.h"

namespace vanthu {
namespace {

Line line_at(const std::string& text, Box box) {
  Line line;
  line.box = box;
  line.words = {{text, "", box, 0.95}};
  return line;
}

OcrPage said(const CleanPage& page, std::vector<Line> lines) {
  OcrPage out;
  out.number = page.number;
  out.width = page.upright.width, out.height = page.upright.height;
  out.raster_width = page.raster_width, out.raster_height = page.raster_height;
  out.dpi = page.dpi, out.rotation = page.rotation, out.skew = page.skew;
  out.to_raster = page.to_raster, out.blank = page.blank;
  out.lines = std::move(lines);
  return out;
}

Scan scan_of(int rotate, const std::string& name = "a.pdf") {
  draw::DrawOptions options;
  options.depth = draw::Depth::grey;
  options.rotate = rotate;
  return {name, draw::encode_pdf({draw::draw_page(draw::plain_paper(), options)}, 200, 80)};
}

Stages stages_saying(std::vector<Line> lines) {
  Stages stages;
  stages.recognise = [lines](const CleanPage& page) { return said(page, lines); };
  return stages;
}

TEST(Read, BoxesOfALyingPageAreInItsRaster) {
  const Reading reading = read(scan_of(180), stages_saying({line_at("Chữ", {10, 20, 30, 40})}));
  const PageReading& page = reading.pages.at(0);
  EXPECT_EQ(page.rotation, 180);
  EXPECT_EQ(page.lines.at(0).box, (Box{page.width - 40, page.height - 60, 30, 40}));
}

TEST(Read, NamesDispatchesByTheFilesDigest) {
  const Reading reading = read(scan_of(0), stages_saying({}));
  ASSERT_EQ(reading.dispatches.size(), 1u);
  EXPECT_EQ(reading.sha256.size(), 64u);
  EXPECT_EQ(reading.dispatches[0].id, reading.sha256.substr(0, 12) + ".1");
}

TEST(Read, StampLinesAreWordsButNotPrintedText) {
  Line stamp = line_at("ĐẾN", {100, 100, 50, 20});
  stamp.region = Region::stamp;
  const Reading reading =
      read(scan_of(0), stages_saying({line_at("Chữ", {10, 20, 30, 40}), stamp}));
  EXPECT_EQ(reading.pages[0].text, "Chữ\n");
  EXPECT_EQ(reading.pages[0].lines.size(), 2u);
}

TEST(Read, ANameThatIsNotUtf8KeepsItsBytes) {
  const Reading reading = read(scan_of(0, "c\xF4ng.pdf"), stages_saying({}));
  EXPECT_EQ(reading.file, "c\uFFFDng.pdf");
  EXPECT_EQ(reading.file_bytes, "63f46e672e706466");
  EXPECT_NO_THROW(reading_from_json(to_json(reading)));
}

TEST(Read, TellsEachPageAsItIsDone) {
  std::vector<int> told;
  Stages stages = stages_saying({});
  stages.progress = [&](int page, int pages) { told = {page, pages}; };
  read(scan_of(0), stages);
  EXPECT_EQ(told, (std::vector<int>{1, 1}));
}

TEST(Read, WhatIsNoScanIsAnErrorNamingTheFile) {
  try {
    read({"thư.pdf", "hello"}, stages_saying({}));
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.code, Code::bad_input);
    EXPECT_NE(std::string(e.what()).find("thư.pdf"), std::string::npos);
  }
}

}  // namespace
}  // namespace vanthu
