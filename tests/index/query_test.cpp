// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/error.h"

namespace vanthu {
namespace {

struct Parsed {
  const char *query, *tree;
};

TEST(Query, IsUnderstoodAsTyped) {
  for (const Parsed& c : {
           Parsed{"khuyến", "words(khuyến)"},
           {"khuyen hoc", "all(words(khuyen) words(hoc))"},
           {"\"xây dựng\"", "words(=xây dựng)"},
           {"\"xay dung\"", "words(xay dung)"},
           {"“xây dựng”", "words(=xây dựng)"},
           {"=nam", "words(=nam)"},
           {"a -b", "all(words(a) except(words(b)))"},
           {"-b", "all(except(words(b)))"},
           {"a -\"b c\"", "all(words(a) except(words(b c)))"},
           {"a or b", "any(words(a) words(b))"},
           {"a hoặc b c", "any(words(a) all(words(b) words(c)))"},
           {"a OR b | c", "any(words(a) words(b) words(c))"},
           {"(a or b) c", "all(any(words(a) words(b)) words(c))"},
           {"-(a or b) c", "all(except(any(words(a) words(b))) words(c))"},
           {"danh-hiệu", "words(danh-hiệu)"},
           {"3795", "number(3795)"},
           {"11-CT/TW", "number(11-CT/TW)"},
           {"\"11-CT/TW\"", "words(11-CT/TW)"},
           {"so:3795/UBND-VXNV", "number(so:3795/UBND-VXNV)"},
           {"Số: 3795", "number(so:3795)"},
           {"so:\"3795 UBND VXNV\"", "number(so:3795 UBND VXNV)"},
           {"number:100..200", "range(so:00000100..00000200)"},
           {"ngay:2019-09..2019-12", "range(ngay:20190901..20191231)"},
           {"date:..2019", "range(ngay:..20191231)"},
           {"loai:\"kế hoạch\"", "words(loai:=kế hoạch)"},
           {"loai:(\"kế hoạch\" or chỉ-thị)", "any(words(loai:=kế hoạch) words(loai:chỉ-thị))"},
           {"-loai:\"công văn\" a", "all(except(words(loai:=công văn)) words(a))"},
           {"coquan:=Nam", "words(coquan:=Nam)"},
           {"quyen:OPEN", "category(quyen:open)"},
           {"a – b - c", "all(words(a) words(b) words(c))"},
           {"a , . … b", "all(words(a) words(b))"},
           {"họp lúc 9:30", "all(words(họp) words(lúc) words(9:30))"},
           {"Kính gửi: Sở", "all(words(Kính) words(gửi:) words(Sở))"},
           {"http://a.vn", "words(http://a.vn)"},
           {"khuy*", "prefix(khuy)"},
           {"loai:kế*", "prefix(loai:kế)"},
           {"so:379*", "prefix(so:379)"},
           {"a NEAR b", "near10(words(a) words(b))"},
           {"a NEAR/3 b GẦN/5 \"c d\" e", "all(near5(words(a) words(b) words(c d)) words(e))"},
           {"near a", "all(words(near) words(a))"},
       })
    EXPECT_EQ(print(parse_query(c.query)), c.tree) << c.query;
}

struct Broken {
  const char *query, *part;  // part of the message
  std::size_t column;        // of the caret, in characters
};

TEST(Query, ThatIsMalformedPointsAtThePlace) {
  for (const Broken& c : {
           Broken{"", "say what to look for", 0},
           {" ... ", "say what to look for", 0},
           {"quyết \"định", "quote", 6},
           {"đường ngay:31/2/2019", "no such date", 11},
           {"ngay:2019-12..2019-09", "no such date", 5},
           {"so:200..100", "range of numbers", 3},
           {"ký soo:3795", "no field", 3},
           {"nguoky:bình", "did you mean \"nguoiky:\"", 0},
           {"học ngayy:2019", "did you mean \"ngay:\"", 4},
           {"signr:bình", "did you mean \"signer:\"", 0},
           {"xyzw:1", "the fields are so:, ngay:", 0},
           {"học hoặc", "both sides", 4},
           {"hoặc học", "both sides", 0},
           {"NEAR", "both sides", 0},
           {"ngay:32/13/2019", "no such date", 5},
           {"so:", "needs a value", 0},
           {"so: or a", "needs a value", 0},
           {"ngay:so:1", "needs a value", 0},
           {"loai:(so:1)", "inside a field", 6},
           {"so:/", "needs a word", 0},
           {"(a b", "bracket is never closed", 0},
           {"a b)", "nothing was opened", 3},
           {"a ()", "nothing in the brackets", 2},
           {"or a", "both sides", 0},
           {"a or", "both sides", 2},
           {"a | | b", "both sides", 2},
           {"a -(", "never closed", 3},
           {"\"\" a", "phrase is empty", 0},
           {"a =\"", "never closed", 3},
           {"=(a)", "needs a word", 0},
           {"a NEAR", "both sides", 2},
           {"NEAR/3 a", "both sides", 0},
           {"a NEAR/3 so:1", "both sides", 2},
           {"a NEAR/200 b", "100 words", 2},
           {"\"học t*\"", "end of one word", 6},
           {"*ọc*x", "end of one word", 0},
           {"=họ*", "end of one word", 3},
           {"k*", "two letters", 1},
       }) {
    try {
      parse_query(c.query);
      ADD_FAILURE() << "no error: " << c.query;
    } catch (const Error& e) {
      EXPECT_EQ(e.code, Code::usage) << c.query;
      EXPECT_NE(std::string(e.what()).find(c.part), std::string::npos)
          << c.query << ": " << e.what();
      EXPECT_EQ(e.hint, c.query + ("\n" + std::string(c.column, ' ')) + "^");
    }
  }
}

TEST(Query, PutsTheCaretUnderTheLetterHoweverItIsEncoded) {
  try {
    parse_query("đươ\u0300ng ngay:31/2/2019");  // the grave stands on the letter before
    ADD_FAILURE() << "no error";
  } catch (const Error& e) {
    EXPECT_THAT(e.hint, testing::EndsWith("\n" + std::string(11, ' ') + "^"));
  }
}

void expect_usage(const std::string& query) {
  try {
    parse_query(query);
    ADD_FAILURE() << "no error";
  } catch (const Error& e) {
    EXPECT_EQ(e.code, Code::usage);
  }
}

std::string repeat(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

TEST(Query, HasLimits) {
  expect_usage(std::string(kMaxQueryBytes + 1, 'a'));
  expect_usage(repeat("(", 40) + "a" + repeat(")", 40));
  expect_usage(repeat("a ", 65));
  expect_usage("\"" + repeat("a ", 33) + "\"");
  EXPECT_NO_THROW(parse_query(repeat("(", 16) + "a" + repeat(")", 16)));
  EXPECT_NO_THROW(parse_query(repeat("a ", 64)));
}

TEST(Query, OfBadBytesIsReadNotRefused) {
  EXPECT_EQ(print(parse_query("a\xFF b")), "all(words(a\xEF\xBF\xBD) words(b))");
}

TEST(Query, OnOneLineKeepsTheCaretUnderThePlace) {
  try {
    parse_query("a\n(b");
    ADD_FAILURE();
  } catch (const Error& e) {
    EXPECT_EQ(e.hint, "a (b\n  ^");
  }
}

// docs/query-language.md: the first column of its tables.
TEST(Query, EveryExampleOfTheManualIsUnderstood) {
  std::ifstream manual(VANTHU_SOURCE_DIR "/docs/query-language.md");
  int examples = 0;
  for (std::string line; std::getline(manual, line);) {
    if (!line.starts_with("| `")) continue;
    EXPECT_NO_THROW(parse_query(line.substr(3, line.find('`', 3) - 3))) << line;
    ++examples;
  }
  EXPECT_GT(examples, 20);
}

}  // namespace
}  // namespace vanthu
