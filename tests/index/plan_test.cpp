// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/plan.h"

#include <gmock/gmock.h>

namespace vanthu {
namespace {

std::string planned(const char* query) { return print(plan_query(parse_query(query)).plan); }

struct Case {
  const char *query, *plan;
};

TEST(Plan, NamesTheTermsOfTheIndex) {
  for (const Case& c : {
           Case{"hoc", "hoc"},
           {"khuyen hoc", "prefer(all(khuyen hoc) bonus(phrase(Skhuyen Shoc)))"},
           {"\"xay dung\"", "phrase(xay dung)"},
           {"\"xây nam\"", "phrase(=xây =nam)"},
           {"=nam", "=nam"},
           {"a -b", "except(a b)"},
           {"-b", "except(everything b)"},
           {"a -dừng", "except(a =dưng1)"},
           {"a -b -c or d", "any(except(a any(b c)) d)"},
           {"so:3795", "any(N^3795 N?3795 bonus(N^3795) bonus(N?3795))"},
           {"so:03795/ubnd",
            "any(phrase(N^3795 Nubnd) phrase(N?3795 Nubnd) bonus(phrase(N^3795 Nubnd)) "
            "bonus(phrase(N?3795 Nubnd)))"},
           {"so:vxnv", "Nvxnv"},
           {"11-CT/TW",
            "any(phrase(N^11 Nct Ntw) phrase(N?11 Nct Ntw) phrase(11 ct tw) C11/ct/tw "
            "bonus(phrase(N^11 Nct Ntw)) bonus(phrase(N?11 Nct Ntw)))"},
           {"3795", "any(N^3795 N?3795 3795 bonus(N^3795) bonus(N?3795))"},
           {"2019", "any(N^2019 N?2019 2019 bonus(N^2019) bonus(N?2019))"},
           {"a 2019", "prefer(all(a any(2019 any(D2019 E2019))) bonus(any(D2019 E2019)))"},
           {"a t9/2019",
            "prefer(all(a any(phrase(t9 2019) any(D2019~ D201909 E2019~ E201909))) "
            "bonus(any(D2019~ D201909 E2019~ E201909)))"},
           {"ngay:2019", "any(D2019 E2019)"},
           {"so:1..9", "range(2 00000001..00000009)"},
           {"loai:\"ke hoach\"", "any(phrase(Tke Thoach) T+kehoach)"},
           {"coquan:=Nam", "I=nam"},
           {"quyen:open", "Aopen"},
           {"khuy*", "khuy*"},
           {"so:37*", "N^37*"},
           {"37*", "any(37* N^37*)"},
           {"a NEAR/3 b", "near4(a b)"},
           {"a NEAR/3 \"b c\"", "all(near5(a b c) phrase(b c))"},
           {"so 3795 ubnd",
            "prefer(all(any(N^3795 N?3795 3795 bonus(N^3795) bonus(N?3795)) any(ubnd "
            "+uybannhandan)) bonus(I+uybannhandan) "
            "bonus(phrase(N^3795 Nubnd)) bonus(phrase(N?3795 Nubnd)))"},
           {"uy ban nhan dan",
            "prefer(any(all(uy ban nhan dan) +uybannhandan) bonus(I+uybannhandan) "
            "bonus(phrase(Suy Sban Snhan Sdan)) "
            "bonus(any(phrase(Puy Pban Pnhan) phrase(Pban Pnhan Pdan))) bonus(Subnd))"},
           {"\"uy ban nhan dan\"", "phrase(uy ban nhan dan)"},
           {"dancheu:11-CT/TW", "any(C11/ct/tw C11/ct/tw/*)"},
       })
    EXPECT_EQ(planned(c.query), c.plan) << c.query;
}

TEST(Plan, MarksAreAWishThatRanksAboveAllElse) {
  EXPECT_EQ(planned("dừng"), "prefer(prefer(dung bonus(=dưng1)) bonus(=dưng1))");
  EXPECT_TRUE(plan_query(parse_query("a dừng")).marks);
  EXPECT_FALSE(plan_query(parse_query("a \"dừng\" =xe")).marks);
  EXPECT_FALSE(plan_query(parse_query("a -dừng")).marks);
}

TEST(Plan, ForAnotherOrderKeepsTheExactTierAlone) {
  const auto planned = [](const char* query) {
    return print(plan_query(parse_query(query), {.by_relevance = false}).plan);
  };
  EXPECT_EQ(planned("dừng"), "prefer(mute(dung) bonus(=dưng1))");
  EXPECT_EQ(planned("3795"), "mute(any(N^3795 N?3795 3795))");
}

TEST(Relax, MakesOneWordEnoughAndKeepsWhatWasDemanded) {
  const auto relaxed = [](const char* query) { return print(relax(parse_query(query))); };
  EXPECT_EQ(relaxed("a b"), "any(words(a) words(b))");
  EXPECT_EQ(relaxed("a b loai:x -c \"d e\""),
            "all(words(loai:x) except(words(c)) words(d e) any(words(a) words(b)))");
  EXPECT_EQ(relaxed("a loai:x"), "all(words(a) words(loai:x))");
  EXPECT_EQ(relaxed("a or b"), "any(words(a) words(b))");
}

TEST(Needles, AreTheMarkedFormsForExactHitsAlone) {
  const QueryNode query = parse_query("dừng xe -bến so:15/QĐ");
  EXPECT_THAT(needles_of(query, true),
              testing::ElementsAre(Needle{{"dưng1"}, true}, Needle{{"xe"}, false},
                                   Needle{{"15", "qd"}, false}));
  EXPECT_THAT(needles_of(query, false),
              testing::ElementsAre(Needle{{"dung"}, false}, Needle{{"xe"}, false},
                                   Needle{{"15", "qd"}, false}));
}

TEST(Needles, OfADateAreTheWholeOfIt) {
  EXPECT_THAT(
      needles_of(parse_query("xe thang 9 nam 2019"), false),
      testing::ElementsAre(Needle{{"xe"}, false}, Needle{{"thang", "9", "nam", "2019"}, false}));
}

}  // namespace
}  // namespace vanthu
