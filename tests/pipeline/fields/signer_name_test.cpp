// SPDX-License-Identifier: GPL-3.0-or-later
// Names by the net's guesses, by print and by the rest of the paper.
#include "pipeline/fields/signer_name.h"

#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/vocabulary.h"

namespace vanthu {
namespace {

// The usual letter whose last line, the name, bears the net's guesses.
Dispatch read(const std::string& print, const std::vector<Guess>& guesses,
              const std::string& body = {}, const std::string& raw = {}) {
  sheet::Letter letter;
  letter.signature.back() = print;
  if (!body.empty()) letter.body = body;
  OcrPage page = sheet::set(letter).page();
  for (Line& line : page.lines)
    if (text_of(line) == print) line.words.front().guesses = guesses, line.words.front().raw = raw;
  return understand({page}, "a.pdf").dispatches.at(0);
}

TEST(SignerName, TheNetsGuessIsGiven) {
  const Dispatch d = read("9t6 Văn Hải", {{"Nguyễn Văn Hải", 0.96}, {"Nguyễn Vân Hải", 0.02}});
  EXPECT_EQ(d.signer.value, "Nguyễn Văn Hải");
  EXPECT_GE(d.signer.confidence, kTrusted);
  EXPECT_EQ(d.signer.raw, "9t6 Văn Hải");
  ASSERT_FALSE(d.signer.evidence.empty());
  EXPECT_EQ(d.signer.evidence.front().source, "names");
}

TEST(SignerName, ADoubtfulGuessIsACandidate) {
  const Dispatch d = read("9t6 Vn Hi", {{"Nguyễn Văn Hải", 0.3}, {"Nguyễn Văn Hả", 0.2}});
  EXPECT_EQ(d.signer.value, std::nullopt);
  EXPECT_EQ(d.signer.status, Status::unreadable);
  ASSERT_GE(d.signer.candidates.size(), 2u);
  EXPECT_EQ(d.signer.candidates.front().value, "Nguyễn Văn Hải");
}

TEST(SignerName, PrintThatAgreesMakesItSurer) {
  const double alone = read("N n Vn Hi", {{"Nguyễn Văn Hải", 0.7}}).signer.confidence;
  const double both = read("Nguyễn Văn Hải", {{"Nguyễn Văn Hải", 0.7}}).signer.confidence;
  EXPECT_GT(both, alone + 0.1);
}

TEST(SignerName, PrintThatDisagreesLeavesDoubt) {
  const Dispatch d = read("Nguyễn Văn Hà", {{"Nguyễn Văn Hải", 0.7}});
  EXPECT_LT(d.signer.confidence, kTrusted);
}

TEST(SignerName, ASyllableTheNetPassedOverIsKept) {
  EXPECT_EQ(read("Lê Thiên Bảo", {{"Lê Thiên", 0.95}}).signer.value, "Lê Thiên Bảo");
}

TEST(SignerName, AGuessNamedInTheTextIsTheLikelierOne) {
  const std::vector<Guess> guesses = {{"Trần Lông Hải", 0.5}, {"Trần Công Hải", 0.1}};
  const Dispatch d =
      read("t6 Lng Hi", guesses, "Chi tiết liên hệ Đ/c Trần Công Hải, chuyên viên Sở Y tế./.");
  EXPECT_EQ(d.signer.value, "Trần Công Hải");
  EXPECT_EQ(read("t6 Lng Hi", guesses).signer.value, "Trần Lông Hải");
}

TEST(SignerName, AnotherPersonOfTheTextChangesNothing) {
  const std::vector<Guess> guesses = {{"Trần Công Hải", 0.8}};
  const Dispatch d = read("t6 Lng Hi", guesses, "Liên hệ Ông Lê Quang Minh, chuyên viên Sở./.");
  EXPECT_EQ(d.signer.value, "Trần Công Hải");
  EXPECT_NEAR(d.signer.confidence, 0.8, 0.01);
}

TEST(SignerName, ASureGuessIsNotTurnedByANameALetterOff) {
  const Dispatch d = read("Vn An", {{"Nguyễn Văn An", 0.99}},
                          "Giao Ông Nguyễn Văn Anh, chuyên viên, theo dõi việc này./.");
  EXPECT_EQ(d.signer.value, "Nguyễn Văn An");
}

TEST(SignerName, LiesWithinAsksForTheSameOrder) {
  EXPECT_TRUE(fields::lies_within("Lê Thiên", "Lê Thiên Phú"));
  EXPECT_TRUE(fields::lies_within("Lê Phú", "Lê Thiên Phú"));
  EXPECT_FALSE(fields::lies_within("Phú Lê", "Lê Thiên Phú"));
  EXPECT_FALSE(fields::lies_within("Lê Thiên Phú", "Lê Thiên Phú"));
}

}  // namespace
}  // namespace vanthu
