// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Office : Place {
  Office() {
    must({"init"});
    must({"import", scan("a.png")});
    must({"correct", json({"list"})["dispatches"][0]["id"], "issuer=Sở <Y> tế"});
  }
  std::string book(const std::string& name) const {
    must({"register", "--from", "1/1/2020", "-o", path(name)});
    return content(path(name));
  }
};

TEST(RegisterCommand, WritesWhatTheNameOfTheFileAsksFor) {
  const Office office;
  EXPECT_THAT(office.book("so.xlsx"), StartsWith("PK"));
  EXPECT_THAT(office.book("so.csv"), HasSubstr("Sở <Y> tế"));
  const std::string html = office.book("so.html");
  EXPECT_THAT(html, HasSubstr("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"));
  EXPECT_THAT(html, HasSubstr("Sở &lt;Y&gt; tế"));
  EXPECT_EQ(office.run({"register", "-o", office.path("so.doc")}).code, 64);
}

TEST(RegisterCommand, SaysItOnStandardOutputToo) {
  const Office office;
  EXPECT_THAT(office.must({"register"}), HasSubstr("Tên loại và trích yếu"));
  EXPECT_EQ(office.json({"register"})["rows"].size(), 1U);
  EXPECT_EQ(office.run({"register", "--from", "hôm qua"}).code, 64);
}

}  // namespace
}  // namespace vanthu::e2e
