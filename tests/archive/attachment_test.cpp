// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/attachment.h"

#include <gtest/gtest.h>

#include "archive/access.h"
#include "archive/review.h"
#include "pipeline/error.h"
#include "tests/support/zip_maker.h"

namespace vanthu {
namespace {

Code code_of(const Scan& file) try {
  return bears_secrecy_mark(file) ? Code::secret : Code::ok;
} catch (const Error& error) {
  return error.code;
}

TEST(Attachment, IsToldByItsEnding) {
  EXPECT_TRUE(is_attachment("Bảng kê.DOCX"));
  EXPECT_TRUE(is_attachment("so.xlsx"));
  EXPECT_TRUE(is_attachment("hoadon.xml"));
  EXPECT_FALSE(is_attachment("scan.pdf"));
  EXPECT_FALSE(is_attachment("in.zip"));
}

TEST(Attachment, ALineThatIsAMarkIsSeen) {
  EXPECT_EQ(code_of({"a.docx", docx_of({"TUYỆT MẬT", "Kế hoạch"})}), Code::secret);
  EXPECT_EQ(code_of({"a.docx", docx_of({"Độ mật: Mật"})}), Code::secret);
  EXPECT_EQ(code_of({"a.xml", "<a><b>TỐI MẬT</b></a>"}), Code::secret);
  const std::string cells = "<sst><si><t>Tối </t><t>mật</t></si></sst>";
  EXPECT_EQ(code_of({"a.xlsx", zip_of({{"[Content_Types].xml", "<Types/>"},
                                       {"xl/sharedStrings.xml", cells}})}),
            Code::secret);
}

TEST(Attachment, ATextThatSpeaksOfSecretsIsNone) {
  EXPECT_EQ(code_of({"a.docx", docx_of({"Danh mục tài liệu MẬT của tỉnh", "mật ong"})}), Code::ok);
  EXPECT_EQ(code_of({"a.xml", "<a>Luật bảo vệ bí mật</a>"}), Code::ok);
}

TEST(Attachment, WhatCannotBeLookedIntoIsNotKept) {
  EXPECT_EQ(code_of({"a.docx", "\xd0\xcf\x11\xe0 an encrypted one"}), Code::bad_input);
  EXPECT_EQ(code_of({"a.docx", zip_of({{"a.pdf", "x"}})}), Code::bad_input);
  EXPECT_EQ(code_of({"a.xml", "MZ\x90"}), Code::bad_input);
}

TEST(Attachment, WaitsForNobodyInTheReview) {
  const Reading reading = attachment_reading({"/in/bảng kê.docx", "x"}, std::string(64, 'a'));
  ASSERT_EQ(reading.dispatches.size(), 1U);
  EXPECT_EQ(reading.dispatches[0].subject.value, "bảng kê.docx");
  EXPECT_TRUE(doubts_of(reading.dispatches[0]).empty());
  EXPECT_FALSE(may_be_secret(reading));
}

}  // namespace
}  // namespace vanthu
