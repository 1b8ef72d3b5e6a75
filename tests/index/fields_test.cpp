// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/fields.h"

#include <gtest/gtest.h>

#include "index/query.h"

namespace vanthu {
namespace {

TEST(Fields, AreFoundByEitherNameWithOrWithoutMarks) {
  for (const char* name : {"so", "SO", "số", "Số", "number"}) {
    ASSERT_NE(find_search_field(name), nullptr) << name;
    EXPECT_EQ(find_search_field(name)->key, "number") << name;
  }
  ASSERT_NE(find_search_field("coquan"), nullptr);
  EXPECT_EQ(find_search_field("coquan")->key, "issuer");
  EXPECT_EQ(find_search_field("cơquan"), find_search_field("issuer"));
}

TEST(Fields, UnknownNamesAreNoField) {
  EXPECT_EQ(find_search_field("abc"), nullptr);
  EXPECT_EQ(find_search_field(""), nullptr);
}

TEST(Fields, EveryExampleIsAQueryOfItsField) {
  for (const SearchField& field : kSearchFields) {
    const QueryNode node = parse_query(field.example);
    ASSERT_NE(node.field, nullptr) << field.example;
    EXPECT_EQ(node.field->key, field.key);
  }
}

}  // namespace
}  // namespace vanthu
