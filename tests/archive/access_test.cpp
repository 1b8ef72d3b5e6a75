// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/access.h"

#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

using test::read_as;

Dispatch plain() { return test::dispatch(std::string(64, 'a')); }

Reading with_secret(const Field& field) {
  Reading reading = test::reading_of("x");
  reading.dispatches[0].secret = field;
  return reading;
}

TEST(Access, AnOrdinaryPaperIsOpen) { EXPECT_EQ(access_of(plain()), Access::open); }

TEST(Access, ACirculationMarkClosesEvenWhenOnlySuspected) {
  Dispatch d = plain();
  d.circulation = read_as("LƯU HÀNH NỘI BỘ");
  EXPECT_EQ(access_of(d), Access::unit);
  d.circulation = {};
  d.circulation.candidates = {{"LƯU HÀNH NỘI BỘ", 0.3}};
  EXPECT_EQ(access_of(d), Access::unit);
}

TEST(Access, AnInternalNotationCloses) {
  Dispatch d = plain();
  d.number = read_as("5053-CV/VPTW/nb");
  EXPECT_EQ(access_of(d), Access::unit);
  d.number = read_as("12/UBND-NB");
  EXPECT_EQ(access_of(d), Access::unit);
  d.number = read_as("12/UBND-VX");
  EXPECT_EQ(access_of(d), Access::open);
}

TEST(Access, APersonsCaseIsClosedAndAPlanOnTheMatterIsNot) {
  Dispatch d = plain();
  d.subject = read_as("xem xét đơn tố cáo đối với ông Nguyễn Văn A");
  EXPECT_EQ(access_of(d), Access::unit);
  d.subject = read_as("Kế hoạch tiếp công dân, giải quyết khiếu nại, tố cáo năm 2019");
  EXPECT_EQ(access_of(d), Access::open);
}

TEST(Access, NamesGoBothWays) {
  for (const Access access : {Access::open, Access::unit, Access::named})
    EXPECT_EQ(access_from(to_string(access)), access);
  EXPECT_THROW(access_from("everyone"), Error);
}

TEST(Secrecy, AnyHintOfAMarkStopsTheFile) {
  EXPECT_TRUE(may_be_secret(with_secret(read_as("MẬT"))));
  Field suspected;
  suspected.candidates = {{"MẬT", 0.2}};
  EXPECT_TRUE(may_be_secret(with_secret(suspected)));
  Field unreadable;
  unreadable.status = Status::unreadable;
  EXPECT_TRUE(may_be_secret(with_secret(unreadable)));
}

TEST(Secrecy, NoMarkReadOrFoundLetsTheFileThrough) {
  EXPECT_FALSE(may_be_secret(with_secret(test::absent())));
  EXPECT_FALSE(may_be_secret(with_secret({})));  // missing: looked for and not found
}

}  // namespace
}  // namespace vanthu
