// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

struct Kept : Place {
  Kept() {
    must({"init"});
    must({"import", scan("a.png")});
    id = json({"list"})["dispatches"][0]["id"];
  }
  std::string id;
};

TEST(Get, TheOriginalComesBackByteForByte) {
  const Kept kept;
  EXPECT_EQ(kept.must({"get", kept.id, "--original"}), png_page(1));
  kept.must({"get", kept.id, "--original", "-o", kept.path("out file.png")});
  EXPECT_EQ(content(kept.path("out file.png")), png_page(1));
}

TEST(Get, AnyUnambiguousBeginningWillDo) {
  const Kept kept;
  EXPECT_EQ(kept.must({"get", kept.id.substr(0, 5), "--original"}), png_page(1));
}

TEST(Get, AFileThereIsNotOverwrittenUnasked) {
  const Kept kept;
  const std::string there = kept.write("there", "mine");
  EXPECT_EQ(kept.run({"get", kept.id, "--original", "-o", there}).code, 73);
  EXPECT_EQ(content(there), "mine");
  kept.must({"get", kept.id, "--original", "-o", there, "--force"});
  EXPECT_EQ(content(there), png_page(1));
}

TEST(Get, BytesAreNotSpilledOnATerminal) {
  const Kept kept;
  const Finished finished = run_on_terminal({"get", kept.id, "--original"}, kept.environment);
  EXPECT_EQ(finished.code, 64);
  EXPECT_THAT(finished.out, HasSubstr("--original -o dispatch.png"));
}

TEST(Get, TheReadingIsTheReading) {
  const Kept kept;
  const Json reading = Json::parse(kept.must({"get", kept.id, "--reading"}));
  EXPECT_EQ(reading["schema"], 1);
  EXPECT_EQ(reading["file"], "a.png");
}

TEST(Get, APdfATellsWhatWasCorrected) {
  const Kept kept;
  EXPECT_THAT(kept.must({"get", kept.id, "--pdf"}), HasSubstr("<pdfaid:part>1</pdfaid:part>"));
  kept.must({"correct", kept.id, "number=12/QĐ-UBND"});
  EXPECT_THAT(kept.must({"get", kept.id, "--pdf"}), HasSubstr("12/QĐ-UBND"));
}

TEST(Get, TheWordsAndPicturesComeOut) {
  const Kept kept;
  EXPECT_THAT(kept.must({"get", kept.id, "--alto"}), HasSubstr("<alto "));
  EXPECT_THAT(kept.must({"get", kept.id, "--thumbnail", "1"}), testing::StartsWith("\xff\xd8"));
  EXPECT_EQ(kept.run({"get", kept.id, "--thumbnail", "2"}).code, 67);
}

TEST(Get, MustBeToldWhat) {
  const Kept kept;
  EXPECT_EQ(kept.run({"get", kept.id}).code, 64);
  EXPECT_EQ(kept.run({"get", kept.id, "--original", "--reading"}).code, 64);
}

TEST(Get, ADiskThatIsFullIsAnError) {
  const Kept kept;
  const Finished finished = kept.run({"get", kept.id, "--original", "-o", "/dev/full/x"});
  EXPECT_EQ(finished.code, 73);
}

}  // namespace
}  // namespace vanthu::e2e
