// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

constexpr const char* kImported = "2019-09-20T08:00:00Z";

Stamp stamp(const std::string& receiver, const std::string& number, const std::string& date) {
  Stamp out;
  out.receiver = test::read_as(receiver);
  out.number = test::read_as(number);
  out.date = test::read_as(date);
  out.transfer = test::read_as("VX");
  return out;
}

// A paper with its arrival stamp, each of another file.
Reading arrived(const std::string& file, const std::string& number, const std::string& date) {
  Reading reading = test::reading_of(file);
  reading.dispatches[0].stamps = {stamp("SỞ GIÁO DỤC VÀ ĐÀO TẠO", number, date)};
  reading.dispatches[0].number = test::read_as(file + "/UBND-VX");
  return reading;
}

Register made(const std::vector<Reading>& readings,
              RegisterAsk ask = {"2019-01-01", "2019-12-31", "", false}) {
  RegisterMaker maker(std::move(ask));
  for (const Reading& reading : readings) maker.add(reading, kImported);
  return maker.finish();
}

TEST(Register, HasTheTenColumnsInTheirOrder) {
  const Register book = made({arrived("1", "2093", "2019-09-12")});
  ASSERT_EQ(book.rows.size(), 1u);
  EXPECT_THAT(
      book.rows[0].cells,
      ElementsAre("12/09/2019", "2093", "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN", "1/UBND-VX",
                  "09/09/2019", "CÔNG VĂN: triển khai Kế hoạch khuyến học", "VX", "", "", ""));
}

TEST(Register, GoesByArrivalNumberAndListsWhatIsMissingAndTwice) {
  const Register book = made({arrived("1", "9", "2019-09-12"), arrived("2", "4", "2019-09-10"),
                              arrived("3", "9", "2019-09-13"), arrived("4", "5", "2019-09-11")});
  EXPECT_EQ(book.rows.front().arrival_number, 4);
  EXPECT_THAT(book.gaps, ElementsAre(std::pair(6, 8)));
  ASSERT_EQ(book.clashes.size(), 1u);
  EXPECT_EQ(book.clashes[0].size(), 2u);
  EXPECT_TRUE(book.duplicates.empty());
}

TEST(Register, TellsOfAPaperEnteredTwice) {
  Reading again = arrived("2", "11", "2019-09-14");
  again.dispatches[0].number = test::read_as("1/UBND-VX");
  EXPECT_EQ(made({arrived("1", "10", "2019-09-12"), again}).duplicates.size(), 1u);
}

TEST(Register, CountsOurOwnStampAndNoOther) {
  Reading reading = arrived("1", "77", "2019-09-12");
  reading.dispatches[0].stamps.push_back(stamp("SỞ Y TẾ", "5", "2019-09-13"));
  EXPECT_EQ(made({reading}, {"2019-01-01", "2019-12-31", "Sở Y tế", false}).rows[0].cells[1], "5");
  const Register none = made({reading}, {"2019-01-01", "2019-12-31", "Cục Thuế", false});
  EXPECT_EQ(none.rows[0].cells[0], "20/09/2019");  // the day of import
  EXPECT_THAT(none.rows[0].cells[9], testing::HasSubstr("không thấy dấu đến"));
}

TEST(Register, HasOneRowAMainDispatchAndAsksForDoubtfulFields) {
  Reading reading = arrived("1", "7", "2019-09-12");
  reading.dispatches[0].number.confidence = 0.6;
  reading.dispatches.push_back(test::dispatch(reading.sha256, 2));
  reading.dispatches[1].attached_to = reading.dispatches[0].id;
  const Register book = made({reading});
  ASSERT_EQ(book.rows.size(), 1u);
  EXPECT_THAT(book.rows[0].cells[9], testing::HasSubstr("xem lại: số, ký hiệu"));
  EXPECT_EQ(made({reading}, {"2019-01-01", "2019-12-31", "", true}).rows.size(), 2u);
}

// In the morning it is yesterday still where the clocks are set by.
TEST(Register, TheDayOfImportIsTheOfficesOwn) {
  const char* before = std::getenv("TZ");
  const std::string zone = before ? before : "";
  setenv("TZ", "UTC-7", 1);  // as POSIX writes it: seven hours ahead
  tzset();
  EXPECT_EQ(arrival_day("", "2026-03-08T23:30:00Z"), "2026-03-09");
  EXPECT_EQ(arrival_day("2026-03-02", "2026-03-08T23:30:00Z"), "2026-03-02");
  before ? setenv("TZ", zone.c_str(), 1) : unsetenv("TZ");
  tzset();
}

TEST(Register, IsOfItsDaysAlone) {
  EXPECT_TRUE(made({arrived("1", "7", "2018-12-31")}).rows.empty());
  EXPECT_EQ(made({arrived("1", "7", "2019-12-31")}).rows.size(), 1u);
}

}  // namespace
}  // namespace vanthu
