// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that slipped through, taken out by two people through the program itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct Office : Place {
  Office() {
    must({"init"});
    must({"import", scan("rieng-tu-9921.png", 1), scan("b.png", 2)});
    const Json list = json({"list", "--sort", "id"});
    for (const Json& row : list["dispatches"]) ids.push_back(row["id"]);
    if (content_of(ids[0]) != png_page(1)) std::swap(ids[0], ids[1]);
    must({"correct", ids[0], "subject=hồ sơ Nguyễn Kỳ Dị", "number=9921/ABC-XYZ", "date=9/9/2019"});
    must({"search", "nguyen ky di"});
  }
  std::string content_of(const std::string& id) const { return must({"get", id, "--original"}); }
  bool stands(const std::string& text) const {
    for (const auto& entry : fs::recursive_directory_iterator(archive()))
      if (entry.path().string().find(text, archive().size()) != std::string::npos ||
          (entry.is_regular_file() &&
           content(entry.path().string()).find(text) != std::string::npos))
        return true;
    return false;
  }
  std::vector<std::string> ids;
};

TEST(PurgeCommand, NothingOfItIsFoundAnywhereAfterwards) {
  const Office office;
  const std::vector<std::string> traces = {"Nguyễn Kỳ Dị", "nguyen", "9921/ABC", "rieng-tu",
                                           office.ids[0].substr(0, 12)};
  EXPECT_THAT(office.must({"purge", office.ids[0], "--reason", "đưa vào nhầm"}),
              HasSubstr("Another person confirms with: vanthu purge " + office.ids[0]));
  EXPECT_THAT(office.must({"show", office.ids[0]}), HasSubstr("lan proposes to purge it"));
  EXPECT_TRUE(office.stands(traces[0]));
  EXPECT_THAT(office.must({"purge", office.ids[0], "--by", "hoa"}),
              HasSubstr("Proposed by lan, confirmed by hoa: đưa vào nhầm"));
  for (const std::string& trace : traces) EXPECT_FALSE(office.stands(trace)) << trace;
  EXPECT_TRUE(office.json({"verify"})["faults"].empty());
  office.must({"reindex", "--catalogue"});
  EXPECT_TRUE(office.json({"verify"})["faults"].empty());
  EXPECT_EQ(office.json({"list"})["total"], 1);
  EXPECT_EQ(office.run({"show", office.ids[0]}).code, 67);
  EXPECT_EQ(office.json({"search", "nguyen ky di"})["total"], 0);
  EXPECT_EQ(office.content_of(office.ids[1]), png_page(2));
}

TEST(PurgeCommand, TakesTwoPeopleAndAReason) {
  const Office office;
  EXPECT_EQ(office.run({"purge", office.ids[0]}).code, 64);
  EXPECT_EQ(office.run({"purge", office.ids[0], "--withdraw"}).code, 64);
  EXPECT_EQ(office.run({"purge", "ffff", "--reason", "x"}).code, 67);
  office.must({"purge", office.ids[0], "--reason", "nhầm"});
  const Finished same = office.run({"purge", office.ids[0], "--reason", "nhầm"});
  EXPECT_EQ(same.code, 77);
  EXPECT_THAT(same.err, HasSubstr("whoever proposed it cannot carry it out: lan"));
  office.must({"purge", office.ids[0], "--withdraw"});
  EXPECT_EQ(office.json({"purge", office.ids[0], "--by", "hoa", "--reason", "x"})["state"],
            "proposed")
      << "the first proposal does not count any more";
  office.must({"verify"});
}

TEST(PurgeCommand, TheSameFileIsRefusedUnlessSaidOtherwise) {
  const Office office;
  office.must({"purge", office.ids[0], "--reason", "nhầm"});
  office.must({"purge", office.ids[0], "--by", "hoa"});
  const std::string again = office.scan("again.png", 1);
  const auto lines = office.json_lines({"import", again}, 1);
  EXPECT_EQ(lines[0]["error"]["name"], "denied");
  EXPECT_THAT(std::string(lines[0]["error"]["hint"]), HasSubstr("--even-purged"));
  office.must({"import", again, "--even-purged"});
  EXPECT_EQ(office.json({"list"})["total"], 2);
  office.must({"verify"});
}

}  // namespace
}  // namespace vanthu::e2e
