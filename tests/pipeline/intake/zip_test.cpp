// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "tests/support/zip_maker.h"

namespace vanthu {
namespace {

using testing::HasSubstr;

bool pdf(const std::string& name, std::string_view) { return name.ends_with(".pdf"); }

std::vector<std::string> names(const std::string& zip, const ZipLimits& limits = {}) {
  std::vector<std::string> out;
  ZipPart part;
  for (part.last = false; !part.last;) {
    part = read_zip({"in.zip", zip}, part.next, pdf, limits);
    for (const ZipFile& file : part.files) out.push_back(file.name);
  }
  return out;
}

Code code_of(const std::string& zip, const ZipLimits& limits = {}) try {
  names(zip, limits);
  return Code::ok;
} catch (const Error& error) {
  EXPECT_THAT(error.what(), HasSubstr("in.zip"));
  return error.code;
}

TEST(Zip, GivesItsFilesWithTheirNamesAndBytes) {
  const std::string zip = zip_of({{"tháng 9/công văn.pdf", "một"}, {"b.pdf", "hai"}});
  const ZipPart part = read_zip({"in.zip", zip}, {}, pdf);
  ASSERT_EQ(part.files.size(), 2U);
  EXPECT_EQ(part.files[0], (ZipFile{"tháng 9/công văn.pdf", "một", Code::ok, "", ""}));
  EXPECT_EQ(part.files[1].bytes, "hai");
  EXPECT_TRUE(part.last);
}

TEST(Zip, WhatIsNotWantedIsNamed) {
  const ZipPart part = read_zip({"in.zip", zip_of({{"a.exe", "x"}, {"a.pdf", "y"}})}, {}, pdf);
  EXPECT_EQ(part.files.size(), 1U);
  EXPECT_EQ(part.passed_over, std::vector<std::string>{"a.exe"});
}

TEST(Zip, AZipInAZipIsOpenedAndOneInThatIsNot) {
  const std::string third = zip_of({{"3.pdf", "x"}});
  const std::string second = zip_of({{"2.pdf", "x"}, {"third.zip", third}});
  const std::string first = zip_of({{"second.zip", second}, {"1.pdf", "x"}});
  const ZipPart part = read_zip({"in.zip", first}, {}, pdf);
  ASSERT_EQ(part.files.size(), 3U);
  EXPECT_EQ(part.files[0].name, "second.zip/2.pdf");
  EXPECT_EQ(part.files[1].name, "second.zip/third.zip");
  EXPECT_EQ(part.files[1].code, Code::too_big);
  EXPECT_EQ(part.files[2].name, "1.pdf");
}

TEST(Zip, ComesInPartsAndEachFileOnce) {
  ZipContents inner, outer;
  for (int n = 0; n < 7; ++n) inner.push_back({"i" + std::to_string(n) + ".pdf", "1234"});
  for (int n = 0; n < 5; ++n) outer.push_back({"o" + std::to_string(n) + ".pdf", "1234"});
  outer.insert(outer.begin() + 2, {"inner.zip", zip_of(inner)});
  const std::string zip = zip_of(outer);
  const std::vector<std::string> whole = names(zip);
  ASSERT_EQ(whole.size(), 12U);
  for (const std::uint64_t bytes : {1, 8, 20}) {
    ZipLimits limits;
    limits.part_bytes = bytes;
    EXPECT_EQ(names(zip, limits), whole) << bytes;
  }
}

TEST(Zip, NamesThatClimbOutAreMadeHarmless) {
  EXPECT_EQ(names(zip_of({{"../../etc/a.pdf", "x"}, {"/b.pdf", "x"}, {"c\\d.pdf", "x"}})),
            (std::vector<std::string>{"etc/a.pdf", "b.pdf", "c/d.pdf"}));
}

TEST(Zip, HiddenFilesAndFoldersAreLeftOut) {
  EXPECT_EQ(names(zip_of({{"__MACOSX/a.pdf", "x"}, {".b.pdf", "x"}, {"thư mục/", ""}})),
            std::vector<std::string>{});
}

TEST(Zip, OneWithAPasswordSaysSoItself) {
  const ZipPart part = read_zip({"in.zip", zip_of({{"a.pdf", "bí mật"}}, "matkhau")}, {}, pdf);
  ASSERT_EQ(part.files.size(), 1U);
  EXPECT_EQ(part.files[0].code, Code::bad_input);
  EXPECT_THAT(part.files[0].reason, HasSubstr("password"));
  EXPECT_EQ(part.files[0].bytes, "");
}

TEST(Zip, BombsAreRefused) {
  const std::string zeros(100 << 20, '\0');
  EXPECT_EQ(code_of(zip_of({{"a.pdf", zeros}})), Code::too_big) << "a thousand to one";
  EXPECT_EQ(code_of(zip_of({{"in.zip", zip_of({{"a.pdf", zeros}})}})), Code::too_big);
  ZipLimits limits;
  limits.files = 3;
  const ZipContents many(4, {"a.pdf", "x"});
  EXPECT_EQ(code_of(zip_of(many), limits), Code::too_big);
  limits = {};
  limits.file_bytes = 10;
  EXPECT_EQ(code_of(zip_of({{"a.pdf", std::string(11, 'x')}}), limits), Code::too_big);
}

TEST(Zip, WhatPacksWellAndIsSmallIsNoBomb) {
  EXPECT_EQ(code_of(zip_of({{"white.pdf", std::string(30 << 20, '\xff')}})), Code::ok);
}

TEST(Zip, ADamagedOneIsSaid) {
  const std::string zip = zip_of({{"a.pdf", std::string(5000, 'x')}, {"b.pdf", "y"}});
  EXPECT_EQ(code_of(zip.substr(0, zip.size() / 3)), Code::bad_input);
  EXPECT_EQ(code_of("PK\x03\x04" + std::string(200, '\1')), Code::bad_input);
}

}  // namespace
}  // namespace vanthu
