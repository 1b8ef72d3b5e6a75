// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.h"

#include <gmock/gmock.h>

namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> out;
  for (const TextRange& r : snippet.marks)
    out.push_back(snippet.text.substr(r.begin, r.end - r.begin));
  return out;
}

TEST(Snippet, ShowsTheSentenceOfTheHitAndItsPage) {
  const Snippet s = make_snippet({{1, "Mở đầu. Không có gì."},
                                  {3, "Câu trước. Giao Sở Giáo dục\nchủ trì, phối hợp. Câu sau."}},
                                 {{{"giao", "duc"}}, {{"phoi"}}, {{"giao"}}}, 12);
  EXPECT_EQ(s.page, 3);
  EXPECT_EQ(s.text, "Giao Sở Giáo dục chủ trì, phối hợp.");
  EXPECT_THAT(marked(s), ElementsAre("Giao", "Giáo dục", "phối"));
}

TEST(Snippet, MarksAWrittenFormOnlyWhereTheMarksAgree) {
  const std::vector<PageText> pages{{1, "Người dùng dừng xe."}};
  EXPECT_THAT(marked(make_snippet(pages, {{{"dưng1"}, true}})), ElementsAre("dừng"));
  EXPECT_THAT(marked(make_snippet(pages, {{{"dung"}, false}})), ElementsAre("dùng", "dừng"));
}

TEST(Snippet, PrefersTheWindowWithTheMostDifferentHits) {
  std::string text = "một một một một. ";
  for (int i = 0; i < 60; ++i) text += "đệm ";
  text += "một hai. ";
  const Snippet s = make_snippet({{1, text}}, {{{"mot"}}, {{"hai"}}}, 10);
  EXPECT_THAT(marked(s), ElementsAre("một", "hai"));
}

TEST(Snippet, PrefersTheWindowWhereTheHitsStandSideBySide) {
  std::string text = "cháy khi đốt rừng và rừng, rừng. ";
  for (int i = 0; i < 60; ++i) text += "đệm. ";
  text += "Phòng cháy rừng. ";
  const Snippet s = make_snippet({{1, text}}, {{{"chay"}}, {{"rung"}}}, 10);
  EXPECT_EQ(s.text, "Phòng cháy rừng.");
}

TEST(Snippet, SaysWhereItWasCut) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "trước ";
  text += "khuyến học ";
  for (int i = 0; i < 50; ++i) text += "sau ";
  const Snippet s = make_snippet({{1, text}}, {{{"khuyen", "hoc"}}}, 8);
  EXPECT_EQ(s.text, "…trước trước trước trước khuyến học sau sau…");
  EXPECT_THAT(marked(s), ElementsAre("khuyến học"));
}

TEST(Snippet, BeginsAtAListItemAndKeepsItsQuotes) {
  const Snippet s = make_snippet({{1, "Nội dung\n- Mỗi chi bộ là \"Đơn vị học tập\";\n- Hết"}},
                                 {{{"don", "vi"}}}, 8);
  EXPECT_EQ(s.text, "Mỗi chi bộ là \"Đơn vị học tập\";");
  EXPECT_THAT(marked(s), ElementsAre("Đơn vị"));
}

TEST(Snippet, WithoutAHitIsTheBeginningUnmarked) {
  const Snippet s = make_snippet({{1, " \n"}, {2, "Một hai ba bốn"}}, {{{"khac"}}}, 2);
  EXPECT_EQ(s, (Snippet{2, "Một hai…", {}}));
  EXPECT_THAT(make_snippet({{2, "Một"}}, {}).marks, IsEmpty());
}

TEST(Snippet, OfNothingIsEmpty) {
  EXPECT_EQ(make_snippet({}, {{{"a"}}}), Snippet{});
  EXPECT_EQ(make_snippet({{1, "…"}}, {{{"a"}}}), Snippet{});
  EXPECT_EQ(make_snippet({{1, "a"}}, {{{"a"}}}, 0), Snippet{});
}

TEST(Snippet, HandsNoControlCharactersToTheTerminal) {
  const Snippet s = make_snippet({{1, "a \x1B[31mb\u202E c\u0085 d\te"}}, {{{"d"}}});
  EXPECT_EQ(s.text, "a [31mb c d e");
  EXPECT_THAT(marked(s), ElementsAre("d"));
}

TEST(Snippet, APhraseLongerThanTheWindowIsStillShown) {
  const Snippet s = make_snippet({{1, "một hai ba bốn năm"}}, {{{"mot", "hai", "ba"}}}, 2);
  EXPECT_EQ(s.page, 1);
  EXPECT_FALSE(s.text.empty());
}

}  // namespace
}  // namespace vanthu
