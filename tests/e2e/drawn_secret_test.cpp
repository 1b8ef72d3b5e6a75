// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn papers with a secrecy mark, read with the real engine: afterwards no byte that the program
// wrote anywhere holds a word of them, their names or their digests, the quarantine apart.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/text.h"
#include "samples/draw/draw.h"
#include "samples/draw/encode.h"
#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// Words that stand nowhere else: not in the model of the language's commonest, not in the program.
constexpr const char* kWords[] = {"Quỳnh Lưu Khoáng", "khoáng sản quặng", "7391"};
constexpr const char* kName = "hai-dang-so-bay-mot";

std::string drawn(const std::string& mark, draw::Depth depth) {
  draw::Paper paper = draw::plain_paper();
  paper.number = "7391";
  paper.urgent = mark;
  paper.body.insert(paper.body.begin(),
                    {"Công ty Quỳnh Lưu Khoáng khai thác khoáng sản quặng tại bãi biển."});
  draw::DrawOptions options;
  options.depth = depth;
  std::vector<Image> pages;
  for (draw::DrawnPage& page : draw::draw_paper(paper, options))
    pages.push_back(std::move(page.image));
  return draw::encode_pdf(pages, options.dpi, 85);
}

// Files under `folder` that hold one of `words`, in their bytes or their names; `apart` is left
// out.
std::vector<std::string> holders(const std::string& folder, const std::string& apart,
                                 const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (auto at = fs::recursive_directory_iterator(folder); at != fs::recursive_directory_iterator();
       ++at) {
    if (at->path() == apart) {
      at.disable_recursion_pending();
      continue;
    }
    const std::string all = at->path().string().substr(folder.size()) +
                            (at->is_regular_file() ? content(at->path()) : "");
    for (const std::string& word : words)
      if (all.find(word) != std::string::npos) out.push_back(at->path().string() + ": " + word);
  }
  return out;
}

struct Office : Place {
  Office() {
    environment.erase("VANTHU_ENGINE");
    fs::create_directories(path("tmp"));
    environment["TMPDIR"] = path("tmp");
    environment["XDG_STATE_HOME"] = path("state");
    must({"init"});
  }
};

std::vector<std::string> traces() {
  std::vector<std::string> out{kName};
  for (const char* word : kWords)
    for (const std::string& form : {std::string(word), lower(word), upper(word), fold(word)})
      out.push_back(form);
  return out;
}

TEST(DrawnSecretPaper, LeavesNoTraceOfItselfAnywhere) {
  const Office office;
  const std::string aside = office.archive() + ".quarantine";
  const fs::path outside =
      fs::path(testing::TempDir()) / ("vanthu-mat-" + std::to_string(getpid()));
  fs::create_directories(outside);
  std::vector<std::string> wanted = traces();
  for (const char* mark : {"MẬT", "TỐI MẬT", "TUYỆT MẬT"}) {
    const std::string bytes = drawn(mark, draw::Depth::colour);
    const fs::path scan = outside / (std::string(kName) + "-" + fold(mark) + ".pdf");
    office.write("scan.tmp", bytes);
    fs::rename(office.path("scan.tmp"), scan);
    wanted.push_back(bytes.substr(bytes.size() / 2, 64));
  }
  const std::string out =
      office.must({"import", "--report", office.path("report.csv"), outside.string()}, 80);
  fs::remove_all(outside);
  EXPECT_THAT(out, HasSubstr("3 refused"));
  EXPECT_THAT(holders(office.path(""), aside, wanted), testing::IsEmpty());
  EXPECT_EQ(office.json({"list"})["total"], 0);
  EXPECT_EQ(office.json({"search", "khoang san quang"})["total"], 0);
  std::size_t notices = 0;
  for (const auto& entry : fs::directory_iterator(aside))
    if (entry.path().string().ends_with(".LY-DO.txt")) {
      ++notices;
      EXPECT_THAT(content(entry.path()), HasSubstr("văn thư mật"));
    }
  EXPECT_EQ(notices, 3U);
}

TEST(DrawnSecretPaper, TheSamePaperWithoutTheMarkLeavesItsWords) {
  const Office office;
  office.must(
      {"import", office.write(std::string(kName) + ".pdf", drawn("", draw::Depth::colour))});
  EXPECT_THAT(holders(office.archive(), "", {"khoáng sản quặng", kName}),
              testing::Not(testing::IsEmpty()));
  EXPECT_EQ(office.json({"search", "khoang san quang"})["total"], 1);
}

TEST(DrawnSecretPaper, ReadSaysNothingAndEndsWithItsOwnCode) {
  const Office office;
  const std::string scan = office.write("a.pdf", drawn("TỐI MẬT", draw::Depth::colour));
  const Finished finished = office.run({"read", "--text", scan});
  EXPECT_EQ(finished.code, 80);
  EXPECT_EQ(finished.out, "");
  for (const char* word : kWords) EXPECT_EQ(finished.err.find(word), std::string::npos);
}

}  // namespace
}  // namespace vanthu::e2e
