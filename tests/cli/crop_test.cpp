// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crop.h"

#include <gtest/gtest.h>

namespace vanthu::cli {
namespace {

Reading two_pages(int rotation = 0) {
  Reading reading;
  for (int n : {1, 2}) {
    PageReading page;
    page.page = n;
    page.width = 1000;
    page.height = 1400;
    page.rotation = rotation;
    reading.pages.push_back(page);
  }
  reading.pages[1].role = "annex";
  Dispatch dispatch;
  dispatch.pages = {1, 2};
  reading.dispatches = {dispatch};
  return reading;
}

Doubt doubt_of(const std::string& field, int page = 0, std::vector<Box> boxes = {}) {
  Doubt doubt;
  doubt.field = field;
  doubt.page = page;
  doubt.boxes = std::move(boxes);
  return doubt;
}

CropPlan plan(const Doubt& doubt, const Reading& reading) {
  return plan_crop(doubt, reading.dispatches[0], reading).value();
}

TEST(Crop, ShowsTheFieldWithSomeOfWhatIsAround) {
  const CropPlan got =
      plan(doubt_of("number", 1, {{100, 200, 80, 30}, {190, 202, 60, 30}}), two_pages());
  EXPECT_EQ(got.page, 1);
  EXPECT_EQ(got.box, (Box{0, 172, 400, 88}));  // a line above and below, words before and after
}

TEST(Crop, OnAPageOnItsSideTheMarginsLieThatWayToo) {
  const CropPlan got = plan(doubt_of("number", 1, {{100, 200, 30, 150}}), two_pages(90));
  EXPECT_EQ(got.box, (Box{72, 50, 86, 450}));
}

TEST(Crop, StaysOnThePage) {
  const CropPlan got = plan(doubt_of("date", 2, {{0, 0, 5000, 20}}), two_pages());
  EXPECT_EQ(got.box, (Box{0, 0, 1000, 48}));
}

TEST(Crop, AFieldFoundNowhereShowsTheHeadOfThePaper) {
  const CropPlan got = plan(doubt_of("subject"), two_pages());
  EXPECT_EQ(got.page, 1);
  EXPECT_EQ(got.box, (Box{0, 0, 1000, 560}));
}

TEST(Crop, ASignerFoundNowhereShowsTheFootOfTheLastPageThatIsNoAnnex) {
  const CropPlan got = plan(doubt_of("signer"), two_pages());
  EXPECT_EQ(got.page, 1);
  EXPECT_EQ(got.box, (Box{0, 700, 1000, 700}));
}

TEST(Crop, TheHeadOfAPageOnItsSideIsFoundThere) {
  // Turned 90 degrees clockwise to stand upright: its head is the raster's left edge.
  EXPECT_EQ(plan(doubt_of("subject"), two_pages(90)).box, (Box{0, 0, 400, 1400}));
  EXPECT_EQ(plan(doubt_of("subject"), two_pages(180)).box, (Box{0, 840, 1000, 560}));
  EXPECT_EQ(plan(doubt_of("subject"), two_pages(270)).box, (Box{600, 0, 400, 1400}));
  EXPECT_EQ(plan(doubt_of("subject"), two_pages(270)).turn, 270);
}

TEST(Crop, ABoxOffThePageIsTreatedAsNone) {
  EXPECT_EQ(plan(doubt_of("number", 1, {{9000, 0, 10, 10}}), two_pages()).box,
            (Box{0, 0, 1000, 560}));
}

TEST(Crop, ADispatchWithoutPagesHasNoPicture) {
  Reading reading = two_pages();
  reading.dispatches[0].pages.clear();
  EXPECT_FALSE(plan_crop(doubt_of("number"), reading.dispatches[0], reading));
}

}  // namespace
}  // namespace vanthu::cli
