// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/ranges.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

struct Case {
  const char *text, *low, *high;
};

TEST(ParseDays, TakesThemAsPeopleWriteThem) {
  for (const Case& c : {
           Case{"2019", "20190101", "20191231"},
           {"2019-09", "20190901", "20190930"},
           {"2020-02", "20200201", "20200229"},
           {"2019-09-09", "20190909", "20190909"},
           {"9/9/2019", "20190909", "20190909"},
           {"09-09-2019", "20190909", "20190909"},
           {"9.9.2019", "20190909", "20190909"},
           {"9/2019", "20190901", "20190930"},
           {"t9/2019", "20190901", "20190930"},
           {"Tháng 9/2019", "20190901", "20190930"},
           {"q3/2019", "20190701", "20190930"},
           {"Quý 4/2019", "20191001", "20191231"},
           {"2019-09..2019-12", "20190901", "20191231"},
           {"9/9/2019..t12/2019", "20190909", "20191231"},
           {"..2019", "", "20191231"},
           {"2019..", "20190101", ""},
       })
    EXPECT_EQ(parse_days(c.text), (ValueRange{c.low, c.high})) << c.text;
}

TEST(ParseDays, RefusesWhatIsNoDay) {
  for (const char* text : {"", "..", "31/2/2019", "2019-13", "29/2/2019", "0/9/2019", "9", "99",
                           "abc", "2019-12..2019-09", "1/2/3/2019", "q5/2019", "t13/2019", "12345",
                           "9/9/19", "--08-20", "2019-09..x"})
    EXPECT_FALSE(parse_days(text)) << text;
}

TEST(ParseNumbers, GivesTheFormThatSorts) {
  EXPECT_EQ(parse_numbers("100..200"), (ValueRange{"00000100", "00000200"}));
  EXPECT_EQ(parse_numbers("100.."), (ValueRange{"00000100", ""}));
  EXPECT_EQ(parse_numbers("7"), (ValueRange{"00000007", "00000007"}));
  for (const char* text : {"..", "200..100", "a..b", "123456789", ""})
    EXPECT_FALSE(parse_numbers(text)) << text;
}

TEST(SaidDays, AreReadAsPeopleSayThem) {
  for (const char* said :
       {"tháng 9 năm 2019", "thang 9/2019", "9/2019", "t9/2019", "Tháng 09 2019"})
    EXPECT_EQ(said_days(said), parse_days("9/2019")) << said;
  for (const char* said : {"ngày 5 tháng 9 năm 2019", "5/9/2019", "ngày 5/9/2019"})
    EXPECT_EQ(said_days(said), parse_days("5/9/2019")) << said;
  for (const char* said : {"quý 3/2019", "quý 3 năm 2019", "q3/2019"})
    EXPECT_EQ(said_days(said), parse_days("q3/2019")) << said;
  for (const char* said : {"2019", "năm 2019"}) EXPECT_EQ(said_days(said), parse_days("2019"));
}

TEST(SaidDays, AreNotReadIntoOtherFigures) {
  for (const char* said : {"", "3795", "tháng 9", "tháng 13 năm 2019", "9 2019", "thang 2019",
                           "11-CT/TW", "năm", "điều 9 năm 2019", "ngày 9/2019", "quý 5/2019"})
    EXPECT_FALSE(said_days(said)) << said;
}

}  // namespace
}  // namespace vanthu
