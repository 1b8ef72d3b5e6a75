// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

TEST(Stop, CtrlCEndsTheBatchAfterTheDocumentsBegunAndItGoesOnLater) {
  const Place place;
  place.must({"init"});
  constexpr unsigned kFiles = 60;
  for (unsigned i = 0; i < kFiles; ++i) place.scan("in/" + std::to_string(i) + ".png", i);
  const Finished stopped =
      interrupt_program({"import", "-v", "-j", "1", place.path("in")}, place.environment, SIGINT);
  EXPECT_EQ(stopped.code, 1) << stopped.out << stopped.err;
  EXPECT_THAT(stopped.out, testing::HasSubstr("Stopped as you asked"));
  place.must({"verify"});
  EXPECT_LT(place.json({"list"})["total"], kFiles);
  place.must({"import", place.path("in")});
  EXPECT_EQ(place.json({"list"})["total"], kFiles);
}

}  // namespace
}  // namespace vanthu::e2e
