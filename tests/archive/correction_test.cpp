// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/correction.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

using test::code_of;

const Correction kLan{"lan", "2026-03-09T02:05:00Z"};

Reading two_papers() {
  Reading reading = test::reading_of("bound");
  reading.dispatches.push_back(test::dispatch(reading.sha256, 2, 2));
  reading.dispatches[1].number = test::read_as("169/KH-KHVN", 0.4);
  return reading;
}

std::string id_of(const Reading& reading, int number) {
  return reading.sha256.substr(0, 12) + "." + std::to_string(number);
}

TEST(Correction, SetsTheValueAndKeepsWhatTheMachineSaid) {
  Reading reading = two_papers();
  apply_correction(reading, id_of(reading, 2), "number", "170 /KH-KHVN ", kLan);
  const Field& field = reading.dispatches[1].number;
  EXPECT_EQ(field.value, "170/KH-KHVN");
  EXPECT_EQ(field.status, Status::corrected);
  EXPECT_EQ(field.confidence, 1);
  EXPECT_EQ(field.corrected, kLan);
  EXPECT_EQ(field.candidates.at(0), (Candidate{"169/KH-KHVN", 0.4}));
}

TEST(Correction, WhatStoodOnPaperStaysRaw) {
  Reading reading = two_papers();
  apply_correction(reading, id_of(reading, 2), "number", "170/KH-KHVN", kLan);
  apply_correction(reading, id_of(reading, 2), "number", "171/KH-KHVN", kLan);
  EXPECT_EQ(reading.dispatches[1].number.raw, "169/KH-KHVN");
}

TEST(Correction, AnEmptyValueSaysThePaperHasNone) {
  Reading reading = two_papers();
  apply_correction(reading, id_of(reading, 1), "subject", "", kLan);
  EXPECT_FALSE(reading.dispatches[0].subject.value);
  EXPECT_EQ(reading.dispatches[0].subject.status, Status::corrected);
}

TEST(Correction, DatesAreDates) {
  Reading reading = two_papers();
  const std::string id = id_of(reading, 1);
  for (const char* good : {"2019-09-09", "2019-09", "--08-20", "--02-29", "2020-02-29"})
    EXPECT_EQ(code_of([&] { apply_correction(reading, id, "date", good, kLan); }), Code::ok)
        << good;
  for (const char* bad : {"09/9/2019", "2019-13-01", "2019-02-29", "2019", "hôm qua"})
    EXPECT_EQ(code_of([&] { apply_correction(reading, id, "date", bad, kLan); }), Code::usage)
        << bad;
}

TEST(Correction, WhatCannotBeCorrectedIsSaid) {
  Reading reading = two_papers();
  const std::string id = id_of(reading, 1);
  EXPECT_EQ(code_of([&] { apply_correction(reading, id, "colour", "red", kLan); }), Code::usage);
  EXPECT_EQ(code_of([&] { apply_correction(reading, "none.1", "number", "1", kLan); }),
            Code::not_found);
  EXPECT_EQ(code_of([&] { apply_correction(reading, id, "secret", "MẬT", kLan); }), Code::secret);
}

TEST(Correction, TheListOfSignersFollowsTheSigner) {
  Reading reading = two_papers();
  Dispatch& d = reading.dispatches[0];
  d.signers = {{d.signer, test::read_as("CHỦ TỊCH"), "signs"}};
  apply_correction(reading, d.id, "signer", "Lê Văn Bính", kLan);
  EXPECT_EQ(d.signers[0].name.value, "Lê Văn Bính");
}

TEST(Merge, AMachineNeverOverwritesAPerson) {
  Reading old = two_papers();
  apply_correction(old, id_of(old, 1), "number", "3796/UBND-VXNV", kLan);
  Reading fresh = two_papers();
  fresh.dispatches[0].subject = test::read_as("a better subject");
  const Reading merged = merge_corrections(old, fresh, 3);
  EXPECT_EQ(merged.dispatches[0].number.value, "3796/UBND-VXNV");
  EXPECT_EQ(merged.dispatches[0].number.corrected, kLan);
  EXPECT_EQ(merged.dispatches[0].subject.value, "a better subject");
}

TEST(Merge, IdsFollowThePagesNotTheOrder) {
  const Reading old = two_papers();
  Reading fresh = two_papers();  // the first paper is now seen as two
  fresh.dispatches.erase(fresh.dispatches.begin());
  fresh.dispatches[0].id = id_of(fresh, 1);
  fresh.dispatches.push_back(test::dispatch(fresh.sha256, 2, 7));
  fresh.dispatches[1].attached_to = id_of(fresh, 1);
  const Reading merged = merge_corrections(old, fresh, 5);
  EXPECT_EQ(merged.dispatches[0].id, id_of(old, 2));
  EXPECT_EQ(merged.dispatches[1].id, id_of(old, 5)) << "a number is never used again";
  EXPECT_EQ(merged.dispatches[1].attached_to, id_of(old, 2));
}

TEST(Merge, AnUntouchedPaperThatIsGoneGoesAndACorrectedOneStays) {
  Reading old = two_papers();
  Reading fresh = two_papers();
  fresh.dispatches.pop_back();
  EXPECT_EQ(merge_corrections(old, fresh, 3).dispatches.size(), 1U);
  apply_correction(old, id_of(old, 2), "number", "170/KH-KHVN", kLan);
  EXPECT_EQ(merge_corrections(old, fresh, 3).dispatches.size(), 2U);
}

}  // namespace
}  // namespace vanthu
