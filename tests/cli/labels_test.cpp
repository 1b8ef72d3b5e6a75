// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

TEST(Labels, EveryFieldOfAReadingHasOne) {
  const Speaking vietnamese(Language::vi);
  for (const NamedField& field : named_fields())
    EXPECT_NE(field_label(field.name), field.name) << field.name;
}

TEST(Labels, AFieldIsNamedAsThePersonKnowsIt) {
  const Speaking vietnamese(Language::vi);
  for (const char* typed : {"number", "so", "Số, ký hiệu"}) EXPECT_EQ(field_named(typed), "number");
  EXPECT_EQ(field_named("trich yeu"), "subject");
  EXPECT_EQ(field_named("trichyeu"), "subject");
  EXPECT_EQ(field_named("nguoi ky"), "signer");
}

TEST(Labels, AnUnknownFieldNamesTheNearestAndAll) {
  const Speaking english(Language::en);
  try {
    field_named("numbr");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::usage);
    EXPECT_THAT(error.hint, testing::HasSubstr("'number'"));
    EXPECT_THAT(error.hint, testing::HasSubstr("signer_title"));
  }
}

TEST(Labels, EveryStateAndOutcomeHasOne) {
  for (const Status s : {Status::read, Status::handwritten, Status::inferred, Status::absent,
                         Status::missing, Status::unreadable, Status::corrected})
    EXPECT_NE(status_label(s), "");
  for (const Outcome o : {Outcome::imported, Outcome::same_dispatch, Outcome::duplicate,
                          Outcome::failed, Outcome::refused})
    EXPECT_NE(outcome_label(o), "");
}

}  // namespace
}  // namespace vanthu::cli
